import type { Position } from 'chessops/chess';
import type { CastlingSide, NormalMove, Square } from 'chessops/types';
import { kingCastlesTo, makeUci, squareFile } from 'chessops/util';

const E_FILE = 4;

/**
 * The side to which the king would castle with this move, if its right still stands. chessops takes any own piece for the
 * rook, and two squares from anywhere for castling; this doesn't, because a king off the e-file (Chess960) may castle
 * onto its rook only.
 */
export function castlingSide(
  position: Position,
  from: Square,
  to: Square,
): CastlingSide | undefined {
  if (position.board.kingOf(position.turn) !== from) return undefined;
  const { a, h } = position.castles.rook[position.turn];
  const twoSquares = squareFile(from) === E_FILE;
  if (h !== undefined && (to === h || (twoSquares && to === from + 2))) return 'h';
  if (a !== undefined && (to === a || (twoSquares && to === from - 2))) return 'a';
  return undefined;
}

/** A legal move in standard UCI: castling as the king's two squares, or off the e-file (Chess960) onto its rook. */
export function uciOf(position: Position, move: NormalMove): string {
  const side = squareFile(move.from) === E_FILE && castlingSide(position, move.from, move.to);
  return side
    ? makeUci({ from: move.from, to: kingCastlesTo(position.turn, side) })
    : makeUci(move);
}
