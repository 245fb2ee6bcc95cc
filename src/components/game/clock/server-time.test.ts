import { expect, test } from 'vitest';
import { offsetOf, roundTripOf, unknownTime, withSample } from './server-time.ts';

test('C-2 the server’s clock is known by the quickest answer', () => {
  let time = withSample(unknownTime, 1000, 1200, 51_150);
  expect(offsetOf(time)).toBe(50_050);
  time = withSample(time, 2000, 2010, 52_005);
  expect(offsetOf(time)).toBe(50_000);
  time = withSample(time, 3000, 3300, 53_200);
  expect(offsetOf(time)).toBe(50_000);
});

test('a clock that was set or slept makes the earlier answers worthless', () => {
  let time = withSample(unknownTime, 1000, 1010, 51_005);
  time = withSample(time, 2000, 2400, 92_200);
  expect(offsetOf(time)).toBe(90_000);
  expect(time).toHaveLength(1);
});

test('the round trip is that of the last answers, without a single slow one', () => {
  let time = unknownTime;
  expect(roundTripOf(time)).toBeNull();
  for (const [sent, took] of [
    [0, 40],
    [5000, 44.4],
    [10_000, 900],
  ] as const) {
    time = withSample(time, sent, sent + took, sent + took / 2);
  }
  expect(roundTripOf(time)).toBe(44);
});

test('no more answers are kept than those of a minute', () => {
  let time = unknownTime;
  for (let at = 0; at < 30; at++)
    time = withSample(time, at * 5000, at * 5000 + 10 + at, at * 5000);
  expect(time).toHaveLength(12);
});
