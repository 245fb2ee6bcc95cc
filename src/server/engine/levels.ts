/** How far the engine looks. */
export interface SearchLimits {
  /** How many plies it looks ahead. */
  readonly depth: number;
  /** How many positions it looks at: the same on every machine, however busy. */
  readonly nodes: number;
  /** How long it thinks at most, in milliseconds: for slow machines and short clocks. */
  readonly movetimeMs: number;
}

/** How the computer is held back at one level. */
export interface Level extends SearchLimits {
  /** Of the legal moves, the share that it notices at all; the others it overlooks, as people do. */
  readonly notices: number;
}

const LONGEST_MS = 2000;

const level = (notices: number, depth: number, nodes: number): Level => ({
  notices,
  depth,
  nodes,
  movetimeMs: LONGEST_MS,
});

/** The eight levels, the weakest first; docs/decisions/013-engines.md says how they were measured. */
export const levels: readonly Level[] = [
  level(0.45, 1, 1800),
  level(0.62, 1, 1800),
  level(0.75, 1, 1800),
  level(0.9, 2, 1800),
  level(1, 4, 1800),
  level(1, 5, 1800),
  level(1, 30, 1800),
  level(1, 30, 3000),
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

/** The legal moves that a level notices this time, chosen by chance: one at least. */
export function noticedMoves(
  legal: readonly string[],
  { notices }: Pick<Level, 'notices'>,
  random: () => number,
): readonly string[] {
  const left = [...legal];
  const count = Math.max(1, Math.round(legal.length * notices));
  return Array.from({ length: count }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}
