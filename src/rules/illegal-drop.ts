import type { Position } from 'chessops/chess';
import { SquareSet } from 'chessops/squareSet';
import type { Square } from 'chessops/types';
import { makeSquare } from 'chessops/util';
import type { RookeryError } from '../contract/errors/index.ts';
import { type Problem, problem } from '../contract/errors/problems.ts';
import type { Variant } from '../contract/game/index.ts';
import { dropSquares, type PocketRole, pocketRoles } from './drops.ts';
import { illegalMoveError } from './illegal-move.ts';
import { variantNames } from './variants.ts';

/** The error for a drop that can be parsed but not played: what was wrong, and what would be right. */
export function illegalDrop(
  position: Position,
  variant: Variant,
  role: PocketRole,
  to: Square,
): RookeryError {
  return illegalMoveError(dropProblem(position, variant, role, to));
}

function dropProblem(position: Position, variant: Variant, role: PocketRole, to: Square): Problem {
  const side = position.turn;
  const pocket = position.pockets?.[side];
  if (!pocket) return problem('drop.noPocket', { variant: variantNames[variant] });
  if (pocket[role] <= 0) {
    const held = pocketRoles.filter((one) => pocket[one] > 0);
    return problem('drop.notHeld', { side, role, count: held.length, pieces: held.join(', ') });
  }
  const square = makeSquare(to);
  const occupant = position.board.get(to);
  if (occupant) return problem('drop.occupied', { role: occupant.role, square });
  if (role === 'pawn' && SquareSet.backranks().has(to)) return problem('drop.pawnRank');
  const allowed = Array.from(dropSquares(position, role), makeSquare);
  const squares = allowed.join(', ');
  return problem('drop.inCheck', { role, square, side, count: allowed.length, squares });
}
