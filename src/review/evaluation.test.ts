import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clampedCp,
  compareEvaluations,
  type Evaluation,
  seenBy,
  winningChance,
  winPercentage,
} from './evaluation.ts';
import { read } from './evaluations.testing.ts';

const evaluation: fc.Arbitrary<Evaluation> = fc.oneof(
  fc.integer({ min: -20_000, max: 20_000 }).map((cp) => ({ cp })),
  fc.integer({ min: 1, max: 200 }).map((mate) => ({ mate })),
  fc.integer({ min: -200, max: -1 }).map((mate) => ({ mate })),
);

describe('AN-2 win percentage', () => {
  test.each([
    [0, '50.0000'],
    [100, '59.1026'],
    [300, '75.1126'],
    [1000, '97.5447'],
    [5000, '97.5447'],
    [-5000, '2.4553'],
  ])('AN-2 W(%d) = %s', (cp, expected) => {
    expect(winPercentage({ cp }).toFixed(4)).toBe(expected);
  });

  test('AN-2 a mate counts ±1000 centipawns, whatever its length', () => {
    expect(read('#1 #30 #-1 #-30').map(clampedCp)).toEqual([1000, 1000, -1000, -1000]);
    expect(winPercentage({ mate: -3 })).toBe(winPercentage({ cp: -1000 }));
  });

  test('AN-2 the winning chance is not clamped', () => {
    expect(winningChance({ cp: 2000 })).toBeGreaterThan(winningChance({ cp: 1000 }));
  });

  test('AN-2 what one side wins the other loses', () => {
    fc.assert(
      fc.property(evaluation, (one) => {
        const mirrored = seenBy('black', one);
        expect(winPercentage(one) + winPercentage(mirrored)).toBeCloseTo(100, 9);
        expect(winningChance(one) + winningChance(mirrored)).toBeCloseTo(0, 9);
        expect(seenBy('white', one)).toEqual(one);
      }),
    );
  });
});

describe('AN-1 the order of evaluations', () => {
  test('AN-1 from Black’s quickest mate to White’s', () => {
    const order = read('#-1 #-9 -20000 -5 0 5 20000 #9 #1');
    expect([...order].reverse().sort(compareEvaluations)).toEqual(order);
  });

  test('AN-1 is the other way round from the other side', () => {
    fc.assert(
      fc.property(evaluation, evaluation, (one, other) => {
        const turned = compareEvaluations(seenBy('black', one), seenBy('black', other));
        expect(turned + compareEvaluations(one, other)).toBe(0);
      }),
    );
  });
});
