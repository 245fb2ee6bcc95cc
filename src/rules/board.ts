import { chessgroundDests } from 'chessops/compat';
import { SquareSet } from 'chessops/squareSet';
import { parseSquare } from 'chessops/util';
import type { Color } from '../contract/game.ts';
import { positionOf } from './position.ts';

/**
 * Where each piece of the side to move can go, as chessground wants it: castling both as the king's two squares and onto
 * the rook (chessground drops what its `rookCastle` setting doesn't want). Pieces without a move are absent.
 * @throws RookeryError `bad_request` for the FEN.
 */
export function legalDests(fen: string): Map<string, string[]> {
  return chessgroundDests(positionOf(fen));
}

/**
 * Whether a move between these squares, like `e7` and `e8`, is a pawn of either colour reaching its last rank. Not whether
 * it is legal: a premove asks before it is.
 * @throws RookeryError `bad_request` for the FEN.
 */
export function isPromotion(fen: string, from: string, to: string): boolean {
  const { board } = positionOf(fen);
  const start = parseSquare(from);
  const end = parseSquare(to);
  if (start === undefined || end === undefined || !board.pawn.has(start)) return false;
  return SquareSet.backrank(board.white.has(start) ? 'black' : 'white').has(end);
}

/**
 * Whose king is in check, or null.
 * @throws RookeryError `bad_request` for the FEN.
 */
export function checkedKing(fen: string): Color | null {
  const position = positionOf(fen);
  return position.isCheck() ? position.turn : null;
}
