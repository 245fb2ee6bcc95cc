import { describe, expect, it } from 'vitest';
import type { Variant } from '../contract/game/index.ts';
import { fenOf, play, replay, startRecord } from './index.ts';
import { gameFrom, lastSan } from './notation.testing.ts';

/** The game after one move in UCI. */
const played = (variant: Variant, fen: string | undefined, uci: string) =>
  play(startRecord(fen, variant), uci);

describe('drops', () => {
  it('G-1 take the piece from the pocket and are stored in upper case', () => {
    for (const uci of ['N@f3', 'n@f3']) {
      const game = played('crazyhouse', '4k3/8/8/8/8/8/8/4K3[Nn] w - - 0 1', uci);
      expect(game.moves).toEqual([{ uci: 'N@f3', san: 'N@f3' }]);
      expect(fenOf(game)).toBe('4k3/8/8/8/8/5N2/8/4K3[n] b - - 1 1');
    }
  });

  it('G-1 of a pawn have no letter in SAN; the pawn can step twice and be taken en passant', () => {
    const game = gameFrom('4k3/3p4/8/8/8/8/8/4K3[P] w - - 0 1', '@e5 d5 exd6', 'crazyhouse');
    expect(game.moves.map(({ uci }) => uci)).toEqual(['P@e5', 'd7d5', 'e5d6']);
    expect(fenOf(game)).toBe('4k3/8/3P4/8/8/8/8/4K3[P] b - - 0 2');
  });

  it('G-1 of a rook give no castling right', () => {
    const game = gameFrom('4k3/8/8/8/8/8/8/4K3[R] w KQ - 0 1', 'R@h1 Kd8', 'crazyhouse');
    expect(() => play(game, 'e1g1')).toThrow('can’t castle');
  });

  it('G-1 may give mate', () => {
    const fen = '6k1/5ppp/8/8/8/8/8/6K1[R] w - - 0 1';
    expect(lastSan(played('crazyhouse', fen, 'R@a8'))).toBe('R@a8#');
  });

  it.each([
    ['R@f3', 'White has no rook to drop; the pocket holds: pawn, knight'],
    ['N@e1', 'there is a king on e1; a piece is dropped on an empty square'],
    ['P@a1', 'a pawn can’t be dropped on the first or the last rank'],
    ['P@h8', 'a pawn can’t be dropped on the first or the last rank'],
    ['K@f3', '"K@f3" is not a move; write the square left'],
    ['N@f9', 'a piece dropped is written like "N@f3"'],
    ['N@f3q', 'is not a move'],
    ['@f3', '"@f3" is not a move'],
  ])('G-1 %s is illegal: %s', (uci, text) => {
    const fen = '4k3/8/8/8/8/8/8/4K3[NP] w - - 0 1';
    expect(() => played('crazyhouse', fen, uci)).toThrow(text);
  });

  it('G-1 that leave the king in check are illegal', () => {
    const fen = '4k3/8/8/8/4r3/8/8/4K3[P] w - - 0 1';
    expect(() => played('crazyhouse', fen, 'P@a3')).toThrow(
      'the pawn can’t be dropped on a3: White’s king would still be in check; it can be dropped on e2, e3',
    );
  });

  it('G-1 from an empty pocket and in other variants are illegal', () => {
    expect(() => played('crazyhouse', undefined, 'N@f3')).toThrow('the pocket is empty');
    expect(() => played('standard', undefined, 'N@f3')).toThrow(
      'there are no drops in standard chess; move a piece',
    );
  });
});

