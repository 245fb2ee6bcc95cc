import type { Context, Position } from 'chessops/chess';
import { SquareSet } from 'chessops/squareSet';
import type { DropMove, Move, NormalMove, Square } from 'chessops/types';
import { charToRole, parseSquare } from 'chessops/util';
import type { Variant } from '../contract/game/index.ts';
import { castlingSide } from './castling.ts';
import { countDrops, dropSquares, isPocketRole } from './drops.ts';
import { illegalDrop } from './illegal-drop.ts';
import { illegalMove, unreadable } from './illegal-move.ts';
import { promotionsOf } from './variants.ts';

const UCI = /^[a-h][1-8][a-h][1-8][qrbn]?$/;
/** In Antichess a pawn may become a king. */
const ANTICHESS_UCI = /^[a-h][1-8][a-h][1-8][qrbnk]?$/;
const DROP = /^[PNBRQpnbrq]@[a-h][1-8]$/;

/** Whether a legal move between these squares is a pawn reaching its last rank. */
const promotes = (position: Position, from: Square, to: Square): boolean =>
  position.board.pawn.has(from) && SquareSet.backranks().has(to);

/**
 * The legal move that `uci` names: castling as the king's move (`e1g1`) or onto the rook (`e1h1`), a promotion piece
 * exactly when a pawn promotes, a drop as `N@f3`.
 * @throws RookeryError `illegal_move` (field `uci`) with what was wrong and what would be right
 */
export function legalMove(position: Position, uci: string, variant: Variant = 'standard'): Move {
  if (uci[1] === '@') return legalDrop(position, uci, variant);
  const from = parseSquare(uci.slice(0, 2));
  const to = parseSquare(uci.slice(2, 4));
  const form = variant === 'antichess' ? ANTICHESS_UCI : UCI;
  if (from === undefined || to === undefined || !form.test(uci)) throw unreadable(uci, variant);
  const promotion = charToRole(uci.slice(4));
  const side = castlingSide(position, from, to, variant);
  const target = (side && position.castles.rook[position.turn][side]) ?? to;
  const reached = position.dests(from).has(target);
  if (!reached || promotes(position, from, to) !== (promotion !== undefined)) {
    throw illegalMove(position, variant, { from, to, reached, promotion: promotion !== undefined });
  }
  return promotion ? { from, to, promotion } : { from, to: target };
}

function legalDrop(position: Position, uci: string, variant: Variant): DropMove {
  const role = charToRole(uci.charAt(0));
  const to = parseSquare(uci.slice(2));
  if (!role || !isPocketRole(role) || to === undefined || !DROP.test(uci)) {
    throw unreadable(uci, variant);
  }
  if (!dropSquares(position, role).has(to)) throw illegalDrop(position, variant, role, to);
  return { role, to };
}

/** Every legal move of the pieces on the board, castling once (onto the rook); `legalDropMoves` has the drops. */
export function* legalMoves(position: Position, context: Context): Generator<NormalMove> {
  const promotions = promotionsOf(position.rules);
  for (const from of position.board[position.turn]) {
    for (const to of position.dests(from, context)) {
      if (!promotes(position, from, to)) yield { from, to };
      else for (const promotion of promotions) yield { from, to, promotion };
    }
  }
}

/** How many legal moves there are, drops included; counts without listing them. @internal exported for its tests */
export function countLegalMoves(position: Position, context: Context): number {
  const extra = promotionsOf(position.rules).length - 1;
  let count = countDrops(position, context);
  for (const from of position.board[position.turn]) {
    const dests = position.dests(from, context);
    const promoting = position.board.pawn.has(from)
      ? dests.intersect(SquareSet.backranks()).size()
      : 0;
    count += dests.size() + promoting * extra;
  }
  return count;
}
