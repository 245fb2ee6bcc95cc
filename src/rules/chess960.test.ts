import { describe, expect, it } from 'vitest';
import { CHESS960_COUNT, chess960Fen, fenOf, play, startRecord } from './index.ts';
import { gameFrom } from './notation.testing.ts';
import { initialFenOf } from './variants.ts';

const rankOf = (index: number): string => chess960Fen(index).split('/')[0] ?? '';

describe('the starts of Chess960', () => {
  it.each([
    [0, 'bbqnnrkr'],
    [1, 'bqnbnrkr'],
    [518, 'rnbqkbnr'],
    [959, 'rkrnnqbb'],
  ])('G-1 number %i is %s', (index, rank) => {
    expect(rankOf(index)).toBe(rank);
  });

  it('G-1 number 518 is the standard position', () => {
    expect(chess960Fen(518)).toBe(initialFenOf('chess960'));
  });

  it('G-1 are 960 different positions, each with the king between the rooks and bishops on both colours', () => {
    const ranks = Array.from({ length: CHESS960_COUNT }, (_, index) => rankOf(index));
    expect(new Set(ranks).size).toBe(960);
    for (const rank of ranks) {
      expect([...rank].sort().join('')).toBe('bbknnqrr');
      expect(rank).toMatch(/r.*k.*r/);
      expect((rank.indexOf('b') + rank.lastIndexOf('b')) % 2).toBe(1);
    }
  });

  it('G-1 are spelled as chessops spells them', () => {
    for (let index = 0; index < CHESS960_COUNT; index += 37) {
      expect(startRecord(chess960Fen(index), 'chess960').initialFen).toBe(chess960Fen(index));
    }
  });

  it.each([-1, 960, 1.5, Number.NaN])('G-1 there is none with the number %d', (index) => {
    expect(() => chess960Fen(index)).toThrow(RangeError);
  });
});

describe('castling in Chess960', () => {
  it.each([
    [
      'e1',
      'r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1',
      'e1g1',
      'e1h1',
      'r3k2r/8/8/8/8/8/8/R4RK1 b kq - 1 1',
    ],
    ['b1', '1k6/8/8/8/8/8/8/1K5R w K - 0 1', 'b1g1', 'b1h1', '1k6/8/8/8/8/8/8/5RK1 b - - 1 1'],
    ['g1', '1k6/8/8/8/8/8/8/R5K1 w Q - 0 1', 'g1c1', 'g1a1', '1k6/8/8/8/8/8/8/2KR4 b - - 1 1'],
  ])('G-1 from %s takes both notations and stores one', (_from, fen, target, rook, after) => {
    for (const uci of [target, rook]) {
      const game = play(startRecord(fen, 'chess960'), uci);
      expect(game.moves[0]?.uci).toBe(rook);
      expect(fenOf(game)).toBe(after);
    }
  });

  it('G-1 is not a king’s single step to its castling square', () => {
    const fen = '1k6/8/8/8/8/8/8/5K1R w K - 0 1';
    expect(play(startRecord(fen, 'chess960'), 'f1g1').moves).toEqual([{ uci: 'f1g1', san: 'Kg1' }]);
    expect(play(startRecord(fen, 'chess960'), 'f1h1').moves).toEqual([{ uci: 'f1h1', san: 'O-O' }]);
  });

  it('G-1 is legal where only the rook moves', () => {
    const game = gameFrom('1k6/8/8/8/8/8/8/6KR w K - 0 1', 'O-O', 'chess960');
    expect(game.moves[0]?.uci).toBe('g1h1');
    expect(fenOf(game)).toBe('1k6/8/8/8/8/8/8/5RK1 b - - 1 1');
  });

  it('G-1 is illegal where the rook guarded the king from a check', () => {
    const pinned = startRecord('7k/8/8/8/8/8/8/rR1K4 w Q - 0 1', 'chess960');
    expect(() => play(pinned, 'd1b1')).toThrow('White can’t castle that way');
  });
});
