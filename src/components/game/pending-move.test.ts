import { describe, expect, test } from 'vitest';
import type { GameView } from '../../contract/game.ts';
import { plainSetup } from '../../contract/setup.ts';
import { isOpen, pendingMove, withPending } from './pending-move.ts';

const INITIAL = 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1';
const game: GameView = {
  gameID: 1,
  gameName: 'a game',
  setup: plainSetup,
  whiteRating: null,
  blackRating: null,
  clocks: null,
  turnBeganAtMs: 0,
  takebackOffer: null,
  rematchOffer: null,
  rematchID: null,
  ratings: null,
  whiteUsername: 'ada',
  blackUsername: 'bob',
  status: 'playing',
  createdAtMs: 0,
  lastEvent: 2,
  initialFen: INITIAL,
  fen: INITIAL,
  moves: [],
  drawOffer: null,
  ending: null,
};

describe('a move shown before its answer', () => {
  const e4 = pendingMove(game, 'e2e4');

  test('has its SAN and its position', () => {
    expect(e4).toMatchObject({ ply: 0, uci: 'e2e4', san: 'e4' });
    expect(withPending(game, e4)).toMatchObject({
      fen: e4.fen,
      moves: [{ uci: 'e2e4', san: 'e4' }],
    });
  });

  test('is open until the game has its ply, or is over', () => {
    expect(isOpen(e4, game)).toBe(true);
    expect(isOpen(e4, { ...game, moves: [{ uci: 'd2d4', san: 'd4' }] })).toBe(false);
    expect(isOpen(e4, { ...game, status: 'finished' })).toBe(false);
  });

  test('names castling by the king’s squares, though the king was dropped on the rook', () => {
    const castling = { ...game, fen: '4k3/8/8/8/8/8/8/4K2R w K - 0 1' };
    expect(pendingMove(castling, 'e1h1')).toMatchObject({ uci: 'e1g1', san: 'O-O' });
  });

  test('must be legal', () => {
    expect(() => pendingMove(game, 'e2e5')).toThrow();
  });
});
