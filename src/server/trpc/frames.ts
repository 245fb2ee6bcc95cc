import { getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCError } from '@trpc/server';
import type { GameEvent } from '../../contract/game/index.ts';
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
  readonly #written = new WeakMap<GameEvent, Map<string, Buffer>>();

  /** @param check validates each event once */
  constructor(private readonly check: (event: GameEvent) => GameEvent) {}

  of(asked: Asked, event: GameEvent): Buffer {
    const before = head(asked);
    const written = this.#written.get(event) ?? new Map<string, Buffer>();
    this.#written.set(event, written);
    const known = written.get(before);
    if (known) return known;
    const frame = Buffer.from(`${before}${this.#resultOf(event)}`);
    written.set(before, frame);
    return frame;
  }

  readonly #results = new WeakMap<GameEvent, string>();

  #resultOf(event: GameEvent): string {
    const known = this.#results.get(event);
    if (known !== undefined) return known;
    const id = `"${event.number}"`;
    const data = `{"id":${id},"data":${JSON.stringify(this.check(event))}}`;
    const result = `"result":{"type":"data","data":${data},"id":${id}}}`;
    this.#results.set(event, result);
    return result;
  }
}
