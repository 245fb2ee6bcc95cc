import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { performanceRating, ratingDifference } from './performance-rating.ts';

const games = (...results: [opponentRating: number, score: number][]) =>
  results.map(([opponentRating, score]) => ({ opponentRating, score }));

describe('PF-7 FIDE’s table', () => {
  test.each([
    [50, 0],
    [51, 7],
    [67, 125],
    [75, 193],
    [80, 240],
    [83, 273],
    [90, 366],
    [99, 677],
    [100, 800],
    [33, -125],
    [0, -800],
  ])('PF-7 %d %% is %d', (percent, difference) => {
    expect(ratingDifference(percent)).toBe(difference);
  });

  test('PF-7 rises with each per cent and is antisymmetric', () => {
    for (let percent = 0; percent < 100; percent++) {
      expect(ratingDifference(percent + 1)).toBeGreaterThan(ratingDifference(percent));
      expect(ratingDifference(100 - percent) + ratingDifference(percent)).toBe(0);
    }
  });

  test('PF-7 is that of the normal curve with a deviation of 2000/7, within a fifth of a per cent', () => {
    for (let percent = 1; percent < 100; percent++) {
      const chance = normal((ratingDifference(percent) * 7) / 2000);
      expect(Math.abs(chance - percent / 100)).toBeLessThan(0.002);
    }
  });

  test.each([-1, 101, 66.7])('PF-7 %d %% is not in it', (percent) => {
    expect(() => ratingDifference(percent)).toThrow(RangeError);
  });
});

/** The standard normal distribution, by Simpson's rule. */
function normal(x: number): number {
  const steps = 200;
  const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(0) + density(x);
  for (let step = 1; step < steps; step++) {
    sum += (step % 2 === 1 ? 4 : 2) * density((x * step) / steps);
  }
  return 0.5 + (sum * x) / steps / 3;
}

describe('PF-7 the performance rating', () => {
  test.each([
    ['one win against 1500', games([1500, 1]), 2300],
    ['a win and a draw', games([1500, 1], [1500, 0.5]), 1693],
    ['a win and two draws', games([1500, 1], [1500, 0.5], [1500, 0.5]), 1625],
    ['a win against 1500 and a loss against 1700', games([1500, 1], [1700, 0]), 1600],
    ['an average rounded down', games([1500, 1], [1501, 0]), 1500],
    [
      '62.5 % rounded half up',
      games(...[1, 1, 1, 1, 1, 0, 0, 0].map((one): [number, number] => [1500, one])),
      1595,
    ],
  ])('PF-7 %s', (_, played, rating) => {
    expect(performanceRating(played)).toBe(rating);
  });

  test('PF-7 there is none without a game', () => {
    expect(performanceRating([])).toBeNull();
  });

  test('PF-7 is never more than 800 from the average opponent', () => {
    const game = fc.record({
      opponentRating: fc.integer({ min: 400, max: 3400 }),
      score: fc.constantFrom(0, 0.5, 1),
    });
    fc.assert(
      fc.property(fc.array(game, { minLength: 1, maxLength: 300 }), (played) => {
        const mean = played.reduce((sum, one) => sum + one.opponentRating, 0) / played.length;
        const rating = performanceRating(played) ?? Number.NaN;
        expect(Math.abs(rating - Math.floor(mean))).toBeLessThanOrEqual(800);
      }),
    );
  });
});
