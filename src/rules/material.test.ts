import { describe, expect, it } from 'vitest';
import { checksLeft, materialLead, play, pockets } from './index.ts';
import type { Pockets } from './material.ts';
import { gameFrom } from './notation.testing.ts';
import { initialFenOf } from './variants.ts';

describe('the material lead', () => {
  it.each([
    ['at the start', initialFenOf('standard'), 0],
    ['a queen up', '4k3/8/8/8/8/8/8/3QK3 w - - 0 1', 9],
    ['rook, bishop and knight down', 'rn2k2b/8/8/8/8/8/8/4K3 w - - 0 1', -11],
    ['two pawns for a knight', '4k1n1/8/8/8/8/8/PP6/4K3 b - - 0 1', -1],
    ['with pockets', '4k3/8/8/8/8/8/8/4K3[QPn] w - - 0 1', 7],
    ['with checks counted', '4k3/8/8/8/8/8/8/3RK3 w - - 1+2 0 1', 5],
    ['of the horde', initialFenOf('horde'), 36 - 39],
    ['without a king', '8/8/8/8/8/8/8/R7 w - - 0 1', 5],
  ])('E-6 %s: %s → %i', (_name, fen, lead) => {
    expect(materialLead(fen)).toBe(lead);
  });
});

const nothing: Pockets['white'] = { pawn: 0, knight: 0, bishop: 0, rook: 0, queen: 0 };

describe('the pockets', () => {
  it('G-1 gain captured pieces, a promoted piece as a pawn', () => {
    const game = gameFrom('3rk3/2P5/8/8/8/8/8/4K3[] w - - 0 1', 'cxd8=Q+ Kxd8', 'crazyhouse');
    expect(pockets(game)).toEqual({
      white: { ...nothing, rook: 1 },
      black: { ...nothing, pawn: 1 },
    });
  });

  it('G-1 lose dropped pieces, and are read from the FEN as well', () => {
    const game = gameFrom('4k3/8/8/8/8/8/8/4K3[NNp] w - - 0 1', '', 'crazyhouse');
    expect(pockets(game.initialFen)).toEqual(pockets(game));
    expect(pockets(play(game, 'N@f3'))).toEqual({
      white: { ...nothing, knight: 1 },
      black: { ...nothing, pawn: 1 },
    });
  });

  it('G-1 are absent in other variants', () => {
    expect(pockets(gameFrom(undefined))).toBeNull();
    expect(pockets(initialFenOf('atomic'))).toBeNull();
  });
});

describe('the remaining checks', () => {
  it('G-1 count down for the side that gives check', () => {
    expect(checksLeft(initialFenOf('threeCheck'))).toEqual({ white: 3, black: 3 });
    const game = gameFrom('4k3/8/8/8/8/8/8/R3K3 w - - 2+3 0 1', 'Ra8+', 'threeCheck');
    expect(game.position.remainingChecks).toMatchObject({ white: 1, black: 3 });
    expect(checksLeft('4k3/8/8/8/8/8/8/4K3 w - - 1+3 0 1')).toEqual({ white: 1, black: 3 });
    expect(checksLeft('4k3/8/8/8/8/8/8/4K3 w - - 0 1 +0+1')).toEqual({ white: 3, black: 2 });
    expect(checksLeft(initialFenOf('standard'))).toBeNull();
  });
});
