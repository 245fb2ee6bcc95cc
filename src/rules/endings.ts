import type { Context, Position } from 'chessops/chess';
import { opposite } from 'chessops/util';
import type { Color, Ending, EndReason } from '../contract/game/index.ts';
import type { GameRecord } from './record.ts';
import { PERIOD, repetitionCount } from './repetition.ts';

/** Plies without a capture or a pawn move after which the game is drawn: fifty moves of each side. */
const FIFTY_MOVES = 100;
const FIVEFOLD = 5;
const FIVEFOLD_PLIES = (FIVEFOLD - 1) * PERIOD;

const draw = (reason: EndReason): Ending => ({ reason, winner: null });

/**
 * How the game has ended by itself (E-1), or null while it goes on. A variant's own end precedes everything, checkmate
 * every draw. Crazyhouse knows no fifty moves: whoever holds a piece can always drop it.
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

/** The end for a side that has no move: mate, stalemate, or in Antichess its victory. */
function immobile(position: Position, context: Context): Ending {
  if (context.checkers.nonEmpty()) {
    return { reason: 'checkmate', winner: opposite(position.turn) };
  }
  return position.variantOutcome(context) ? variantEnding(position, context) : draw('stalemate');
}

/**
 * Whether `color` has the material to win at all (E-3, C-6). In chess it has not with a bare king; with king and knight
 * against only king and queens; with bishops while no pawn, knight or bishop on squares of the other colour is there to
 * help. In the variants as their own rules have it.
 */
export function canMate(record: GameRecord, color: Color): boolean {
  return !record.position.hasInsufficientMaterial(color);
}
