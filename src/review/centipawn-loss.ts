import type { Color } from '../contract/game/index.ts';
import { evaluatedMoves } from './evaluated-moves.ts';
import { clampedCp, type Evaluations, seenBy } from './evaluation.ts';

/**
 * The average centipawn loss of a side's moves, a whole number, half up (AN-6).
 * @param first who made the first move
 * @returns null for a side without a move, or while an evaluation is missing
 */
export function averageCentipawnLoss(
  evaluations: Evaluations,
  first: Color,
  side: Color,
): number | null {
  const losses: number[] = [];
  for (const move of evaluatedMoves(evaluations, first)) {
    if (!move) return null;
    if (move.mover !== side) continue;
    const loss = clampedCp(seenBy(side, move.before)) - clampedCp(seenBy(side, move.after));
    losses.push(Math.max(0, loss));
  }
  if (losses.length === 0) return null;
  return Math.round(losses.reduce((sum, loss) => sum + loss, 0) / losses.length);
}
