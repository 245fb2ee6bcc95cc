import { describe, expect, it } from 'vitest';
import { checkedKing, isPromotion, legalDests } from './index.ts';

const START = 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1';

describe('destinations for the board', () => {
  it('are those of the side to move, without the pieces that can’t move', () => {
    const dests = legalDests(START);
    expect(dests.size).toBe(10);
    expect(dests.get('e2')).toEqual(['e3', 'e4']);
    expect(dests.get('g1')).toEqual(['f3', 'h3']);
    expect(dests.has('a1')).toBe(false);
  });

  it('hold castling as the king’s two squares and onto the rook', () => {
    const dests = legalDests('r3k2r/8/8/8/8/8/8/R3K2R b kq - 0 1');
    expect(dests.get('e8')).toEqual(expect.arrayContaining(['c8', 'a8', 'g8', 'h8']));
  });

  it('hold en passant', () => {
    expect(legalDests('4k3/8/8/3pP3/8/8/8/4K3 w - d6 0 2').get('e5')).toEqual(['d6', 'e6']);
  });

  it('are none when the game is over', () => {
    expect(legalDests('7k/6Q1/6K1/8/8/8/8/8 b - - 0 1').size).toBe(0);
  });
});

describe('promotion on the board', () => {
  const fen = '4k3/1P6/8/8/8/8/1p6/R3K3 w - - 0 1';
  it.each([
    ['b7', 'b8', true],
    ['b2', 'b1', true],
    ['b2', 'a1', true],
    ['b7', 'b6', false],
    ['e1', 'e8', false],
    ['a1', 'a8', false],
    ['c7', 'c8', false],
    ['x', 'b8', false],
  ])('%s–%s: %s', (from, to, promotes) => {
    expect(isPromotion(fen, from, to)).toBe(promotes);
  });
});

describe('the king in check', () => {
  it.each([
    [START, null],
    ['4k3/8/8/8/8/8/4r3/4K3 w - - 0 1', 'white'],
    ['4k3/4R3/8/8/8/8/8/4K3 b - - 0 1', 'black'],
  ])('%s: %s', (fen, color) => {
    expect(checkedKing(fen)).toBe(color);
  });
});
