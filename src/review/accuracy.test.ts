import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accuracy, accuracyByPhase, moveAccuracy, shownAccuracy } from './accuracy.ts';
import { winPercentage } from './evaluation.ts';
import { read } from './evaluations.testing.ts';
import { vectors } from './vectors.testing.ts';

describe('AN-3 the accuracy of a move', () => {
  test.each([
    [5, '80.8153'],
    [10, '64.5798'],
    [20, '41.0168'],
    [40, '15.9090'],
    [80, '1.0002'],
    [90, '0.0000'],
  ])('AN-3 a fall of W by %d gives %s', (fall, expected) => {
    expect(moveAccuracy(95, 95 - fall).toFixed(4)).toBe(expected);
  });

  test('AN-3 is 100 if W did not fall, and never above it', () => {
    expect(moveAccuracy(40, 40)).toBe(100);
    expect(moveAccuracy(40, 90)).toBe(100);
    expect(moveAccuracy(40, 39.999)).toBe(100);
  });

  test('AN-3 falls with W', () => {
    const percentage = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(percentage, percentage, percentage, (before, one, other) => {
        const better = moveAccuracy(before, Math.max(one, other));
        const worse = moveAccuracy(before, Math.min(one, other));
        expect(better).toBeGreaterThanOrEqual(worse);
        expect(worse).toBeGreaterThanOrEqual(0);
        expect(better).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('AN-4 the accuracy of a side', () => {
  test.each(vectors)('AN-7 $name: accuracy $accuracy', ({ evaluations, first, accuracy: both }) => {
    const of = (side: 'white' | 'black') => accuracy(read(evaluations), first, side)?.toFixed(2);
    expect([of('white'), of('black')]).toEqual(both);
  });

  test('AN-7 e is shown as it was printed: 82 and 74', () => {
    const e = vectors.find(({ name }) => name === 'e');
    const of = (side: 'white' | 'black') =>
      shownAccuracy(accuracy(read(e?.evaluations ?? ''), 'white', side) ?? -1);
    expect([of('white'), of('black')]).toEqual([82, 74]);
  });

  test('AN-4 is shown as a whole number, half up', () => {
    expect([71.49, 71.5, 72, 0.5].map(shownAccuracy)).toEqual([71, 72, 72, 1]);
  });

  test('AN-4 there is none for a side without a move', () => {
    expect(accuracy([], 'white', 'white')).toBeNull();
    expect(accuracy(read('20'), 'white', 'white')).toBe(100);
    expect(accuracy(read('20'), 'white', 'black')).toBeNull();
    expect(accuracy(read('20'), 'black', 'white')).toBeNull();
  });

  test('AN-4 there is none while a position lacks its evaluation', () => {
    const evaluations = [{ cp: 20 }, { cp: 10 }, null];
    expect(accuracy(evaluations, 'white', 'white')).toBeNull();
    expect(accuracy(evaluations, 'white', 'black')).toBeNull();
    expect(accuracy(evaluations.slice(0, 2), 'white', 'black')).toBe(100);
  });

  test('AN-4 counts the moves that it is asked for', () => {
    const evaluations = read('15 15 -500 -500 -500 -500');
    const before = accuracy(evaluations, 'white', 'white', (index) => index < 2);
    const after = accuracy(evaluations, 'white', 'white', (index) => index >= 2 && index < 4);
    expect(before).toBe(100);
    expect(after).toBeLessThan(50);
    expect(accuracy(evaluations, 'white', 'white', () => false)).toBeNull();
  });

  test('AN-16 a phase’s accuracy is that of the moves chosen in it', () => {
    const evaluations = read('15 15 15 15 -500 -500 -500 15');
    const division = { middlegamePly: 4, endgamePly: 7 };
    const of = (side: 'white' | 'black') => accuracyByPhase(evaluations, 'white', side, division);
    const { middlegame } = of('white');
    expect(of('white')).toEqual({ opening: 100, middlegame, endgame: null });
    // One of White's two moves there is a blunder.
    expect(middlegame).toBeGreaterThan(20);
    expect(middlegame).toBeLessThan(60);
    const black = of('black');
    expect([black.opening, black.middlegame]).toEqual([100, 100]);
    expect(black.endgame).toBeLessThan(40);
  });

  test('AN-16 a game of one phase has there the accuracy of the game', () => {
    const evaluations = read('20 50 -40 10 -90 30');
    const division = { middlegamePly: null, endgamePly: null };
    expect(accuracyByPhase(evaluations, 'white', 'black', division)).toEqual({
      opening: accuracy(evaluations, 'white', 'black'),
      middlegame: null,
      endgame: null,
    });
  });

  test('AN-4 is that of the rule written out, in games of any length', () => {
    const games = fc.array(fc.integer({ min: -600, max: 600 }), {
      minLength: 1,
      maxLength: 130,
      size: 'max',
    });
    fc.assert(
      fc.property(games, fc.boolean(), (cps, isBlackFirst) => {
        const evaluations = cps.map((cp) => ({ cp }));
        const first = isBlackFirst ? 'black' : 'white';
        expect(accuracy(evaluations, first, first)).toBeCloseTo(writtenOut(cps, isBlackFirst), 9);
      }),
    );
  });

  test('AN-4 lies between 0 and 100 in every game', () => {
    const evaluation = fc.oneof(
      fc.integer({ min: -3000, max: 3000 }).map((cp) => ({ cp })),
      fc.constantFrom(-3, -1, 1, 3).map((mate) => ({ mate })),
    );
    fc.assert(
      fc.property(fc.array(evaluation, { minLength: 2, maxLength: 120 }), (evaluations) => {
        for (const side of ['white', 'black'] as const) {
          const value = accuracy(evaluations, 'white', side);
          expect(value).toBeGreaterThanOrEqual(0.5);
          expect(value).toBeLessThanOrEqual(100 + 1e-9);
        }
      }),
    );
  });
});

/** The accuracy of the side that moves first, as AN-4 says it: all windows first, then their moves. */
function writtenOut(cps: readonly number[], isBlackFirst: boolean): number {
  const list = [15, ...cps].map((cp) => winPercentage({ cp }));
  const n = Math.min(8, Math.max(2, Math.floor(cps.length / 10)));
  const windows = Array(n - 2).fill(list.slice(0, n));
  for (let start = 0; start + n <= list.length; start++) windows.push(list.slice(start, start + n));
  let [weighted, weights, inverse, moves] = [0, 0, 0, 0];
  for (let ply = 0; ply < cps.length; ply += 2) {
    const window: number[] = windows[ply];
    const mean = window.reduce((sum, one) => sum + one) / n;
    const deviation = Math.sqrt(window.reduce((sum, one) => sum + (one - mean) ** 2, 0) / n);
    const weight = Math.min(12, Math.max(0.5, deviation));
    const [before = 0, after = 0] = list.slice(ply, ply + 2);
    const value = isBlackFirst
      ? moveAccuracy(100 - before, 100 - after)
      : moveAccuracy(before, after);
    weighted += value * weight;
    weights += weight;
    inverse += 1 / Math.max(1, value);
    moves++;
  }
  return (weighted / weights + moves / inverse) / 2;
}
