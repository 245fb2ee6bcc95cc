import type { Position } from 'chessops/chess';
import { SquareSet } from 'chessops/squareSet';
import type { Square } from 'chessops/types';
import { makeSquare } from 'chessops/util';
import type { RookeryError } from '../contract/errors/index.ts';
import type { Variant } from '../contract/game/index.ts';
import { dropSquares, type PocketRole, pocketRoles } from './drops.ts';
import { illegal, sideNames } from './refusal.ts';
import { variantNames } from './variants.ts';

/** The refusal of a drop that can be read but not played: what was wrong, and what would be right. */
export function dropRefusal(
  position: Position,
  variant: Variant,
  role: PocketRole,
  to: Square,
): RookeryError {
  return illegal(dropFault(position, variant, role, to));
}

function dropFault(position: Position, variant: Variant, role: PocketRole, to: Square): string {
  const us = sideNames[position.turn];
  const pocket = position.pockets?.[position.turn];
  if (!pocket) return `there is nothing to drop in ${variantNames[variant]}; move a piece`;
  if (pocket[role] <= 0) {
    const held = pocketRoles.filter((one) => pocket[one] > 0);
    const holds = held.length > 0 ? `holds: ${held.join(', ')}` : 'is empty';
    return `${us} has no ${role} to drop; the pocket ${holds}`;
  }
  const square = makeSquare(to);
  const occupant = position.board.get(to);
  if (occupant) {
    return `there is a ${occupant.role} on ${square}; a piece is dropped on an empty square`;
  }
  if (role === 'pawn' && SquareSet.backranks().has(to)) {
    return 'a pawn can’t be dropped on the first or the last rank';
  }
  const allowed = Array.from(dropSquares(position, role), makeSquare);
  const can = allowed.length > 0 ? `it can be dropped on ${allowed.join(', ')}` : 'no drop helps';
  return `the ${role} can’t be dropped on ${square}: ${us}’s king would still be in check; ${can}`;
}
