import { describe, expect, it } from 'vitest';
import { canClaimThreefold, startRecord, takeBack } from './index.ts';
import { gameFrom } from './notation.testing.ts';

const KNIGHTS = ' Nf3 Nf6 Ng1 Ng8';

describe('taking back', () => {
  it('E-5 restores the game before the last moves', () => {
    const game = gameFrom(undefined, 'e4 d5 exd5 Qxd5');
    expect(takeBack(game, 1)).toEqual(gameFrom(undefined, 'e4 d5 exd5'));
    expect(takeBack(game, 2)).toEqual(gameFrom(undefined, 'e4 d5'));
    expect(takeBack(game, 0)).toEqual(game);
  });

  it('E-5 stops at the start', () => {
    expect(takeBack(gameFrom(undefined, 'e4'), 2)).toEqual(startRecord());
  });

  it('E-5 returns a captured piece from the pocket', () => {
    const before = gameFrom(undefined, 'e4 d5', 'crazyhouse');
    expect(takeBack(gameFrom(undefined, 'e4 d5 exd5', 'crazyhouse'), 1)).toEqual(before);
  });
});

describe('E-2 the claim of a draw', () => {
  it('E-2 can be made when the position has occurred three times, not twice', () => {
    expect(canClaimThreefold(gameFrom(undefined, KNIGHTS))).toBe(false);
    expect(canClaimThreefold(gameFrom(undefined, KNIGHTS.repeat(2)))).toBe(true);
    expect(canClaimThreefold(gameFrom(undefined, `${KNIGHTS.repeat(2)} e4`))).toBe(false);
  });

  it('E-2 can’t be made after the position has changed', () => {
    expect(canClaimThreefold(gameFrom(undefined, `${KNIGHTS.repeat(2)} Nc3`))).toBe(false);
  });
});
