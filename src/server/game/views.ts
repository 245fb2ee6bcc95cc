import type { GameSummary, GameSync, GameView } from '../../contract/game/index.ts';
import { dueAtMs } from './due.ts';
import { type GameState, nameAt, plyOf } from './state.ts';

const seatsOf = (state: GameState) => ({
  whiteUsername: nameAt(state, 'white'),
  blackUsername: nameAt(state, 'black'),
  whiteRating: state.seats.white?.rating ?? null,
  blackRating: state.seats.black?.rating ?? null,
});

export function viewOf(state: GameState): GameView {
  const playing = state.status === 'playing' ? state : null;
  const finished = state.status === 'finished' ? state : null;
  return {
    gameID: state.gameID,
    gameName: state.gameName,
    setup: state.setup,
    ...seatsOf(state),
    status: state.status,
    createdAtMs: state.createdAtMs,
    lastEvent: state.lastEvent,
    initialFen: state.record.initialFen,
    fen: state.fen,
    moves: [...state.record.moves],
    clocks: state.clocks,
    turnBeganAtMs: playing?.turnBeganAtMs ?? null,
    drawOffer: playing?.drawOffer ?? null,
    takebackOffer: playing?.takebackOffer ?? null,
    rematchOffer: finished?.rematchOffer ?? null,
    rematchID: finished?.rematchID ?? null,
    ending: finished?.ending ?? null,
    ratings: finished?.ratings ?? null,
  };
}

export function summaryOf(state: GameState): GameSummary {
  return {
    gameID: state.gameID,
    gameName: state.gameName,
    setup: state.setup,
    ...seatsOf(state),
    status: state.status,
    ply: plyOf(state),
    fen: state.fen,
    lastMove: state.record.moves.at(-1)?.uci ?? null,
    ending: state.status === 'finished' ? state.ending : null,
    changedAtMs: state.changedAtMs,
    dueAtMs: dueAtMs(state),
  };
}

/** The clocks as they are at `nowMs` (see `gameSync`). */
export function syncOf(state: GameState, nowMs: number): GameSync {
  return {
    nowMs,
    lastEvent: state.lastEvent,
    clocks: state.clocks,
    turnBeganAtMs: state.status === 'playing' ? state.turnBeganAtMs : null,
    dueAtMs: dueAtMs(state),
  };
}
