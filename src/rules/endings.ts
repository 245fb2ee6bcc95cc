import { opposite } from 'chessops/util';
import type { Color, Ending, EndReason } from '../contract/game.ts';
import type { GameRecord } from './record.ts';
import { repetitionCount } from './repetition.ts';

/** Plies without a capture or a pawn move after which the game is drawn: fifty moves of each side. */
const FIFTY_MOVES = 100;
const FIVEFOLD = 5;
/** A position recurs after 4 plies at the earliest. */
const FIVEFOLD_PLIES = (FIVEFOLD - 1) * 4;

const draw = (reason: EndReason): Ending => ({ reason, winner: null });

/** How the game has ended by itself (E-1), or null while it goes on. Checkmate precedes everything. */
export function automaticEnding(record: GameRecord): Ending | null {
  const { position, reversiblePlies } = record;
  const context = position.ctx();
  if (!position.hasDests(context)) {
    return context.checkers.nonEmpty()
      ? { reason: 'checkmate', winner: opposite(position.turn) }
      : draw('stalemate');
  }
  if (position.isInsufficientMaterial()) return draw('insufficientMaterial');
  if (reversiblePlies >= FIVEFOLD_PLIES && repetitionCount(record) >= FIVEFOLD) {
    return draw('fivefoldRepetition');
  }
  return position.halfmoves >= FIFTY_MOVES ? draw('fiftyMoves') : null;
}

/**
 * Whether `color` has the material to mate at all (E-3, C-6). It has not with a bare king; with king and knight against
 * only king and queens; with bishops while no pawn, knight or bishop on squares of the other colour is there to help.
 */
export function canMate(record: GameRecord, color: Color): boolean {
  return !record.position.hasInsufficientMaterial(color);
}
