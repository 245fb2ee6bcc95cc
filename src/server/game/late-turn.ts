import type { EventBody, GameEvent } from '../../contract/game/index.ts';
import type { GameState } from './state.ts';

/** A commit that took longer than this is slow, in milliseconds. A few tenths of it are usual under a full load, and must not cost a second write. */
const SLOW_COMMIT_MS = 1000;

/**
 * The events of a commit as they are told. The turn that they begin begins when the player can hear of it: what the disk
 * took is nobody's time, unless it is as little as usual.
 * @param next the game after them
 * @param writtenAtMs when they were decided, which is what was written
 */
export function asPublished(
  events: readonly GameEvent[],
  next: GameState,
  writtenAtMs: number,
  nowMs: number,
): readonly GameEvent[] {
  const begins = next.status === 'playing' && next.turnBeganAtMs === writtenAtMs;
  if (!begins || nowMs - writtenAtMs <= SLOW_COMMIT_MS) return events;
  return events.map((event) => ({ ...event, atMs: nowMs }));
}

/** Events with the numbers from `first` on. */
export const numberedFrom = (
  first: number,
  bodies: readonly EventBody[],
  atMs: number,
): readonly GameEvent[] =>
  bodies.map((body, index): GameEvent => ({ ...body, number: first + index, atMs }));
