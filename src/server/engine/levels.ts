import type { Variant } from '../../contract/game/index.ts';

/** The limits of one search. */
export interface SearchLimits {
  /** In plies. */
  readonly depth: number;
  /** The number of positions: independent of the machine's speed and load. */
  readonly nodes: number;
  /** The time limit, in milliseconds: for slow machines and short clocks. */
  readonly movetimeMs: number;
}

/** The strength of the computer at one level. */
export interface Level extends SearchLimits {
  /** The share of the legal moves that it considers; it overlooks the others, as people do. */
  readonly notices: number;
}

const LONGEST_MS = 2000;

/** Searches one ply deep and considers this share of the moves. */
const noticing = (notices: number): Level => ({
  notices,
  depth: 1,
  nodes: 1800,
  movetimeMs: LONGEST_MS,
});

/** Searches this many plies deep and considers this share of the moves. */
const plies = (depth: number, notices = 1): Level => ({ ...noticing(notices), depth });

/** Searches this many positions, to any depth. */
const positions = (nodes: number): Level => ({ ...plies(30), nodes });

const standard: readonly Level[] = [
  noticing(0.48),
  noticing(0.66),
  noticing(0.8),
  plies(2, 0.94),
  plies(4),
  plies(5),
  positions(1700),
  positions(3300),
];

/**
 * The eight levels of each variant, weakest first. An overlooked move costs more in some variants than in others;
 * docs/decisions/013-engines.md explains how the levels were measured.
 * @internal exported for its tests
 */
export const levels: Readonly<Record<Variant, readonly Level[]>> = {
  standard,
  chess960: standard,
  crazyhouse: [
    noticing(0.49),
    noticing(0.64),
    noticing(0.84),
    noticing(0.98),
    plies(4),
    positions(1300),
    positions(2650),
    positions(5000),
  ],
  kingOfTheHill: [
    noticing(0.44),
    noticing(0.63),
    noticing(0.84),
    noticing(0.96),
    plies(4),
    positions(1100),
    positions(2450),
    positions(4600),
  ],
  threeCheck: standard,
  antichess: [
    noticing(0.8),
    plies(2, 0.38),
    plies(2, 0.7),
    plies(2),
    plies(3, 0.92),
    plies(4, 0.94),
    positions(850),
    positions(2400),
  ],
  atomic: [
    noticing(0.28),
    noticing(0.49),
    noticing(0.74),
    plies(2),
    positions(600),
    positions(1800),
    positions(4500),
    positions(12_000),
  ],
  horde: [
    noticing(0.44),
    noticing(0.73),
    noticing(0.99),
    plies(3),
    positions(500),
    positions(1000),
    positions(2200),
    positions(4500),
  ],
  racingKings: [
    noticing(0.4),
    noticing(0.51),
    noticing(0.69),
    noticing(0.95),
    positions(600),
    positions(1450),
    positions(3800),
    positions(8500),
  ],
};

/** The share of the remaining time that the computer spends on one move, besides part of the increment. */
const SHARE_OF_REMAINING = 1 / 50;
const SHARE_OF_INCREMENT = 0.5;
const LEAST_MS = 10;

/** The time on the computer's clock; absent in games without a clock. */
export interface TimeLeft {
  readonly remainingMs?: number | undefined;
  readonly incrementMs?: number | undefined;
}

/**
 * The search limits of a level, reduced to the time left on the clock.
 * @param level 1 to 8
 */
export function limitsFor(
  variant: Variant,
  level: number,
  { remainingMs, incrementMs = 0 }: TimeLeft = {},
): Level {
  const limits = levels[variant][level - 1];
  if (!limits) throw new RangeError(`There is no level ${level}.`);
  if (remainingMs === undefined) return limits;
  const affordedMs = remainingMs * SHARE_OF_REMAINING + incrementMs * SHARE_OF_INCREMENT;
  // At most a quarter of the remaining time: the increment is added only after the move.
  const mostMs = Math.max(LEAST_MS, Math.floor(Math.min(affordedMs, remainingMs / 4)));
  return { ...limits, movetimeMs: Math.min(limits.movetimeMs, mostMs) };
}

/**
 * A random choice of the legal moves that a level considers; at least one. Each move is drawn by itself, so that levels
 * also differ in positions with only two or three moves.
 */
export function noticedMoves(
  legal: readonly string[],
  { notices }: Pick<Level, 'notices'>,
  random: () => number,
): readonly string[] {
  const noticed = legal.filter(() => random() < notices);
  if (noticed.length > 0) return noticed;
  const one = Math.floor(random() * legal.length);
  return legal.slice(one, one + 1);
}
