import { initialClocks } from '../../contract/game/chess-time.ts';
import type { GameView } from '../../contract/game/index.ts';
import { plainSetup } from '../../contract/game/setup.ts';
import type { TimeControl } from '../../contract/game/time.ts';

const INITIAL = 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1';

/** A game of Ada and Bob that has just begun, for tests. */
export function aGame(changes: Partial<GameView> = {}): GameView {
  return {
    gameID: 1,
    gameName: 'a game',
    setup: plainSetup,
    whiteUsername: 'ada',
    blackUsername: 'bob',
    whiteRating: null,
    blackRating: null,
    status: 'playing',
    createdAtMs: 0,
    lastEvent: 2,
    initialFen: INITIAL,
    fen: INITIAL,
    moves: [],
    clocks: null,
    turnBeganAtMs: 0,
    drawOffer: null,
    takebackOffer: null,
    rematchOffer: null,
    rematchID: null,
    ending: null,
    ratings: null,
    ...changes,
  };
}

/** The same with a clock, after 1. e4 e5: White's time runs from `turnBeganAtMs`. */
export function aTimedGame(timeControl: TimeControl, changes: Partial<GameView> = {}): GameView {
  return aGame({
    setup: { ...plainSetup, timeControl },
    clocks: initialClocks(timeControl),
    fen: 'rnbqkbnr/pppp1ppp/8/4p3/4P3/8/PPPP1PPP/RNBQKBNR w KQkq - 0 2',
    moves: [
      { uci: 'e2e4', san: 'e4' },
      { uci: 'e7e5', san: 'e5' },
    ],
    ...changes,
  });
}
