import { z } from 'zod';
import { procedures } from '../../../contract/procedures.ts';

const { move, events } = procedures.game;

const asked = {
  id: z.union([z.number(), z.string()]),
  jsonrpc: z.literal('2.0').optional(),
};
const moveCall = z.object({
  ...asked,
  method: z.literal('mutation'),
  params: z.object({ path: z.literal('game.move'), input: move.input }),
});
const eventsCall = z.object({
  ...asked,
  method: z.literal('subscription'),
  params: z.object({
    path: z.literal('game.events'),
    input: events.input,
    /** Where a reconnecting client continues; takes precedence over the input. */
    lastEventId: events.input.shape.lastEventId,
  }),
});
const stopCall = z.object({ ...asked, method: z.literal('subscription.stop') });
/** The calls of the fast lane. */
const calls = z.union([moveCall, eventsCall, stopCall]);

/** Finds frames for the fast lane without parsing them. */
const OURS = /"path":"game\.(?:move|events)"|"method":"subscription\.stop"/;

export type MoveCall = z.output<typeof moveCall>;
export type EventsCall = z.output<typeof eventsCall>;
type FastCall = z.output<typeof calls>;

/** @returns the call of a frame, if the fast lane answers it; null for other calls, and for invalid ones */
export function fastCallOf(text: string): FastCall | null {
  if (!OURS.test(text)) return null;
  const frame = parsed(text);
  return isPlainMove(frame) ? frame : (calls.safeParse(frame).data ?? null);
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
const MAX_GAME_ID = 2 ** 31 - 1;
const MAX_LAG_MS = 60_000;

/** Whether a frame is a move as our clients send it: valid by {@link moveCall}, which costs ten times as much. */
function isPlainMove(frame: unknown): frame is MoveCall {
  const { id, method, params, jsonrpc = '2.0' } = (frame ?? {}) as Partial<MoveCall>;
  if (method !== 'mutation' || params?.path !== 'game.move' || jsonrpc !== '2.0') return false;
  const { gameID, ply, uci, lastEvent = 0, lagMs = 0, premove = false } = params.input ?? {};
  return (
    isCount(id) &&
    isCount(gameID) &&
    gameID > 0 &&
    gameID <= MAX_GAME_ID &&
    isCount(ply) &&
    typeof uci === 'string' &&
    (uci.length === 4 || uci.length === 5) &&
    isCount(lastEvent) &&
    isCount(lagMs) &&
    lagMs <= MAX_LAG_MS &&
    typeof premove === 'boolean'
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // tRPC sends the error
  }
}
