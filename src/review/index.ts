/**
 * What an engine's evaluations say of a game: pure functions, the same on the server and in the browser. The schema of a
 * stored review is apart, in `stored-review.ts`, so that pages load no schema library.
 */
export { accuracy, accuracyByPhase, moveAccuracy, shownAccuracy } from './accuracy.ts';
export { averageCentipawnLoss } from './centipawn-loss.ts';
export { type EvaluatedMove, evaluatedMoves } from './evaluated-moves.ts';
export {
  type Evaluation,
  type Evaluations,
  seenBy,
  startEvaluation,
  winningChance,
  winPercentage,
} from './evaluation.ts';
export { isBookMove, type Judgement, judgementOf } from './judgement.ts';
export {
  type Attempt,
  mistakePlies,
  type PlyQuestions,
  type Verdict,
  verdictOf,
} from './mistakes.ts';
export { type PerformanceGame, performanceRating, ratingDifference } from './performance-rating.ts';
export { type Division, divisionOf, type Phase, phaseAt } from './phases.ts';
export { type Choice, type PuzzleKind, puzzleKind, solverMoves } from './puzzle.ts';
export {
  coversGame,
  type EngineOutput,
  type Review,
  type ReviewedGame,
  type ReviewedPly,
  type ReviewedSide,
  reviewOf,
} from './review.ts';
export { longestThoughtPly, thinkingTimes, thoughtHeight } from './time-chart.ts';
