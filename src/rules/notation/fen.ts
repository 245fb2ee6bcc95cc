import type { Board } from 'chessops/board';
import type { Position } from 'chessops/chess';
import { makeBoardFen, makeCastlingFen, makePockets, makeRemainingChecks } from 'chessops/fen';
import { ROLES } from 'chessops/types';
import { makeSquare, roleToChar } from 'chessops/util';

/** The greatest counters that are written. */
const MOST_HALFMOVES = 150;
const MOST_FULLMOVES = 9999;

/** The letters of each role. */
const letters = ROLES.map((role) => {
  const black = roleToChar(role);
  return { role, white: black.toUpperCase(), black };
});

/** The letter on each square, from a1; '' for none. Filled anew for each board: this is written after every move. */
const men: string[] = Array(64).fill('');

/** The first field of a FEN: as chessops writes it, from the sets of pieces instead of square by square. */
function boardFen(board: Board): string {
  if (board.promoted.nonEmpty()) return makeBoardFen(board);
  men.fill('');
  for (const { role, white, black } of letters) {
    const { lo, hi } = board[role];
    put(lo & board.white.lo, 0, white);
    put(lo & board.black.lo, 0, black);
    put(hi & board.white.hi, 32, white);
    put(hi & board.black.hi, 32, black);
  }
  let fen = rank(7);
  for (let n = 6; n >= 0; n--) fen += `/${rank(n)}`;
  return fen;
}

/** @param bits half of a set of squares, from square `first` on */
function put(bits: number, first: number, letter: string): void {
  for (let left = bits; left !== 0; left &= left - 1) {
    men[first + 31 - Math.clz32(left & -left)] = letter;
  }
}

function rank(n: number): string {
  let fen = '';
  let empty = 0;
  for (let square = 8 * n; square < 8 * n + 8; square++) {
    const man = men[square];
    if (man) {
      fen += empty > 0 ? `${empty}${man}` : man;
      empty = 0;
    } else empty++;
  }
  return empty > 0 ? `${fen}${empty}` : fen;
}

/** The FEN of a position without its counters. */
export function writeEpd(position: Position): string {
  const { board, pockets, remainingChecks, turn, castles } = position;
  const pocket = pockets ? `[${makePockets(pockets)}]` : '';
  const castling = makeCastlingFen(board, castles.castlingRights);
  // Only where the capture is legal, which costs more than all the rest.
  const epSquare = position.epSquare === undefined ? undefined : position.toSetup().epSquare;
  const enPassant = epSquare === undefined ? '-' : makeSquare(epSquare);
  const checks = remainingChecks ? ` ${makeRemainingChecks(remainingChecks)}` : '';
  return `${boardFen(board)}${pocket} ${turn === 'white' ? 'w' : 'b'} ${castling} ${enPassant}${checks}`;
}

export function writeFen(position: Position): string {
  const halfmoves = Math.min(position.halfmoves, MOST_HALFMOVES);
  const fullmoves = Math.min(Math.max(position.fullmoves, 1), MOST_FULLMOVES);
  return `${writeEpd(position)} ${halfmoves} ${fullmoves}`;
}
