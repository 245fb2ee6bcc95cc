import { expect, test } from 'vitest';
import { CommandRate } from './command-rate.ts';

test('W-8 50 commands in 10 s are executed, further ones rejected, and the 200th closes the connection', () => {
  const rate = new CommandRate();
  const verdicts = Array.from({ length: 200 }, (_, n) => rate.judge(n * 10));
  expect(verdicts.slice(0, 50)).toEqual(Array(50).fill('serve'));
  expect(verdicts.slice(50, 199)).toEqual(Array(149).fill('reject'));
  expect(verdicts[199]).toBe('close');
});

test('W-8 five commands a second are always executed', () => {
  const rate = new CommandRate();
  for (let n = 0; n < 1000; n++) expect(rate.judge(n * 200)).toBe('serve');
});

test('W-8 ten quiet seconds reset the count', () => {
  const rate = new CommandRate();
  for (let n = 0; n < 100; n++) rate.judge(0);
  expect(rate.judge(9_999)).toBe('reject');
  expect(rate.judge(20_000)).toBe('serve');
});
