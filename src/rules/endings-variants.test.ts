import { describe, expect, it } from 'vitest';
import type { Variant } from '../contract/game/index.ts';
import { automaticEnding, canMate, type GameRecord, startRecord } from './index.ts';
import { gameFrom } from './notation.testing.ts';

const endingOf = (variant: Variant, fen?: string, line?: string) =>
  automaticEnding(gameFrom(fen, line, variant));
const draw = (reason: string) => ({ reason, winner: null });
const won = (winner: string) => ({ reason: 'variantEnd', winner });

describe('E-1 King of the Hill', () => {
  it('E-1 a king on the hill has won', () => {
    const fen = '4k3/8/8/8/8/3K4/8/8 w - - 0 1';
    expect(endingOf('kingOfTheHill', fen, 'Ke4')).toEqual(won('white'));
    expect(endingOf('kingOfTheHill', fen, 'Kc4')).toBeNull();
    expect(endingOf('standard', fen, 'Ke4')).toEqual(draw('insufficientMaterial'));
  });

  it('E-1 bare kings play on; mate and stalemate are as in standard chess', () => {
    expect(endingOf('kingOfTheHill', '4k3/8/8/8/8/8/8/4K3 w - - 0 1')).toBeNull();
    expect(endingOf('kingOfTheHill', undefined, 'f3 e5 g4 Qh4#')).toEqual({
      reason: 'checkmate',
      winner: 'black',
    });
    expect(endingOf('kingOfTheHill', '7k/8/8/6Q1/8/8/8/K7 w - - 0 1', 'Qg6')).toEqual(
      draw('stalemate'),
    );
  });
});

describe('E-1 Three-check', () => {
  it('E-1 the third check wins, the second does not', () => {
    const fen = '4k3/8/8/8/8/8/8/R3K2R w - - 2+3 0 1';
    expect(endingOf('threeCheck', fen, 'Ra8+')).toBeNull();
    expect(endingOf('threeCheck', fen, 'Ra8+ Kd7 Ra7+')).toEqual(won('white'));
  });

  it('E-1 a double check counts once', () => {
    const game = gameFrom('3rk3/8/8/8/4N3/8/8/4R1K1 w - - 3+3 0 1', 'Nf6+', 'threeCheck');
    expect(game.position.remainingChecks).toMatchObject({ white: 2, black: 3 });
  });

  it('E-1 bare kings are a draw', () => {
    expect(endingOf('threeCheck', '4k3/8/8/8/8/8/8/4K3 w - - 3+3 0 1')).toEqual(
      draw('insufficientMaterial'),
    );
    expect(endingOf('threeCheck', '4k3/8/8/8/8/8/8/4KN2 w - - 3+3 0 1')).toBeNull();
  });
});

describe('E-1 Antichess', () => {
  it('E-1 a side without pieces has won', () => {
    expect(endingOf('antichess', '8/8/8/8/8/1r6/P7/8 w - - 0 1', 'axb3')).toEqual(won('black'));
  });

  it('E-1 stalemate is won by the side that can’t move', () => {
    expect(endingOf('antichess', '8/8/8/8/p7/8/P7/8 w - - 0 1', 'a3')).toEqual(won('black'));
  });

  it('E-1 a king is taken like any other piece', () => {
    expect(endingOf('antichess', '8/8/8/8/8/1k6/P6P/8 w - - 0 1', 'axb3')).toEqual(won('black'));
    expect(endingOf('antichess', '4k3/8/8/8/8/8/8/K3R3 w - - 0 1', 'Rxe8')).toEqual(won('black'));
  });

  it('E-1 bishops that never meet are a draw', () => {
    expect(endingOf('antichess', '8/8/8/6b1/8/3B4/4B3/5B2 w - - 0 1')).toEqual(
      draw('insufficientMaterial'),
    );
    expect(endingOf('antichess', '8/8/5b2/8/8/3B4/3B4/8 w - - 0 1')).toBeNull();
  });
});

describe('E-1 Atomic', () => {
  it('E-1 an exploded king has lost', () => {
    const line = 'Nf3 f6 Nd4 Nh6 Ne6 a6 Nxd8#';
    expect(endingOf('atomic', undefined, line)).toEqual(won('white'));
  });

  it('E-1 checkmate, stalemate and insufficient material are as in standard chess', () => {
    expect(endingOf('atomic', undefined, 'e4 e5 Qh5 Nc6 Qxf7#')).toEqual(won('white'));
    expect(endingOf('atomic', '7k/R7/8/8/8/8/8/1R5K w - - 0 1', 'Rb8#')).toEqual({
      reason: 'checkmate',
      winner: 'white',
    });
    expect(endingOf('atomic', 'k7/7R/8/8/8/8/8/1R5K w - - 0 1', 'Rg7')).toEqual(draw('stalemate'));
    expect(endingOf('atomic', '8/3k4/8/8/2N5/8/3K4/8 b - - 0 1')).toEqual(
      draw('insufficientMaterial'),
    );
  });
});

