import { expect, test } from 'vitest';
import { count, grouped } from './count.ts';

test('numbers are grouped as English does, and nouns are counted', () => {
  const numbers = [0, 7, 999, 1000, 12_345, 999_999, 1_000_000, 1_234_567_890];
  expect(numbers.map(grouped)).toEqual(numbers.map((number) => number.toLocaleString('en')));
  expect(count(1, 'game')).toBe('1 game');
  expect(count(0, 'game')).toBe('0 games');
  expect(count(1234, 'reply', 'replies')).toBe('1,234 replies');
});
