import { describe, expect, test } from 'vitest';
import { aGame, aTimedGame } from '../testing.ts';
import { isOpen, pendingMove, withPending } from './pending-move.ts';

const game = aGame();
const now = { premove: false, sentAtMs: 4000 };

describe('a move shown before its answer', () => {
  const e4 = pendingMove(game, 'e2e4', now);

  test('has its SAN and its position', () => {
    expect(e4).toMatchObject({ ply: 0, uci: 'e2e4', san: 'e4', state: 'sending' });
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

  test('E-5 is not open any more once it was taken back', () => {
    const answered = { ...e4, number: 5 };
    expect(isOpen(answered, { ...game, lastEvent: 4 })).toBe(true);
    expect(isOpen(answered, { ...game, lastEvent: 7 })).toBe(false);
  });

  test('names castling by the king’s squares, though the king was dropped on the rook', () => {
    const castling = { ...game, fen: '4k3/8/8/8/8/8/8/4K2R w K - 0 1' };
    expect(pendingMove(castling, 'e1h1', now)).toMatchObject({ uci: 'e1g1', san: 'O-O' });
  });

  test('is read by the rules of its variant', () => {
    const setup = { ...game.setup, variant: 'crazyhouse' as const };
    const fen = '4k3/8/8/8/8/8/8/4K3[N] w - - 0 1';
    expect(pendingMove({ ...game, setup, fen }, 'N@f3', now)).toMatchObject({ san: 'N@f3' });
  });

  test('must be legal', () => {
    expect(() => pendingMove(game, 'e2e5', now)).toThrow();
  });
});

describe('the clocks while a move is on its way', () => {
  const timed = aTimedGame(
    { type: 'clock', limitMs: 60_000, incrementMs: 2000 },
    { turnBeganAtMs: 1000 },
  );
  const with_ = (how: Parameters<typeof pendingMove>[2]) =>
    withPending(timed, pendingMove(timed, 'g1f3', how));

  test('C-4 the own clock stands, with its increment, and the other runs from then on', () => {
    expect(with_(now)).toMatchObject({
      clocks: { whiteMs: 59_000, blackMs: 60_000 },
      turnBeganAtMs: 4000,
    });
  });

  test('G-6 a premove costs nothing', () => {
    expect(with_({ ...now, premove: true }).clocks).toEqual({ whiteMs: 62_000, blackMs: 60_000 });
  });

  test('C-3 the first move costs and earns nothing', () => {
    const first = { ...timed, moves: [], fen: game.fen };
    const after = withPending(first, pendingMove(first, 'e2e4', now));
    expect(after.clocks).toEqual({ whiteMs: 60_000, blackMs: 60_000 });
    expect(after.turnBeganAtMs).toBe(4000);
  });

  test('stay as they are while the server’s time is unknown', () => {
    expect(with_({ ...now, sentAtMs: null })).toMatchObject({
      clocks: timed.clocks,
      turnBeganAtMs: 1000,
    });
  });
});
