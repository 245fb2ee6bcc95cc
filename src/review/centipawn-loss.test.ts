import { expect, test } from 'vitest';
import { averageCentipawnLoss } from './centipawn-loss.ts';
import { read } from './evaluations.testing.ts';
import { vectors } from './vectors.testing.ts';

test.each(vectors)('AN-7 $name: average centipawn loss $centipawnLoss', (vector) => {
  const evaluations = read(vector.evaluations);
  const of = (side: 'white' | 'black') => averageCentipawnLoss(evaluations, vector.first, side);
  expect([of('white'), of('black')]).toEqual(vector.centipawnLoss);
});

test('AN-6 is rounded half up, and what is gained doesn’t count', () => {
  // White loses 5 and gains 100: 2.5.
  expect(averageCentipawnLoss(read('10 10 110'), 'white', 'white')).toBe(3);
});

test('AN-6 centipawns are clamped and a mate counts 1000', () => {
  expect(averageCentipawnLoss(read('1500 #3 900'), 'white', 'white')).toBe(50);
});

test('AN-6 there is none for a side without a move, or while an evaluation is missing', () => {
  expect(averageCentipawnLoss(read('10'), 'white', 'black')).toBeNull();
  expect(averageCentipawnLoss([{ cp: 10 }, null], 'white', 'white')).toBeNull();
});
