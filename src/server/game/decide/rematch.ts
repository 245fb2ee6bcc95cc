import { RookeryError } from '../../../contract/errors/index.ts';
import { type Color, isVoid, opponentOf } from '../../../contract/game/index.ts';
import { type FinishedGame, isSolo } from '../state.ts';
import type { ActionTable, Decision } from './command.ts';

/** E-7. Fails when the opponent has offered one: accepting needs a new game. */
export function offer(state: FinishedGame, color: Color): Decision {
  requirePossible(state);
  if (state.rematchOffer !== null) throw new RookeryError('offer_open');
  return { events: [{ type: 'rematchOffered', color }] };
}

/** @param gameID the new game */
export function accept(state: FinishedGame, color: Color, gameID: number): Decision {
  requirePossible(state);
  requireOffer(state, color);
  return { events: [{ type: 'rematched', gameID }] };
}

export function decline(state: FinishedGame, color: Color): Decision {
  requireOffer(state, color);
  return { events: [{ type: 'rematchDeclined', color }] };
}

/** Withdraws one's own offer. */
export function cancel(state: FinishedGame, color: Color): Decision {
  if (state.rematchOffer !== color) throw new RookeryError('no_rematch_offer');
  return { events: [{ type: 'rematchCancelled', color }] };
}

function requirePossible(state: FinishedGame): void {
  if (state.rematchID !== null) throw new RookeryError('rematch_made');
  const { white, black } = state.seats;
  if (!white || !black || isSolo(state) || isVoid(state.ending)) {
    throw new RookeryError('no_opponent');
  }
}

function requireOffer(state: FinishedGame, color: Color): void {
  if (state.rematchOffer !== opponentOf(color)) throw new RookeryError('no_rematch_offer');
}

const notOver = (): never => {
  throw new RookeryError('game_not_over');
};

/** The actions about a rematch, for finished games. */
export const rematchActions: ActionTable<'offerRematch' | 'declineRematch' | 'cancelRematch'> = {
  offerRematch: notOver,
  declineRematch: notOver,
  cancelRematch: notOver,
};
