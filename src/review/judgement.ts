import type { EvaluatedMove } from './evaluated-moves.ts';
import { type Evaluation, seenBy, winningChance } from './evaluation.ts';

/** What a bad move is called (AN-5). There is no word for a good one: no formula for it is published (AN-17). */
export type Judgement = 'inaccuracy' | 'mistake' | 'blunder';

/**
 * The judgement of a move that wasn't the engine's choice; null when it was good enough (AN-5). Centipawns are not clamped:
 * what is lost beyond +1000 counts too.
 */
export function judgementOf({ mover, before, after }: EvaluatedMove): Judgement | null {
  const was = seenBy(mover, before);
  const is = seenBy(mover, after);
  if (isOwnMate(was)) return isOwnMate(is) ? null : ofMateLost(is);
  if (isMateAgainst(is)) return isMateAgainst(was) ? null : ofMateAllowed(was);
  // The chance rises out of a mate against the mover, and into one of his own: no fall.
  return ofFall(winningChance(was) - winningChance(is));
}

/** Whether the mover, whose view this is, mates. */
export const isOwnMate = (evaluation: Evaluation): boolean =>
  'mate' in evaluation && evaluation.mate > 0;

const isMateAgainst = (evaluation: Evaluation): boolean =>
  'mate' in evaluation && evaluation.mate < 0;

function ofFall(fall: number): Judgement | null {
  if (fall >= 0.3) return 'blunder';
  if (fall >= 0.2) return 'mistake';
  return fall >= 0.1 ? 'inaccuracy' : null;
}

/** The mover's own mate is gone; `left` is how the mover stands now. */
const ofMateLost = (left: Evaluation): Judgement => ofAdvantage('cp' in left ? left.cp : 0);

/** A mate against the mover appeared, who stood at `before`. */
const ofMateAllowed = (before: Evaluation): Judgement =>
  ofAdvantage('cp' in before ? -before.cp : 0);

/** The milder, the more the game was decided already: by `cp` for the side that it is decided for. */
function ofAdvantage(cp: number): Judgement {
  if (cp > 999) return 'inaccuracy';
  return cp > 700 ? 'mistake' : 'blunder';
}

/** Whether a move is "book": its position stands in the opening table, and it is no mistake or blunder (AN-17). */
export const isBookMove = (isInTable: boolean, judgement: Judgement | null): boolean =>
  isInTable && (judgement === null || judgement === 'inaccuracy');
