import { type Position, pseudoDests } from 'chessops/chess';
import type { Square } from 'chessops/types';
import { makeSquare, squareRank } from 'chessops/util';
import { RookeryError } from '../contract/errors.ts';
import type { Color } from '../contract/game.ts';
import { uciOf } from './castling.ts';

/** A move refused: its squares, whether the piece can get there at all, and whether a new piece was named. */
interface Refused {
  readonly from: Square;
  readonly to: Square;
  readonly reached: boolean;
  readonly promotion: boolean;
}

const illegal = (detail: string): RookeryError =>
  new RookeryError('illegal_move', { field: 'uci', detail });

const names = { white: 'White', black: 'Black' } as const satisfies Record<Color, string>;

/** The refusal of something that is no move in UCI. */
export function unreadable(uci: string): RookeryError {
  const shown = uci.length > 10 ? `${uci.slice(0, 10)}…` : uci;
  return illegal(
    `"${shown}" is not a move; write the square left and the square reached, like "e2e4", and the new piece after a promotion, like "e7e8q"`,
  );
}

/** The refusal of a move that can be read but not played: what was wrong, and what would be right. */
export function refusal(position: Position, refused: Refused): RookeryError {
  return illegal(refused.reached ? promotionFault(refused) : moveFault(position, refused));
}

function promotionFault({ from, to, promotion }: Refused): string {
  const uci = makeSquare(from) + makeSquare(to);
  return promotion
    ? `only a pawn that reaches the last rank becomes another piece; write "${uci}"`
    : `a pawn that reaches the last rank becomes another piece: write "${uci}q", "${uci}r", "${uci}b" or "${uci}n"`;
}

function moveFault(position: Position, { from, to }: Refused): string {
  const us = names[position.turn];
  const piece = position.board.get(from);
  if (!piece)
    return `there is no piece on ${makeSquare(from)}; name the square of a piece of ${us}`;
  if (piece.color !== position.turn) {
    return `the ${piece.role} on ${makeSquare(from)} is ${names[piece.color]}’s, and it is ${us}’s move`;
  }
  const context = position.ctx();
  const allowed = Array.from(position.dests(from, context), (square) =>
    uciOf(position, { from, to: square }).slice(2),
  );
  const can = allowed.length > 0 ? `it can go to ${allowed.join(', ')}` : 'it has no legal move';
  const what = `the ${piece.role} on ${makeSquare(from)} can’t go to ${makeSquare(to)}`;
  const twoSquares = Math.abs(to - from) === 2 && squareRank(from) === squareRank(to);
  if (
    piece.role === 'king' &&
    (twoSquares || position.board.pieces(position.turn, 'rook').has(to))
  ) {
    return `${us} can’t castle that way: king and rook must not have moved, nothing may stand between them, and the king may not leave, cross or reach an attacked square`;
  }
  if (!pseudoDests(position, from, context).has(to)) return `${what}; ${can}`;
  return context.checkers.nonEmpty() && piece.role !== 'king'
    ? `${what}: ${us}’s king would still be in check; ${can}`
    : `${what}: ${us}’s king would be in check; ${can}`;
}
