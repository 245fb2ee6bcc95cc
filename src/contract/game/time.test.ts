import { describe, expect, test } from 'vitest';
import { initialClocks, speedOf, type TimeControl, timeControl, timeRuns } from './time.ts';

const clock = (limitMs: number, incrementMs: number) =>
  ({ type: 'clock', limitMs, incrementMs }) as const;
const accepts = (value: unknown) => timeControl.safeParse(value).success;

describe('C-1 speeds', () => {
  test.each([
    [29, 'ultraBullet'],
    [30, 'bullet'],
    [179, 'bullet'],
    [180, 'blitz'],
    [479, 'blitz'],
    [480, 'rapid'],
    [1499, 'rapid'],
    [1500, 'classical'],
    [10_800, 'classical'],
  ])('C-1 a limit of %i s is %s', (seconds, speed) => {
    expect(speedOf(clock(seconds * 1000, 0))).toBe(speed);
  });

  test.each([
    [0, 1, 'bullet'], // 40
    [15, 0, 'ultraBullet'],
    [60, 1, 'bullet'], // 100
    [60, 2, 'bullet'], // 140
    [60, 3, 'blitz'], // 180
    [180, 2, 'blitz'], // 260
    [300, 4, 'blitz'], // 460
    [300, 5, 'rapid'], // 500
    [900, 10, 'rapid'], // 1300
    [900, 15, 'classical'], // 1500
    [10_800, 180, 'classical'], // 18,000, the slowest possible
  ])('C-1 %i s + %i s is %s: increments count 40 times', (limit, increment, speed) => {
    expect(speedOf(clock(limit * 1000, increment * 1000))).toBe(speed);
  });

  test('C-1 a game without a clock counts as correspondence', () => {
    expect(speedOf({ type: 'unlimited' })).toBe('correspondence');
    expect(speedOf({ type: 'correspondence', daysPerMove: 1 })).toBe('correspondence');
  });
});

describe('C-1 limits', () => {
  const minute = 60_000;
  test.each([
    clock(180 * minute, 180_000),
    clock(0, 1000),
    clock(1000, 0),
    clock(15_000, 0),
    ...[1, 2, 3, 5, 7, 10, 14].map((daysPerMove) => ({ type: 'correspondence', daysPerMove })),
    { type: 'unlimited' },
  ])('C-1 accepts %j', (value) => expect(accepts(value)).toBe(true));

  const wrong: [why: string, value: unknown][] = [
    ['both are 0', clock(0, 0)],
    ['over 180 minutes', clock(180 * minute + 1000, 0)],
    ['over 180 seconds', clock(minute, 181_000)],
    ['below 0', clock(-1000, 5000)],
    ['an increment below 0', clock(minute, -1000)],
    ['C-2 no whole seconds', clock(minute + 1, 0)],
    ['C-2 half a millisecond', clock(1000.5, 0)],
    ['C-2 a number as text', { ...clock(0, 0), limitMs: '60000' }],
    ['infinite', clock(Number.POSITIVE_INFINITY, 0)],
    ['no number', clock(Number.NaN, 0)],
    ['no increment', { type: 'clock', limitMs: minute }],
    ['0 days', { type: 'correspondence', daysPerMove: 0 }],
    ['4 days', { type: 'correspondence', daysPerMove: 4 }],
    ['15 days', { type: 'correspondence', daysPerMove: 15 }],
    ['a day and a half', { type: 'correspondence', daysPerMove: 1.5 }],
    ['another type', { type: 'hourglass' }],
    ['nothing', null],
  ];
  test.each(wrong)('C-1 rejects: %s', (_reason, value) => expect(accepts(value)).toBe(false));
});

describe('C-3 when a clock runs', () => {
  const blitz = clock(180_000, 2000);
  const days: TimeControl = { type: 'correspondence', daysPerMove: 3 };
  test('C-3 from each side’s second move; days run at once; unlimited time never runs', () => {
    expect([0, 1, 2, 3].map((ply) => timeRuns(blitz, ply))).toEqual([false, false, true, true]);
    expect(timeRuns(days, 0)).toBe(true);
    expect(timeRuns({ type: 'unlimited' }, 9)).toBe(false);
  });
  test('C-1 the clocks start with the limit; without one, with the increment, at least 3 s', () => {
    expect(initialClocks(blitz)).toEqual({ whiteMs: 180_000, blackMs: 180_000 });
    expect(initialClocks(clock(0, 1000))).toEqual({ whiteMs: 3000, blackMs: 3000 });
    expect(initialClocks(clock(0, 10_000))).toEqual({ whiteMs: 10_000, blackMs: 10_000 });
    expect(initialClocks(days)).toBeNull();
    expect(initialClocks({ type: 'unlimited' })).toBeNull();
  });
});