describe('E-1 Horde', () => {
  it('E-1 a horde without pieces has lost', () => {
    expect(endingOf('horde', '4k3/8/8/8/8/8/r7/P7 b - - 0 1', 'Rxa1')).toEqual(won('black'));
  });

  it('E-1 the horde mates, and is drawn when it can’t move', () => {
    expect(endingOf('horde', '7k/5Q2/6P1/8/8/8/8/8 w - - 0 1', 'Qh7#')).toEqual({
      reason: 'checkmate',
      winner: 'white',
    });
    expect(endingOf('horde', '4k3/8/8/8/8/p7/P7/8 b - - 0 1', 'Kd8')).toEqual(draw('stalemate'));
  });
});

describe('E-1 Racing Kings', () => {
  it('E-1 Black alone on the last rank has won; White has when Black can’t follow', () => {
    expect(endingOf('racingKings', '8/1k5K/8/8/8/8/8/8 b - - 0 1', 'Kb8')).toEqual(won('black'));
    expect(endingOf('racingKings', '8/7K/8/1k6/8/8/8/8 w - - 0 1', 'Kh8')).toEqual(won('white'));
  });

  it('E-1 Black may follow White to the last rank, for a draw', () => {
    const fen = '8/1k5K/8/8/8/8/8/8 w - - 0 1';
    expect(endingOf('racingKings', fen, 'Kh8')).toBeNull();
    expect(endingOf('racingKings', fen, 'Kh8 Kb8')).toEqual(draw('variantEnd'));
    expect(endingOf('racingKings', fen, 'Kh8 Kb6')).toEqual(won('white'));
  });
});

describe('E-1 Crazyhouse', () => {
  it('E-1 a check that a drop parries is no checkmate', () => {
    const fen = (pocket: string) => `6k1/5ppp/8/8/8/8/8/R5K1[${pocket}] w - - 0 1`;
    expect(endingOf('crazyhouse', fen('n'), 'Ra8+')).toBeNull();
    expect(endingOf('crazyhouse', fen('p'), 'Ra8#')).toEqual({
      reason: 'checkmate',
      winner: 'white',
    });
  });

  it('E-1 a drop saves from stalemate, and pocket pieces count as material', () => {
    const fen = (pocket: string) => `7k/8/8/6Q1/8/8/8/K7[${pocket}] w - - 0 1`;
    expect(endingOf('crazyhouse', fen(''), 'Qg6')).toEqual(draw('stalemate'));
    expect(endingOf('crazyhouse', fen('p'), 'Qg6')).toBeNull();
    expect(endingOf('crazyhouse', '4k3/8/8/8/8/8/8/4K3[N] w - - 0 1')).toEqual(
      draw('insufficientMaterial'),
    );
    expect(endingOf('crazyhouse', '4k3/8/8/8/8/8/8/4K3[R] w - - 0 1')).toBeNull();
  });

  it('E-1 has no fifty-move rule; other variants do', () => {
    expect(endingOf('crazyhouse', '8/k7/8/8/8/8/8/K5RR[] w - - 99 80', 'Rh2')).toBeNull();
    for (const variant of ['chess960', 'kingOfTheHill', 'atomic', 'racingKings'] as const) {
      expect(endingOf(variant, '8/k7/8/8/8/8/8/K5RR w - - 99 80', 'Rh2')).toEqual(
        draw('fiftyMoves'),
      );
    }
  });
});

describe('C-6 mating material', () => {
  const able = (record: GameRecord) => [canMate(record, 'white'), canMate(record, 'black')];

  it.each([
    ['standard', '4k3/8/8/8/8/8/8/4K3 w - - 0 1', [false, false]],
    ['chess960', '3qk3/8/8/8/8/8/8/4KN2 w - - 0 1', [false, true]],
    ['chess960', '3nk3/8/8/8/8/8/8/4KN2 w - - 0 1', [true, true]],
    ['chess960', '3rk3/8/8/8/8/8/8/4KB2 w - - 0 1', [false, true]],
    ['chess960', '4kb2/8/8/8/8/8/8/4KB2 w - - 0 1', [true, true]],
    ['crazyhouse', '4k3/8/8/8/8/8/8/4K3[P] w - - 0 1', [true, true]],
    ['crazyhouse', '4k3/8/8/8/8/8/6N1/4K3[] w - - 0 1', [false, false]],
    ['kingOfTheHill', '4k3/8/8/8/8/8/8/4K3 w - - 0 1', [true, true]],
    ['racingKings', '8/8/8/8/8/8/k6K/8 w - - 0 1', [true, true]],
    ['threeCheck', '4k3/8/8/8/8/8/8/4KN2 w - - 3+3 0 1', [true, false]],
    ['antichess', '8/8/8/6b1/8/3B4/4B3/5B2 w - - 0 1', [false, false]],
    ['antichess', '8/8/5b2/8/8/3B4/3B4/8 w - - 0 1', [false, true]],
    ['atomic', '8/4qk2/8/8/8/8/3K4/8 w - - 0 1', [false, true]],
    ['atomic', '8/4rk2/8/8/8/8/3K4/8 w - - 0 1', [false, false]],
    ['atomic', '8/1k6/8/2n5/8/3NK3/8/8 b - - 0 1', [true, true]],
    ['horde', '4k3/8/8/8/8/8/8/Q7 w - - 0 1', [false, true]],
    ['horde', '4k3/8/8/8/8/8/8/QQ6 w - - 0 1', [true, true]],
  ] as const)('C-6 in %s, %s: White and Black %j', (variant, fen, expected) => {
    expect(able(startRecord(fen, variant))).toEqual(expected);
  });
});
