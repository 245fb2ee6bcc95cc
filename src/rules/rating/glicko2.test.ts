import { expect, test } from 'vitest';
import { newcomer, rate } from './glicko2.ts';

const strength = (rating: number, deviation: number) => ({ rating, deviation, volatility: 0.06 });

test('G-2 reproduces the worked example of Glickman’s paper', () => {
  const scores = [
    { opponent: strength(1400, 30), score: 1 },
    { opponent: strength(1550, 100), score: 0 },
    { opponent: strength(1700, 300), score: 0 },
  ];
  const after = rate(strength(1500, 200), scores);
  expect(after.rating).toBeCloseTo(1464.06, 1);
  expect(after.deviation).toBeCloseTo(151.52, 1);
  // The paper truncates 0.059996 to five places.
  expect(Math.trunc(after.volatility * 100_000)).toBe(5999);
});

test('G-2 between new players a win raises as much as a loss lowers; a draw changes nothing', () => {
  const win = rate(newcomer, [{ opponent: newcomer, score: 1 }]);
  const loss = rate(newcomer, [{ opponent: newcomer, score: 0 }]);
  const draw = rate(newcomer, [{ opponent: newcomer, score: 0.5 }]);
  expect(win.rating - 1500).toBeCloseTo(1500 - loss.rating);
  expect(win.rating).toBeGreaterThan(1600);
  expect(draw.rating).toBeCloseTo(1500);
  expect(win.deviation).toBeLessThan(newcomer.deviation);
});

test('G-2 inactivity raises the deviation, up to that of a new player', () => {
  expect(rate(strength(1800, 60), [], 100).deviation).toBeGreaterThan(60);
  expect(rate(strength(1800, 60), [], 1e9)).toEqual({ ...strength(1800, 350) });
});
