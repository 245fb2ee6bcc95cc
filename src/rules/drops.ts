import type { Context, Position } from 'chessops/chess';
import { SquareSet } from 'chessops/squareSet';
import type { DropMove, Role } from 'chessops/types';

/** What a pocket can hold, in display order. */
export const pocketRoles = ['pawn', 'knight', 'bishop', 'rook', 'queen'] as const satisfies Role[];
export type PocketRole = (typeof pocketRoles)[number];

export const isPocketRole = (role: Role): role is PocketRole => role !== 'king';

/** Where the side to move may drop a piece of `role` (Crazyhouse); nowhere if its pocket has none. */
export function dropSquares(position: Position, role: PocketRole, context?: Context): SquareSet {
  if (!position.pockets || position.pockets[position.turn][role] <= 0) return SquareSet.empty();
  const squares = position.dropDests(context);
  return role === 'pawn' ? squares.diff(SquareSet.backranks()) : squares;
}

/** Every legal drop. */
export function* legalDropMoves(position: Position, context: Context): Generator<DropMove> {
  if (!position.pockets) return;
  for (const role of pocketRoles) {
    for (const to of dropSquares(position, role, context)) yield { role, to };
  }
}

/** How many legal drops there are; counts without listing them. */
export function countDrops(position: Position, context: Context): number {
  if (!position.pockets) return 0;
  return pocketRoles.reduce((sum, role) => sum + dropSquares(position, role, context).size(), 0);
}
