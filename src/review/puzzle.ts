import type { Color } from '../contract/game/index.ts';
import {
  compareEvaluations,
  type Evaluation,
  seenBy,
  winningChance,
  winPercentage,
} from './evaluation.ts';

/** The two best moves of a position in which the solver is to move, from White's view. */
export interface Choice {
  readonly best: Evaluation;
  /** The evaluation of the next best move; null if the best is the only legal one. */
  readonly second: Evaluation | null;
}

/** `rated` puzzles meet the stricter thresholds of the public generator; `casual` ones those that every puzzle meets. */
export type PuzzleKind = 'rated' | 'casual';

const LEAST_WIN_PERCENTAGE = 70;
const LEAST_LOSS = 20;
/** Of the winning chance: 35 points of the win percentage. */
const LEAST_LEAD = 0.7;
const LONGEST_MATE = 15;
const MOST_CP_BEFORE = 300;

/**
 * What puzzle begins after a move of the opponent (AN-15); null if none.
 * @param before the evaluation before the opponent's move, from White's view
 */
export function puzzleKind(solver: Color, before: Evaluation, choice: Choice): PuzzleKind | null {
  if (!isOnlyMove(solver, choice, 'casual')) return null;
  const wasWinning = compareEvaluations(seenBy(solver, before), { cp: MOST_CP_BEFORE }) > 0;
  return !wasWinning && isOnlyMove(solver, choice, 'rated') ? 'rated' : 'casual';
}

/**
 * How many moves of the solver a puzzle's line has: it goes on while each is the only good one, and ends on such a move
 * (AN-15).
 * @param choices those of the solver along the engine's line, in order
 */
export function solverMoves(solver: Color, choices: readonly Choice[], kind: PuzzleKind): number {
  const end = choices.findIndex((choice) => !isOnlyMove(solver, choice, kind));
  return end < 0 ? choices.length : end;
}

/** Whether the best of two moves or more is good enough, and so much better than the next. */
function isOnlyMove(solver: Color, { best, second }: Choice, kind: PuzzleKind): boolean {
  if (second === null) return false;
  const [good, other] = [seenBy(solver, best), seenBy(solver, second)];
  const percentage = winPercentage(good);
  if (percentage < LEAST_WIN_PERCENTAGE) return false;
  if (percentage - winPercentage(other) < LEAST_LOSS) return false;
  return (
    kind === 'casual' ||
    (isWinning(good) && winningChance(good) - winningChance(other) > LEAST_LEAD)
  );
}

/** At least +200 centipawns, as every win percentage of 70 is, or a mate that isn't too long. */
const isWinning = (good: Evaluation): boolean => 'cp' in good || good.mate <= LONGEST_MATE;
