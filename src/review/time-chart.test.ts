import { describe, expect, test } from 'vitest';
import type { Color, EventBody } from '../contract/game/index.ts';
import type { TimeControl } from '../contract/game/time.ts';
import { longestThoughtPly, thinkingTimes, thoughtHeight } from './time-chart.ts';

const time: TimeControl = { type: 'clock', limitMs: 180_000, incrementMs: 2000 };

const moved = (color: Color, whiteMs?: number, blackMs?: number): EventBody => ({
  type: 'moved',
  color,
  ply: 1,
  uci: 'e2e4',
  san: 'e4',
  fen: '',
  ...(whiteMs !== undefined && blackMs !== undefined && { clocks: { whiteMs, blackMs } }),
});

const opening = [moved('white', 180_000, 180_000), moved('black', 180_000, 180_000)];

describe('AN-13 the time of each move', () => {
  test('AN-13 is what the clock lost, and the increment', () => {
    const events = [
      ...opening,
      moved('white', 177_000, 180_000),
      moved('black', 177_000, 182_000),
      moved('white', 158_500, 182_000),
    ];
    expect(thinkingTimes(events, time)).toEqual([null, null, 5000, 0, 20_500]);
  });

  test('AN-13 belongs to Black first when Black moves first', () => {
    const events = [...[...opening].reverse(), moved('black', 180_000, 179_000)];
    expect(thinkingTimes(events, time)).toEqual([null, null, 3000]);
  });

  test('AN-13 time given is not time gained by thinking', () => {
    const events: EventBody[] = [
      ...opening,
      { type: 'timeGiven', color: 'white', clocks: { whiteMs: 195_000, blackMs: 180_000 } },
      moved('white', 194_000, 180_000),
    ];
    expect(thinkingTimes(events, time)).toEqual([null, null, 3000]);
  });

  test('AN-13 of moves taken back doesn’t count', () => {
    const events: EventBody[] = [
      ...opening,
      moved('white', 150_000, 180_000),
      { type: 'takebackOffered', color: 'white' },
      {
        type: 'takenBack',
        plies: 1,
        fen: '',
        clocks: { whiteMs: 150_000, blackMs: 180_000 },
      },
      moved('white', 151_000, 180_000),
    ];
    expect(thinkingTimes(events, time)).toEqual([null, null, 1000]);
  });

  test('AN-13 is never less than 0', () => {
    expect(thinkingTimes([...opening, moved('white', 183_000, 180_000)], time)).toEqual([
      null,
      null,
      0,
    ]);
  });

  test('AN-13 is unknown without a clock', () => {
    const events = [moved('white'), moved('black'), moved('white')];
    expect(thinkingTimes(events, { type: 'unlimited' })).toEqual([null, null, null]);
    expect(thinkingTimes(events, { type: 'correspondence', daysPerMove: 3 })).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('AN-13 the height of a thought', () => {
  test.each([
    [0, 0],
    [1000, Math.log(3.5) ** 2 - Math.log(3) ** 2],
    [60_000, Math.log(33) ** 2 - Math.log(3) ** 2],
    [1_200_000, Math.log(603) ** 2 - Math.log(3) ** 2],
    [3_600_000, Math.log(603) ** 2 - Math.log(3) ** 2],
  ])('AN-13 of %d ms is %d', (ms, height) => {
    expect(thoughtHeight(ms)).toBeCloseTo(height, 9);
  });
});

test('AN-13 the longest thought is that of the first of several', () => {
  expect(longestThoughtPly([null, null, 500, 9000, 30, 9000])).toBe(4);
  expect(longestThoughtPly([null, null, 0])).toBeNull();
  expect(longestThoughtPly([])).toBeNull();
});