describe('Antichess', () => {
  it('G-1 requires captures, and the error says so', () => {
    const fen = '8/8/8/3p4/4P3/8/8/R7 w - - 0 1';
    expect(() => played('antichess', fen, 'a1a2')).toThrow(
      'the rook on a1 can’t go to a2: White can take something and therefore must; it has no legal move',
    );
    expect(() => played('antichess', fen, 'e4e5')).toThrow('therefore must; it can go to d5');
    expect(lastSan(played('antichess', fen, 'e4d5'))).toBe('exd5#');
  });

  it('G-1 allows promotion to a king', () => {
    const fen = '8/P6p/8/8/8/8/8/8 w - - 0 1';
    expect(played('antichess', fen, 'a7a8k').moves).toEqual([{ uci: 'a7a8k', san: 'a8=K' }]);
    expect(() => played('antichess', fen, 'a7a8')).toThrow('"a7a8b", "a7a8n" or "a7a8k"');
    expect(() => played('atomic', '4k3/P7/8/8/8/8/8/4K3 w - - 0 1', 'a7a8k')).toThrow(
      'is not a move',
    );
  });

  it('G-1 has no castling', () => {
    expect(() => played('antichess', '4k3/8/8/8/8/8/8/4K2R w - - 0 1', 'e1g1')).toThrow(
      'the king on e1 can’t go to g1; it can go to',
    );
  });
});

describe('Atomic', () => {
  it('G-1 removes the pieces around a capture, except pawns', () => {
    const game = played('atomic', '4k3/8/8/2nbp3/3p4/8/8/3RK3 w - - 0 1', 'd1d4');
    expect(fenOf(game)).toBe('4k3/8/8/4p3/8/8/8/4K3 b - - 0 1');
  });

  it('G-1 takes castling rights with the rook', () => {
    const game = played('atomic', 'r3k2r/1p6/8/8/8/8/1R6/4K3 w kq - 0 1', 'b2b7');
    expect(fenOf(game)).toBe('4k2r/8/8/8/8/8/8/4K3 b k - 0 1');
  });

  it('G-1 forbids exploding one’s own king, which captures nothing', () => {
    const fen = 'k7/8/8/8/8/8/3pR3/3K4 w - - 0 1';
    expect(() => played('atomic', fen, 'e2d2')).toThrow(
      'the rook on e2 can’t go to d2: White’s own king would explode; it can go to',
    );
    expect(() => played('atomic', fen, 'd1d2')).toThrow('White’s own king would explode');
  });

  it('G-1 lets the kings stand side by side, where there is no check', () => {
    const fen = '8/8/8/8/8/4k3/7r/3K4 w - - 0 1';
    expect(lastSan(played('atomic', fen, 'd1e2'))).toBe('Ke2');
    expect(() => played('atomic', fen, 'd1c2')).toThrow('White’s king would be in check');
  });
});

describe('Racing Kings', () => {
  it('G-1 forbids giving and suffering check', () => {
    const fen = '8/8/8/8/8/2r5/k7/1R5K w - - 0 1';
    expect(() => played('racingKings', fen, 'b1a1')).toThrow(
      'the rook on b1 can’t go to a1: no move may give check in Racing Kings; it can go to',
    );
    expect(() => played('racingKings', '8/8/8/8/8/8/k5r1/7K w - - 0 1', 'h1h2')).toThrow(
      'White’s king would be in check',
    );
  });
});

describe('Horde', () => {
  it('G-1 lets pawns of the first rank step twice, without en passant', () => {
    const game = played('horde', '4k3/8/8/8/8/1p6/8/P7 w - - 0 1', 'a1a3');
    expect(fenOf(game)).toBe('4k3/8/8/8/8/Pp6/8/8 b - - 0 1');
  });
});

describe('a finished game', () => {
  it('G-1 allows no more moves', () => {
    const fen = '4k3/8/8/8/4K3/8/8/8 b - - 0 1';
    expect(() => played('kingOfTheHill', fen, 'e8e7')).toThrow('the game is over');
  });
});

describe('replay', () => {
  it('G-1 reproduces the game in its variant', () => {
    const game = gameFrom(undefined, 'e4 d5 exd5 Qxd5 @e4 Qxe4+', 'crazyhouse');
    expect(replay(game.initialFen, game.moves, 'crazyhouse')).toEqual(game);
  });
});
