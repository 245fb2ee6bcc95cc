import { getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCError } from '@trpc/server';
import type { GameEvent } from '../../contract/game/index.ts';
import { textFrame } from './outgoing.ts';
import { appRouter } from './router.ts';

/** The id and protocol version of the request that a frame answers. */
export interface Asked {
  readonly id: number | string;
  readonly jsonrpc?: '2.0' | undefined;
}

const head = ({ id, jsonrpc }: Asked): string =>
  jsonrpc ? `{"id":${JSON.stringify(id)},"jsonrpc":"2.0",` : `{"id":${JSON.stringify(id)},`;

/** The result of a call. */
export const answerFrame = (asked: Asked, data: unknown): string =>
  `${head(asked)}"result":{"type":"data","data":${JSON.stringify(data)}}}`;

/** A subscription has started, or has stopped. */
export const stateFrame = (asked: Asked, type: 'started' | 'stopped'): string =>
  `${head(asked)}"result":{"type":"${type}"}}`;

/** @param error a RookeryError or an error of tRPC */
export function errorFrame(
  asked: Asked,
  path: string,
  type: 'mutation' | 'subscription',
  thrown: unknown,
): { readonly frame: string; readonly error: TRPCError } {
  const error = getTRPCErrorFromUnknown(thrown);
  const { _config: config } = appRouter._def;
  const shape = getTRPCErrorShape({ config, error, type, path, input: undefined, ctx: undefined });
  return { frame: `${head(asked)}"error":${JSON.stringify(shape)}}`, error };
}

/** Frames of numbered events. Each event is serialized once for all subscribers of a game; equal ids share the bytes. */
export class EventFrames {
  readonly #written = new WeakMap<GameEvent, Written>();

  of(asked: Asked, event: GameEvent): Buffer {
    const written = this.#written.get(event) ?? this.#write(event);
    const before = head(asked);
    // Most games are followed by a few clients that count their calls alike.
    if (written.head === before && written.frame) return written.frame;
    const known = written.others?.get(before);
    if (known) return known;
    const frame = textFrame(`${before}${written.result}`);
    if (written.frame === null) Object.assign(written, { head: before, frame });
    else {
      written.others ??= new Map();
      written.others.set(before, frame);
    }
    return frame;
  }

  #write(event: GameEvent): Written {
    const id = `"${event.number}"`;
    const data = `{"id":${id},"data":${JSON.stringify(event)}}`;
    const result = `"result":{"type":"data","data":${data},"id":${id}}}`;
    const written: Written = { result, head: '', frame: null, others: null };
    this.#written.set(event, written);
    return written;
  }
}

/** An event's frames. */
interface Written {
  /** The part that all frames share. */
  readonly result: string;
  /** The first frame, and the part in which others differ. */
  head: string;
  frame: Buffer | null;
  others: Map<string, Buffer> | null;
}
