import { describe, expect, test } from 'vitest';
import { seenBy } from './evaluation.ts';
import { read } from './evaluations.testing.ts';
import { type Choice, puzzleKind, solverMoves } from './puzzle.ts';

const choice = (best: string, second?: string): Choice => {
  const [one, other] = read(`${best} ${second ?? ''}`);
  if (!one) throw new Error('an evaluation is needed');
  return { best: one, second: other ?? null };
};

const turned = ({ best, second }: Choice): Choice => ({
  best: seenBy('black', best),
  second: second && seenBy('black', second),
});

const kindOf = (before: string, best: string, second?: string) => {
  const [was] = read(before);
  if (!was) throw new Error('an evaluation is needed');
  const kind = puzzleKind('white', was, choice(best, second));
  expect(puzzleKind('black', seenBy('black', was), turned(choice(best, second)))).toBe(kind);
  return kind;
};

// W is 70 at 230.1 centipawns, 75.1 at 300, 55.1 at 55.8; C is 0.7 at 471.1.
describe('AN-15 the puzzle after a mistake, the same for Black', () => {
  test.each([
    ['0', '231', '0', 'casual'],
    ['0', '231', '-100', 'casual'],
    ['0', '230', '-100', null],
    ['0', '300', '55', 'casual'],
    ['0', '300', '56', null],
    ['0', '472', '0', 'rated'],
    ['0', '471', '0', 'casual'],
    ['0', '231', '-400', 'rated'],
    ['0', '210', '-400', null],
    ['0', '#15', '0', 'rated'],
    ['0', '#16', '0', 'casual'],
    ['0', '#3', '#9', null],
    ['0', '#3', '#-2', 'rated'],
    ['0', '-100', '#-2', null],
    ['300', '600', '0', 'rated'],
    ['301', '600', '0', 'casual'],
    ['#20', '600', '0', 'casual'],
    ['#-3', '600', '0', 'rated'],
  ])('AN-15 before %s, best %s, second %s: %s', (before, best, second, kind) => {
    expect(kindOf(before, best, second)).toBe(kind);
  });

  test('AN-15 needs two legal moves', () => {
    expect(kindOf('0', '#1')).toBeNull();
  });
});

test('AN-15 the line goes on while the solver’s move is the only good one, and ends on it', () => {
  const good = choice('600', '0');
  const casual = choice('300', '0');
  const free = choice('600', '590');
  const count = (choices: readonly Choice[], kind: 'rated' | 'casual') => {
    const moves = solverMoves('white', choices, kind);
    expect(solverMoves('black', choices.map(turned), kind)).toBe(moves);
    return moves;
  };
  expect(count([good, good, free, good], 'rated')).toBe(2);
  expect(count([good, casual, good], 'rated')).toBe(1);
  expect(count([good, casual, good], 'casual')).toBe(3);
  expect(count([good, choice('#1')], 'rated')).toBe(1);
  expect(count([free], 'casual')).toBe(0);
  expect(count([good, choice('210', '-400')], 'rated')).toBe(1);
});
