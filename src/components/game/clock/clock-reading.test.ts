import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../contract/game/chess-time.ts';
import { aTimedGame } from '../testing.ts';
import {
  clockFace,
  leftText,
  nextChangeInMs,
  remainingMs,
  runs,
  urgentBelowMs,
} from './clock-reading.ts';

const blitz = { type: 'clock', limitMs: 180_000, incrementMs: 2000 } as const;
const game = aTimedGame(blitz, { turnBeganAtMs: 1000 });

describe('C-2 a clock is drawn from the server’s figures and its time', () => {
  test('the mover’s runs, the other’s stands', () => {
    expect(remainingMs(game, 'white', 6000)).toBe(175_000);
    expect(remainingMs(game, 'black', 6000)).toBe(180_000);
    expect(runs(game, 'white')).toBe(true);
    expect(runs(game, 'black')).toBe(false);
  });

  test('C-3 both stand still for the first moves', () => {
    const early = { ...game, moves: game.moves.slice(0, 1) };
    expect(remainingMs(early, 'white', 6000)).toBe(180_000);
    expect(runs(early, 'white')).toBe(false);
  });

  test('none runs backwards, below nothing, once it is over, or while the time is unknown', () => {
    expect(remainingMs(game, 'white', 500)).toBe(180_000);
    expect(remainingMs(game, 'white', 999_000)).toBe(0);
    expect(remainingMs(game, 'white', null)).toBe(180_000);
    const over = { ...game, status: 'finished' as const, turnBeganAtMs: null };
    expect(remainingMs(over, 'white', 6000)).toBe(180_000);
  });

  test('by correspondence only the mover has a time limit', () => {
    const slow = aTimedGame({ type: 'correspondence', daysPerMove: 3 }, { turnBeganAtMs: 0 });
    expect(remainingMs(slow, 'white', DAY_MS / 2)).toBe(2.5 * DAY_MS);
    expect(remainingMs(slow, 'black', DAY_MS / 2)).toBeNull();
  });
});

test.each([
  [180_000, '3:00'],
  [179_001, '3:00'],
  [179_000, '2:59'],
  [3_723_000, '1:02:03'],
  [10_000, '0:10'],
  [9_999, '0:09.9'],
  [1_049, '0:01.0'],
  [99, '0:00.0'],
  [0, '0:00.0'],
])('%d ms read %s', (ms, face) => {
  expect(clockFace(ms)).toBe(face);
});

test.each([
  [2 * DAY_MS + 4 * 3_600_000 + 1, '2 days 4 h left'],
  [DAY_MS, '1 day 0 h left'],
  [4 * 3_600_000 + 600_000, '4 h 10 min left'],
  [180_000, '3 min left'],
  [39_500, '40 s left'],
])('%d ms are “%s”', (ms, text) => {
  expect(leftText(ms)).toBe(text);
});

test('the face is drawn again when it changes, and not before', () => {
  for (const ms of [179_500, 11_000, 10_001, 10_000, 9950, 9900, 101]) {
    const step = nextChangeInMs(ms);
    expect(clockFace(ms - step + 1)).toBe(clockFace(ms));
    expect(clockFace(ms - step)).not.toBe(clockFace(ms));
  }
  expect(nextChangeInMs(0)).toBe(Number.POSITIVE_INFINITY);
});

test('a clock is urgent below an eighth of the limit, within bounds', () => {
  const of = (limitMs: number) => urgentBelowMs(aTimedGame({ ...blitz, limitMs }));
  expect([of(60_000), of(180_000), of(3_600_000)]).toEqual([10_000, 22_500, 60_000]);
});
