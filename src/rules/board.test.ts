import { describe, expect, it } from 'vitest';
import {
  checkedKing,
  isPromotion,
  legalDests,
  legalDrops,
  type PocketRole,
  pocketRoles,
  promotionRoles,
  startRecord,
} from './index.ts';
import { initialFenOf } from './variants.ts';

const START = 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1';

describe('destinations for the board', () => {
  it('belong to the side to move, without pieces that can’t move', () => {
    const dests = legalDests(START);
    expect(dests.size).toBe(10);
    expect(dests.get('e2')).toEqual(['e3', 'e4']);
    expect(dests.get('g1')).toEqual(['f3', 'h3']);
    expect(dests.has('a1')).toBe(false);
  });

  it('include castling as the king’s two squares and onto the rook', () => {
    const dests = legalDests('r3k2r/8/8/8/8/8/8/R3K2R b kq - 0 1');
    expect(dests.get('e8')).toEqual(expect.arrayContaining(['c8', 'a8', 'g8', 'h8']));
  });

  it('include en passant', () => {
    expect(legalDests('4k3/8/8/3pP3/8/8/8/4K3 w - d6 0 2').get('e5')).toEqual(['d6', 'e6']);
  });

  it('are empty when the game is over', () => {
    expect(legalDests('7k/6Q1/6K1/8/8/8/8/8 b - - 0 1').size).toBe(0);
  });
});

describe('destinations in the variants', () => {
  it('G-1 include both castlings of Chess960 wherever the king stands', () => {
    const dests = legalDests('1k6/8/8/8/8/8/8/RK5R w KQ - 0 1', 'chess960');
    expect(dests.get('b1')).toEqual(expect.arrayContaining(['h1', 'g1', 'a1', 'c1']));
    expect(dests.get('b1')?.filter((to) => to === 'c1')).toHaveLength(1);
  });

  it('G-1 are captures only where Antichess demands one', () => {
    const dests = legalDests('8/8/8/3p4/4P3/8/8/R7 w - - 0 1', 'antichess');
    expect([...dests]).toEqual([['e4', ['d5']]]);
  });

  it('G-1 give no check in Racing Kings', () => {
    expect(legalDests('8/8/8/8/8/8/k7/1R5K w - - 0 1', 'racingKings').get('b1')).not.toContain(
      'a1',
    );
  });

  it('G-1 are empty once a variant’s own end has come', () => {
    expect(legalDests('4k3/8/8/8/4K3/8/8/8 b - - 0 1', 'kingOfTheHill').size).toBe(0);
  });
});

describe('drops on the board', () => {
  const drops = (fen: string, role?: PocketRole) =>
    legalDrops(startRecord(fen, 'crazyhouse'), role);

  it('G-1 are possible on every empty square, pawns not to the outer ranks', () => {
    const fen = '4k3/8/8/8/8/8/8/4K3[NP] w - - 0 1';
    expect(drops(fen)).toHaveLength(62);
    expect(drops(fen, 'knight')).toHaveLength(62);
    expect(drops(fen, 'pawn')).toHaveLength(48);
    expect(drops(fen, 'queen')).toEqual([]);
  });

  it('G-1 must parry a check', () => {
    expect(drops('4k3/8/8/8/4r3/8/8/4K3[P] w - - 0 1')).toEqual(['e2', 'e3']);
    expect(drops('4k3/8/8/8/8/5n2/8/4K3[P] w - - 0 1')).toEqual([]);
  });

  it('G-1 are empty in other games', () => {
    for (const role of pocketRoles) expect(legalDrops(startRecord(), role)).toEqual([]);
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

describe('promotion pieces', () => {
  it('G-1 are four, a king too in Antichess, none in Racing Kings', () => {
    const four = ['queen', 'rook', 'bishop', 'knight'];
    expect(promotionRoles('standard')).toEqual(four);
    expect(promotionRoles('antichess')).toEqual([...four, 'king']);
    expect(promotionRoles('racingKings')).toEqual([]);
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

describe('the king in check in the variants', () => {
  it('G-1 does not exist in Antichess, nor beside the other king in Atomic', () => {
    expect(checkedKing('4k3/8/8/8/8/8/4r3/4K3 w - - 0 1', 'antichess')).toBeNull();
    expect(checkedKing('8/8/8/8/8/8/3kr3/4K3 w - - 0 1', 'atomic')).toBeNull();
    expect(checkedKing('3k4/8/8/8/8/8/4r3/4K3 w - - 0 1', 'atomic')).toBe('white');
    expect(checkedKing(initialFenOf('horde'), 'horde')).toBeNull();
  });
});
