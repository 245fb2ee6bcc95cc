import type { Context, Position } from 'chessops/chess';
import { SquareSet } from 'chessops/squareSet';
import type { NormalMove, Role, Square } from 'chessops/types';
import { charToRole, parseSquare } from 'chessops/util';
import { castlingSide } from './castling.ts';
import { refusal, unreadable } from './refusal.ts';

const UCI = /^[a-h][1-8][a-h][1-8][qrbn]?$/;
const PROMOTIONS: readonly Role[] = ['queen', 'rook', 'bishop', 'knight'];

/** Whether a legal move between these squares is a pawn reaching its last rank. */
const promotes = (position: Position, from: Square, to: Square): boolean =>
  position.board.pawn.has(from) && SquareSet.backranks().has(to);

/**
 * The legal move that `uci` names: castling as the king's own move (`e1g1`) or onto the rook (`e1h1`), the new piece
 * exactly when a pawn promotes.
 * @throws RookeryError `illegal_move` (field `uci`) saying what was wrong and what would be right.
 */
export function legalMove(position: Position, uci: string): NormalMove {
  const from = parseSquare(uci.slice(0, 2));
  const to = parseSquare(uci.slice(2, 4));
  if (from === undefined || to === undefined || !UCI.test(uci)) throw unreadable(uci);
  const promotion = charToRole(uci.slice(4));
  const side = castlingSide(position, from, to);
  const target = (side && position.castles.rook[position.turn][side]) ?? to;
  const reached = position.dests(from).has(target);
  if (!reached || promotes(position, from, to) !== (promotion !== undefined)) {
    throw refusal(position, { from, to, reached, promotion: promotion !== undefined });
  }
  return promotion ? { from, to, promotion } : { from, to: target };
}

/** Every legal move, castling once (onto the rook). */
export function* legalMoves(position: Position, context: Context): Generator<NormalMove> {
  for (const from of position.board[position.turn]) {
    for (const to of position.dests(from, context)) {
      if (!promotes(position, from, to)) yield { from, to };
      else for (const promotion of PROMOTIONS) yield { from, to, promotion };
    }
  }
}

/** How many legal moves there are, without listing them. */
export function countLegalMoves(position: Position, context: Context): number {
  let count = 0;
  for (const from of position.board[position.turn]) {
    const dests = position.dests(from, context);
    const promoting = position.board.pawn.has(from)
      ? dests.intersect(SquareSet.backranks()).size()
      : 0;
    count += dests.size() + promoting * (PROMOTIONS.length - 1);
  }
  return count;
}
