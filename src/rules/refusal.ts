import { type Context, type Position, pseudoDests } from 'chessops/chess';
import type { NormalMove, Square } from 'chessops/types';
import { makeSquare, roleToChar, squareRank } from 'chessops/util';
import { RookeryError } from '../contract/errors/index.ts';
import type { Color, Variant } from '../contract/game/index.ts';
import { uciOf } from './castling.ts';
import { promotionRoles } from './variants.ts';

/** A move refused: its squares, whether the piece can get there at all, and whether a new piece was named. */
interface Refused {
  readonly from: Square;
  readonly to: Square;
  readonly reached: boolean;
  readonly promotion: boolean;
}

export const illegal = (detail: string): RookeryError =>
  new RookeryError('illegal_move', { field: 'uci', detail });

export const sideNames = { white: 'White', black: 'Black' } as const satisfies Record<
  Color,
  string
>;

/** The refusal of something that is no move in UCI. */
export function unreadable(uci: string, variant: Variant): RookeryError {
  const shown = uci.length > 10 ? `${uci.slice(0, 10)}…` : uci;
  const drop = variant === 'crazyhouse' ? '; a piece dropped is written like "N@f3"' : '';
  return illegal(
    `"${shown}" is not a move; write the square left and the square reached, like "e2e4", and the new piece after a promotion, like "e7e8q"${drop}`,
  );
}

/** The refusal of a move that can be read but not played: what was wrong, and what would be right. */
export function refusal(position: Position, variant: Variant, refused: Refused): RookeryError {
  return illegal(
    refused.reached ? promotionFault(variant, refused) : moveFault(position, variant, refused),
  );
}

/** `a, b or c`. */
const either = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join('');

function promotionFault(variant: Variant, { from, to, promotion }: Refused): string {
  const uci = makeSquare(from) + makeSquare(to);
  const forms = promotionRoles(variant).map((role) => `"${uci}${roleToChar(role)}"`);
  return promotion
    ? `only a pawn that reaches the last rank becomes another piece; write "${uci}"`
    : `a pawn that reaches the last rank becomes another piece: write ${either(forms)}`;
}

function moveFault(position: Position, variant: Variant, { from, to }: Refused): string {
  const us = sideNames[position.turn];
  const piece = position.board.get(from);
  if (!piece)
    return `there is no piece on ${makeSquare(from)}; name the square of a piece of ${us}`;
  if (piece.color !== position.turn) {
    return `the ${piece.role} on ${makeSquare(from)} is ${sideNames[piece.color]}’s, and it is ${us}’s move`;
  }
  const context = position.ctx();
  if (context.variantEnd) return 'the game is over';
  const allowed = Array.from(position.dests(from, context), (square) =>
    uciOf(position, { from, to: square }, variant).slice(2),
  );
  const can = allowed.length > 0 ? `it can go to ${allowed.join(', ')}` : 'it has no legal move';
  const what = `the ${piece.role} on ${makeSquare(from)} can’t go to ${makeSquare(to)}`;
  if (piece.role === 'king' && meansCastling(position, variant, from, to)) {
    return `${us} can’t castle that way: king and rook must not have moved, nothing may stand between them, and the king may not leave, cross or reach an attacked square`;
  }
  if (!pseudoDests(position, from, context).has(to)) return `${what}; ${can}`;
  return `${what}: ${forbidding(position, context, { from, to })}; ${can}`;
}

/** Whether a king's move that isn't legal was probably meant as castling. */
function meansCastling(position: Position, variant: Variant, from: Square, to: Square): boolean {
  if (variant === 'antichess' || variant === 'racingKings') return false;
  const twoSquares = Math.abs(to - from) === 2 && squareRank(from) === squareRank(to);
  return twoSquares || position.board.pieces(position.turn, 'rook').has(to);
}

/** Which rule forbids a move that the piece could make if it were alone. */
function forbidding(position: Position, context: Context, move: NormalMove): string {
  const us = sideNames[position.turn];
  if (context.mustCapture) return `${us} can take something and therefore must`;
  const after = position.clone();
  after.play(move);
  const king = after.board.kingOf(position.turn);
  if (position.rules === 'atomic' && king === undefined) {
    return `${us}’s own king would explode`;
  }
  if (position.rules === 'racingkings' && isSafe(after, position.turn, king)) {
    return 'no move may give check in Racing Kings';
  }
  return context.checkers.nonEmpty() && move.from !== context.king
    ? `${us}’s king would still be in check`
    : `${us}’s king would be in check`;
}

const isSafe = (after: Position, color: Color, king: Square | undefined): boolean =>
  king !== undefined &&
  after.kingAttackers(king, color === 'white' ? 'black' : 'white', after.board.occupied).isEmpty();
