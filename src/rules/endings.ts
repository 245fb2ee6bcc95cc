import type { Context, Position } from 'chessops/chess';
import { opposite } from 'chessops/util';
import type { Color, Ending, EndReason } from '../contract/game/index.ts';
import type { GameRecord } from './record.ts';
import { PERIOD, repetitionCount } from './repetition.ts';

/** Plies without a capture or a pawn move after which the game is drawn: fifty moves by each side. */
const FIFTY_MOVES = 100;
const FIVEFOLD = 5;
const FIVEFOLD_PLIES = (FIVEFOLD - 1) * PERIOD;

const draw = (reason: EndReason): Ending => ({ reason, winner: null });

/**
 * The ending that the position brings by itself (E-1), or null. A variant's own end takes precedence over everything,
 * checkmate over every draw. Crazyhouse has no fifty-move rule: a side with pieces in its pocket can always drop one.
 */
export function automaticEnding(record: GameRecord): Ending | null {
  const { position, reversiblePlies } = record;
  const context = position.ctx();
  if (context.variantEnd) return variantEnding(position, context);
  if (!position.hasDests(context)) return immobile(position, context);
  if (position.isInsufficientMaterial()) return draw('insufficientMaterial');
  if (reversiblePlies >= FIVEFOLD_PLIES && repetitionCount(record) >= FIVEFOLD) {
    return draw('fivefoldRepetition');
  }
  return position.halfmoves >= FIFTY_MOVES && !position.pockets ? draw('fiftyMoves') : null;
}

const variantEnding = (position: Position, context: Context): Ending => ({
  reason: 'variantEnd',
  winner: position.variantOutcome(context)?.winner ?? null,
});

/** The ending for a side without a move: mate, stalemate, or in Antichess its win. */
function immobile(position: Position, context: Context): Ending {
  if (context.checkers.nonEmpty()) {
    return { reason: 'checkmate', winner: opposite(position.turn) };
  }
  return position.variantOutcome(context) ? variantEnding(position, context) : draw('stalemate');
}

/**
 * Whether `color` has the material to win at all (E-3, C-6). In standard chess it does not with a bare king; with king and
 * knight against only king and queens; with bishops and no pawn, knight or bishop of the other square colour on the board.
 * Variants follow their own rules.
 */
export function canMate(record: GameRecord, color: Color): boolean {
  return !record.position.hasInsufficientMaterial(color);
}
