import { expect, test } from 'vitest';
import { CommandRate } from './command-rate.ts';

test('W-8 50 commands in 10 s are served, those after them refused, and the 200th closes', () => {
  const pace = new CommandRate();
  const verdicts = Array.from({ length: 200 }, (_, n) => pace.judge(n * 10));
  expect(verdicts.slice(0, 50)).toEqual(Array(50).fill('serve'));
  expect(verdicts.slice(50, 199)).toEqual(Array(149).fill('refuse'));
  expect(verdicts[199]).toBe('close');
});

test('W-8 a client that keeps to five commands a second is always served', () => {
  const pace = new CommandRate();
  for (let n = 0; n < 1000; n++) expect(pace.judge(n * 200)).toBe('serve');
});

test('W-8 after ten quiet seconds all is forgotten', () => {
  const pace = new CommandRate();
  for (let n = 0; n < 100; n++) pace.judge(0);
  expect(pace.judge(9_999)).toBe('refuse');
  expect(pace.judge(20_000)).toBe('serve');
});
