/** How the computer is held back at one level. */
export interface Level {
  /** Of the legal moves, the share that it notices at all; the others it overlooks, as people do. */
  readonly notices: number;
  /** Stockfish's own “Skill Level”, 0 to 20: how often it prefers a worse move. */
  readonly skill: number;
  /** How many plies it looks ahead. */
  readonly depth: number;
  /** How long it thinks at most, in milliseconds. */
  readonly movetimeMs: number;
}

/** The eight levels, the weakest first; docs/decisions/007-engine.md says how they were chosen. */
export const levels: readonly Level[] = [
  { notices: 0.3, skill: 0, depth: 1, movetimeMs: 50 },
  { notices: 0.55, skill: 0, depth: 1, movetimeMs: 50 },
  { notices: 0.75, skill: 0, depth: 2, movetimeMs: 100 },
  { notices: 1, skill: 0, depth: 3, movetimeMs: 150 },
  { notices: 1, skill: 4, depth: 6, movetimeMs: 200 },
  { notices: 1, skill: 9, depth: 9, movetimeMs: 300 },
  { notices: 1, skill: 14, depth: 13, movetimeMs: 500 },
  { notices: 1, skill: 20, depth: 24, movetimeMs: 1000 },
];

/** Of what is left on its clock the computer spends at most this share on one move, and most of the increment. */
const SHARE_OF_REMAINING = 1 / 50;
const SHARE_OF_INCREMENT = 0.5;
const LEAST_MS = 10;

/** The time on the computer's clock; absent in games without one. */
export interface TimeLeft {
  readonly remainingMs?: number | undefined;
  readonly incrementMs?: number | undefined;
}

/**
 * How the computer plays at this level with so much time left.
 * @param level 1 to 8
 */
export function limitsFor(level: number, { remainingMs, incrementMs = 0 }: TimeLeft = {}): Level {
  const limits = levels[level - 1];
  if (!limits) throw new RangeError(`There is no level ${level}.`);
  if (remainingMs === undefined) return limits;
  const affordedMs = remainingMs * SHARE_OF_REMAINING + incrementMs * SHARE_OF_INCREMENT;
  // Never more than a quarter of what is left: the increment comes only after the move.
  const mostMs = Math.max(LEAST_MS, Math.floor(Math.min(affordedMs, remainingMs / 4)));
  return { ...limits, movetimeMs: Math.min(limits.movetimeMs, mostMs) };
}
