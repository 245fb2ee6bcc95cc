import { type Context, type Position, pseudoDests } from 'chessops/chess';
import type { NormalMove, Role, Square } from 'chessops/types';
import { makeSquare, roleToChar, squareRank } from 'chessops/util';
import { RookeryError } from '../contract/errors/index.ts';
import { type Problem, problem } from '../contract/errors/problems.ts';
import type { Color, Variant } from '../contract/game/index.ts';
import type { ProblemsTexts } from '../generated/texts/problems.ts';
import { uciOf } from './castling.ts';
import { promotionRoles } from './variants.ts';

/** An illegal move: its squares, whether the piece can reach its target, and whether a promotion piece was named. */
interface RejectedMove {
  readonly from: Square;
  readonly to: Square;
  readonly reached: boolean;
  readonly promotion: boolean;
}

export const illegalMoveError = (why: Problem): RookeryError =>
  new RookeryError('illegal_move', { field: 'uci', problem: why });

/** The error for text that is not a UCI move. */
export function unreadable(uci: string, variant: Variant): RookeryError {
  const shown = uci.length > 10 ? `${uci.slice(0, 10)}…` : uci;
  return illegalMoveError(
    problem('move.unreadable', { uci: shown, drops: variant === 'crazyhouse' }),
  );
}

/** The error for a move that can be parsed but not played: what was wrong, and what would be right. */
export function illegalMove(
  position: Position,
  variant: Variant,
  move: RejectedMove,
): RookeryError {
  return illegalMoveError(
    move.reached ? promotionProblem(variant, move) : pieceProblem(position, variant, move),
  );
}

function promotionProblem(variant: Variant, { from, to, promotion }: RejectedMove): Problem {
  const uci = makeSquare(from) + makeSquare(to);
  if (promotion) return problem('move.onlyPawnsPromote', { uci });
  const forms = promotionRoles(variant).map((role) => `"${uci}${roleToChar(role)}"`);
  return problem('move.mustPromote', {
    forms: forms.slice(0, -1).join(', '),
    last: `${forms.at(-1)}`,
  });
}

function pieceProblem(position: Position, variant: Variant, move: RejectedMove): Problem {
  const { from } = move;
  const side = position.turn;
  const square = makeSquare(from);
  const piece = position.board.get(from);
  if (!piece) return problem('move.noPiece', { square, side });
  if (piece.color !== side) {
    return problem('move.notYours', { role: piece.role, square, owner: piece.color, side });
  }
  return position.ctx().variantEnd
    ? problem('move.over')
    : targetProblem(position, variant, { ...move, role: piece.role });
}

/** Why a piece of the side to move can't go to its target. */
function targetProblem(
  position: Position,
  variant: Variant,
  { from, to, role }: RejectedMove & { readonly role: Role },
): Problem {
  const side = position.turn;
  const context = position.ctx();
  if (role === 'king' && meansCastling(position, variant, from, to)) {
    return problem('move.cantCastle', { side });
  }
  const allowed = Array.from(position.dests(from, context), (square) =>
    uciOf(position, { from, to: square }, variant).slice(2),
  );
  const where = {
    role,
    from: makeSquare(from),
    to: makeSquare(to),
    count: allowed.length,
    squares: allowed.join(', '),
  };
  if (!pseudoDests(position, from, context).has(to)) return problem('move.cantReach', where);
  const why = forbidding(position, context, { from, to });
  return problem('move.forbidden', { ...where, side, why });
}

/** Whether an illegal king's move was probably meant as castling. */
function meansCastling(position: Position, variant: Variant, from: Square, to: Square): boolean {
  if (variant === 'antichess' || variant === 'racingKings') return false;
  const twoSquares = Math.abs(to - from) === 2 && squareRank(from) === squareRank(to);
  return twoSquares || position.board.pieces(position.turn, 'rook').has(to);
}

/** The rule that forbids a move which the piece could otherwise make. */
function forbidding(
  position: Position,
  context: Context,
  move: NormalMove,
): ProblemsTexts['move.forbidden']['why'] {
  if (context.mustCapture) return 'mustCapture';
  const after = position.clone();
  after.play(move);
  const king = after.board.kingOf(position.turn);
  if (position.rules === 'atomic' && king === undefined) return 'kingExplodes';
  if (position.rules === 'racingkings' && isSafe(after, position.turn, king)) return 'givesCheck';
  return context.checkers.nonEmpty() && move.from !== context.king ? 'stillInCheck' : 'inCheck';
}

const isSafe = (after: Position, color: Color, king: Square | undefined): boolean =>
  king !== undefined &&
  after.kingAttackers(king, color === 'white' ? 'black' : 'white', after.board.occupied).isEmpty();
