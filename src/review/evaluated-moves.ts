import { opponentOf } from '../contract/game/chess-time.ts';
import type { Color } from '../contract/game/index.ts';
import { type Evaluation, type Evaluations, startEvaluation } from './evaluation.ts';

/** A move with what the engine says of the positions around it, from White's view. */
export interface EvaluatedMove {
  readonly mover: Color;
  readonly before: Evaluation;
  readonly after: Evaluation;
}

/** Who moves at this index of a game's plies (0 is the first) when `first` begins. */
export const moverAt = (index: number, first: Color): Color =>
  index % 2 === 0 ? first : opponentOf(first);

/** The moves of a game by ply; null where one of the two evaluations is missing. The first begins at +15 (AN-1). */
export function evaluatedMoves(evaluations: Evaluations, first: Color): (EvaluatedMove | null)[] {
  return evaluations.map((after, index) => {
    const before = index === 0 ? startEvaluation : (evaluations[index - 1] ?? null);
    return before && after && { mover: moverAt(index, first), before, after };
  });
}
