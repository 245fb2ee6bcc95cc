import { getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCError } from '@trpc/server';
import type { GameEvent } from '../../../contract/game/index.ts';
import { appRouter } from '../router.ts';
import { textFrame } from './outgoing.ts';

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

/**
 * Frames of numbered events. An event is serialized once for all of a game's followers, since it is sent to them one
 * after the other; equal ids share the bytes.
 */
export class EventFrames {
  #event: GameEvent | null = null;
  /** The part that all frames of the event share. */
  #result = '';
  /** By the part in which they differ. */
  #frames = new Map<string, Buffer>();

  of(asked: Asked, event: GameEvent): Buffer {
    if (event !== this.#event) this.#begin(event);
    const before = head(asked);
    const known = this.#frames.get(before);
    if (known) return known;
    const frame = textFrame(`${before}${this.#result}`);
    this.#frames.set(before, frame);
    return frame;
  }

  #begin(event: GameEvent): void {
    const id = `"${event.number}"`;
    this.#event = event;
    this.#result = `"result":{"type":"data","data":{"id":${id},"data":${JSON.stringify(event)}},"id":${id}}}`;
    this.#frames = new Map();
  }
}
