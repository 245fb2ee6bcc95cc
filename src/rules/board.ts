import { SquareSet } from 'chessops/squareSet';
import { CASTLING_SIDES } from 'chessops/types';
import { kingCastlesTo, makeSquare, parseSquare } from 'chessops/util';
import type { Color, Variant } from '../contract/game/index.ts';
import { castlingSide } from './castling.ts';
import { dropSquares, type PocketRole, pocketRoles } from './drops.ts';
import { positionOf, setupOf } from './position.ts';
import type { GameRecord } from './record.ts';

/**
 * Where each piece of the side to move can go, as chessground expects it: castling onto the rook, and also as the king's
 * move to its target square where that is more than one step (from the e-file only, except in Chess960); chessground's
 * `rookCastle` setting drops the form that it doesn't use. Pieces without a move are absent; `legalDrops` has the drops.
 * @throws RookeryError `bad_request` for the FEN.
 */
export function legalDests(fen: string, variant: Variant = 'standard'): Map<string, string[]> {
  const position = positionOf(fen, variant);
  const context = position.ctx();
  const found = new Map<string, string[]>();
  for (const [from, squares] of position.allDests(context)) {
    if (squares.isEmpty()) continue;
    const dests = Array.from(squares, makeSquare);
    if (from === context.king) {
      for (const side of CASTLING_SIDES) {
        const rook = position.castles.rook[position.turn][side];
        const to = kingCastlesTo(position.turn, side);
        const castles = rook !== undefined && squares.has(rook) && !squares.has(to);
        if (castles && castlingSide(position, from, to, variant) === side) {
          dests.push(makeSquare(to));
        }
      }
    }
    found.set(makeSquare(from), dests);
  }
  return found;
}

/** Where the side to move may drop a piece of `role`, or any piece of its pocket; empty except in Crazyhouse. */
export function legalDrops({ position }: GameRecord, role?: PocketRole): string[] {
  const context = position.ctx();
  const squares = (role ? [role] : pocketRoles).reduce(
    (all, one) => all.union(dropSquares(position, one, context)),
    SquareSet.empty(),
  );
  return Array.from(squares, makeSquare);
}

/**
 * Whether a move between these squares, like `e7` and `e8`, is a pawn of either colour reaching its last rank. Legality is
 * not checked: a premove asks before the move is legal.
 * @throws RookeryError `bad_request` for a FEN that can't be read.
 */
export function isPromotion(fen: string, from: string, to: string): boolean {
  const { board } = setupOf(fen);
  const start = parseSquare(from);
  const end = parseSquare(to);
  if (start === undefined || end === undefined || !board.pawn.has(start)) return false;
  return SquareSet.backrank(board.white.has(start) ? 'black' : 'white').has(end);
}

/**
 * Whose king is in check, or null; always null in Antichess.
 * @throws RookeryError `bad_request` for the FEN.
 */
export function checkedKing(fen: string, variant: Variant = 'standard'): Color | null {
  const position = positionOf(fen, variant);
  return position.isCheck() ? position.turn : null;
}
