import { describe, expect, test } from 'vitest';
import { MAX_BODY_BYTES } from '../server/http-kit/body.ts';
import { type StoredReview, storedReview } from './stored-review.ts';

const review: StoredReview = {
  engine: 'Stockfish 10',
  depth: 18,
  evaluations: [{ cp: 30 }, { mate: -3 }],
  lines: ['e2e4 e7e5', ''],
};

const isValid = (change: Readonly<Record<string, unknown>>) =>
  storedReview.safeParse({ ...review, ...change }).success;

describe('AN-11 a stored review', () => {
  test('AN-11 is kept as it is', () => {
    expect(storedReview.parse(review)).toEqual(review);
  });

  test.each([
    ['promotions, drops and Chess960 castling', { lines: ['e7e8q', 'P@e4 N@f3', 'a2a1k', 'e1h1'] }],
    ['8 moves in a line', { lines: [Array(8).fill('e2e4').join(' ')] }],
    ['no plies', { evaluations: [], lines: [] }],
    ['1000 plies', { evaluations: Array(1000).fill({ cp: 1 }) }],
  ])('AN-11 may have %s', (_, change) => {
    expect(isValid(change)).toBe(true);
  });

  test.each([
    ['no engine', { engine: ' ' }],
    ['a long name of the engine', { engine: 'x'.repeat(101) }],
    ['a control character', { engine: 'a\u0000b' }],
    ['depth 0', { depth: 0 }],
    ['half a depth', { depth: 1.5 }],
    ['a great depth', { depth: 246 }],
    ['an evaluation of neither kind', { evaluations: [{}] }],
    ['an evaluation of both kinds', { evaluations: [{ cp: 1, mate: 1 }] }],
    ['a missing evaluation', { evaluations: [null] }],
    ['a mate in 0', { evaluations: [{ mate: 0 }] }],
    ['a mate in 501', { evaluations: [{ mate: 501 }] }],
    ['half a centipawn', { evaluations: [{ cp: 0.5 }] }],
    ['30,001 centipawns', { evaluations: [{ cp: -30_001 }] }],
    ['no number', { evaluations: [{ cp: Number.NaN }] }],
    ['1001 plies', { evaluations: Array(1001).fill({ cp: 1 }) }],
    ['1001 lines', { lines: Array(1001).fill('') }],
    ['9 moves in a line', { lines: [Array(9).fill('e2e4').join(' ')] }],
    ['SAN', { lines: ['Nf3'] }],
    ['a null move', { lines: ['0000'] }],
    ['a line in several lines', { lines: ['e2e4\n'] }],
    ['two spaces', { lines: ['e2e4  e7e5'] }],
  ])('AN-11 may not have %s', (_, change) => {
    expect(isValid(change)).toBe(false);
  });

  test('AN-11 of the greatest length is shorter than a request may be', () => {
    const longest = {
      ...review,
      evaluations: Array(1000).fill({ cp: -1234 }),
      lines: Array(1000).fill(Array(8).fill('e2e4').join(' ')),
    };
    expect(isValid(longest)).toBe(true);
    expect(JSON.stringify(longest).length).toBeLessThan(MAX_BODY_BYTES);
  });
});
