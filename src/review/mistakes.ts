import type { Color } from '../contract/game/index.ts';
import { type EvaluatedMove, evaluatedMoves } from './evaluated-moves.ts';
import {
  compareEvaluations,
  type Evaluation,
  type Evaluations,
  seenBy,
  winPercentage,
} from './evaluation.ts';
import { isOwnMate, judgementOf } from './judgement.ts';

/** A mate in more moves may be let go without becoming a task. */
const MATE_TO_FIND = 3;
/** How much of the win percentage a right answer may give up. */
const MOST_GIVEN_UP = 4;
const DEPTH = 18;
const DEPTH_AFTER_A_WHILE = 14;
const A_WHILE_MS = 6000;

/** What is asked of each ply of a game; the first ply is 1. */
export interface PlyQuestions {
  /** Whether the engine chose the move that was played. */
  readonly isBest: (ply: number) => boolean;
  /** Whether the position after the ply stands in the opening table (AN-12). */
  readonly isInTable: (ply: number) => boolean;
}

/**
 * The plies whose positions before the move are set to a side as tasks (AN-8): mistakes, blunders, and a mate in 3 or less
 * that it let go; not what the opening table knows.
 * @param first who made the first move
 * @returns plies (the first is 1), ascending; where an evaluation is missing there is no task
 */
export function mistakePlies(
  evaluations: Evaluations,
  first: Color,
  side: Color,
  { isBest, isInTable }: PlyQuestions,
): number[] {
  return evaluatedMoves(evaluations, first).flatMap((move, index) => {
    const ply = index + 1;
    if (move?.mover !== side || !isTask(move)) return [];
    return isBest(ply) || isInTable(ply) ? [] : [ply];
  });
}

function isTask(move: EvaluatedMove): boolean {
  const judgement = judgementOf(move);
  return judgement === 'mistake' || judgement === 'blunder' || letsMateGo(move);
}

function letsMateGo({ mover, before, after }: EvaluatedMove): boolean {
  const was = seenBy(mover, before);
  return (
    'mate' in was && isOwnMate(was) && was.mate <= MATE_TO_FIND && !isOwnMate(seenBy(mover, after))
  );
}

/** A move tried in a task. */
export interface Attempt {
  /** Whether the engine chose it in the position. */
  readonly isBest: boolean;
  /** Whether it was played in the game. */
  readonly isPlayed: boolean;
  /** Whether it wins the game at once: checkmate, or the variant's own win. */
  readonly wins: boolean;
  /** The evaluation after it, as far as it is searched; null before the first answer. */
  readonly evaluation: Evaluation | null;
  /** The depth of that search; infinite for an end that needs none. */
  readonly depth: number;
  /** How long it has taken, in milliseconds. */
  readonly elapsedMs: number;
}

/** `right`: good, but not the best, which is shown then; `unknown`: the search must go on. */
export type Verdict = 'best' | 'right' | 'wrong' | 'unknown';

/**
 * Whether a move tried in a task is right (AN-8).
 * @param mistake the move that was played, with the evaluations of the review
 */
export function verdictOf(attempt: Attempt, mistake: EvaluatedMove): Verdict {
  const { evaluation, isBest, isPlayed, wins } = attempt;
  if (wins || isBest) return 'best';
  if (isPlayed) return 'wrong';
  if (evaluation === null || !isDeepEnough(attempt)) return 'unknown';
  const { mover, before, after } = mistake;
  const tried = seenBy(mover, evaluation);
  if (compareEvaluations(tried, seenBy(mover, after)) < 0) return 'wrong';
  const givenUp = winPercentage(seenBy(mover, before)) - winPercentage(tried);
  return givenUp <= MOST_GIVEN_UP ? 'right' : 'wrong';
}

const isDeepEnough = ({ depth, elapsedMs }: Attempt): boolean =>
  depth >= DEPTH || (depth >= DEPTH_AFTER_A_WHILE && elapsedMs >= A_WHILE_MS);
