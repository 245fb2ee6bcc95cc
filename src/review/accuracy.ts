import type { Color } from '../contract/game/index.ts';
import { type EvaluatedMove, evaluatedMoves } from './evaluated-moves.ts';
import { type Evaluations, seenBy, startEvaluation, winPercentage } from './evaluation.ts';
import { type Division, type Phase, phaseAt } from './phases.ts';

/**
 * A move's accuracy, 0 to 100 (AN-3). The published formula leaves out the last + 1.
 * @param before the mover's win percentage before the move
 * @param after the mover's win percentage after it
 */
export function moveAccuracy(before: number, after: number): number {
  if (after >= before) return 100;
  const formula =
    103.1668100711649 * Math.exp(-0.04354415386753951 * (before - after)) - 3.166924740191411 + 1;
  return Math.min(Math.max(formula, 0), 100);
}

/** The accuracy of an evaluated move, as its mover sees it (AN-3). */
export const accuracyOf = ({ mover, before, after }: EvaluatedMove): number =>
  moveAccuracy(winPercentage(seenBy(mover, before)), winPercentage(seenBy(mover, after)));

/** A move's share in the accuracy of its side. */
interface WeightedMove {
  readonly mover: Color;
  readonly accuracy: number;
  /** The volatility of the game around the move. */
  readonly weight: number;
}

/**
 * A side's accuracy, 0 to 100, not rounded (AN-4).
 * @param first who made the first move
 * @param counts which moves count, by index (0 is the first ply); all if absent. Volatility is always that of the whole game.
 * @returns null for a side without such a move, or while any evaluation of the game is missing
 */
export function accuracy(
  evaluations: Evaluations,
  first: Color,
  side: Color,
  counts: (index: number) => boolean = () => true,
): number | null {
  const own = weightedMoves(evaluations, first)?.filter(
    ({ mover }, index) => mover === side && counts(index),
  );
  if (!own || own.length === 0) return null;
  return (weightedMean(own) + harmonicMean(own)) / 2;
}

/**
 * A side's accuracy in each phase (AN-16): that of its moves chosen in the phase, weighted by the whole game's volatility.
 * @param first who made the first move
 * @returns null for a phase without a move of the side, or while an evaluation is missing
 */
export function accuracyByPhase(
  evaluations: Evaluations,
  first: Color,
  side: Color,
  division: Division,
): Readonly<Record<Phase, number | null>> {
  const of = (phase: Phase) =>
    accuracy(evaluations, first, side, (index) => phaseAt(division, index) === phase);
  return { opening: of('opening'), middlegame: of('middlegame'), endgame: of('endgame') };
}

/** An accuracy as it is shown: a whole number, half up (AN-4). */
export const shownAccuracy = (value: number): number => Math.floor(value + 0.5);

function weightedMoves(evaluations: Evaluations, first: Color): WeightedMove[] | null {
  const weights = volatilities(evaluations);
  const moves: WeightedMove[] = [];
  for (const [index, move] of evaluatedMoves(evaluations, first).entries()) {
    if (!move) return null;
    moves.push({
      mover: move.mover,
      accuracy: accuracyOf(move),
      weight: weights[index] ?? LEAST_VOLATILITY,
    });
  }
  return moves;
}

const LEAST_VOLATILITY = 0.5;
const MOST_VOLATILITY = 12;

/** How much the win percentage swings around each ply: one window each (AN-4). Missing evaluations are passed over. */
function volatilities(evaluations: Evaluations): number[] {
  const percentages = [startEvaluation, ...evaluations].flatMap((evaluation) =>
    evaluation ? [winPercentage(evaluation)] : [],
  );
  const size = Math.min(Math.max(Math.floor(evaluations.length / 10), 2), 8);
  return evaluations.map((_, index) => {
    const start = Math.max(0, index - (size - 2));
    const spread = standardDeviation(percentages.slice(start, start + size));
    return Math.min(Math.max(spread, LEAST_VOLATILITY), MOST_VOLATILITY);
  });
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** That of a whole population, not of a sample. */
function standardDeviation(values: readonly number[]): number {
  const mean = sumOf(values) / values.length;
  return Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / values.length);
}

const weightedMean = (moves: readonly WeightedMove[]): number =>
  sumOf(moves.map((move) => move.accuracy * move.weight)) / sumOf(moves.map((one) => one.weight));

/** An accuracy under 1 counts 1, or one blunder would make the mean 0. */
const harmonicMean = (moves: readonly WeightedMove[]): number =>
  moves.length / sumOf(moves.map((move) => 1 / Math.max(move.accuracy, 1)));
