import type { EventBody, GameEvent } from '../../contract/game/index.ts';
import type { GameState } from './state.ts';

/**
 * A commit that takes longer than this is slow, in milliseconds. A few tenths of a second are usual under full load and
 * must not cost a second write.
 */
const SLOW_COMMIT_MS = 1000;

/**
 * The events of a commit as they are published. A turn begins when its player can know of it: the time of a slow commit is
 * charged to nobody, while a usual one is not worth correcting.
 * @param next the game after them
 * @param writtenAtMs the time of the decision, which is the stored time
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

/** Numbers events from `first` on. */
export const numberedFrom = (
  first: number,
  bodies: readonly EventBody[],
  atMs: number,
): readonly GameEvent[] =>
  bodies.map((body, index) => numbered(body, { number: first + index, atMs }));

type Numbers = Pick<GameEvent, 'number' | 'atMs'>;

function numbered(body: EventBody, { number, atMs }: Numbers): GameEvent {
  if (body.type !== 'moved') return { ...body, number, atMs };
  // Written out: a spread costs more than the rest of a decision, and moves are most events.
  const { type, color, ply, uci, san, fen, clocks } = body;
  return clocks
    ? { type, color, ply, uci, san, fen, clocks, number, atMs }
    : { type, color, ply, uci, san, fen, number, atMs };
}
