import type { Color } from '../contract/game/index.ts';

/**
 * What an engine says of a position, from White's view: centipawns, or moves to mate (positive when White mates, never 0).
 * A drawn end counts `{ cp: 0 }`; a position in which the game is won has none (AN-1).
 */
export type Evaluation = { readonly cp: number } | { readonly mate: number };

/** Evaluations by ply, from the first on; null where one is missing. A ply that wins the game has no place in it (AN-1). */
export type Evaluations = readonly (Evaluation | null)[];

/** What the position before the first ply counts, whatever the engine says (AN-1). */
export const startEvaluation: Evaluation = { cp: 15 };

/** The bound of centipawns, which a mate counts too (AN-2). */
const MOST_CP = 1000;
const STEEPNESS = 0.00368208;

const chance = (cp: number): number => 2 / (1 + Math.exp(-STEEPNESS * cp)) - 1;

/** The same evaluation as `side` sees it: positive when that side is better. */
export function seenBy(side: Color, evaluation: Evaluation): Evaluation {
  if (side === 'white') return evaluation;
  return 'cp' in evaluation ? { cp: -evaluation.cp } : { mate: -evaluation.mate };
}

/** Centipawns from −1000 to 1000; a mate counts ±1000 (AN-2). */
export function clampedCp(evaluation: Evaluation): number {
  if ('mate' in evaluation) return Math.sign(evaluation.mate) * MOST_CP;
  return Math.min(Math.max(evaluation.cp, -MOST_CP), MOST_CP);
}

/** White's winning chance, −1 to 1, of centipawns that are not clamped; ±1 for a mate (AN-2, AN-5). */
export const winningChance = (evaluation: Evaluation): number =>
  'mate' in evaluation ? Math.sign(evaluation.mate) : chance(evaluation.cp);

/** White's win percentage, 0 to 100, of clamped centipawns (AN-2). */
export const winPercentage = (evaluation: Evaluation): number =>
  50 + 50 * chance(clampedCp(evaluation));

/** Positive when `one` is better for White than `other`, negative when worse, else 0: the quicker mate is the better. */
export function compareEvaluations(one: Evaluation, other: Evaluation): number {
  const [a, b] = [rank(one), rank(other)];
  return a === b ? 0 : Math.sign(a - b);
}

/** Above every number of centipawns. */
const MATE_RANK = 1e9;

const rank = (evaluation: Evaluation): number =>
  'cp' in evaluation ? evaluation.cp : Math.sign(evaluation.mate) * MATE_RANK - evaluation.mate;
