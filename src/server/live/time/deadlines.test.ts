import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Deadlines } from './deadlines.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What was told, and when. */
function listened() {
  const told: { gameID: number; atMs: number }[] = [];
  const deadlines = new Deadlines(Date.now);
  deadlines.start((gameID) => told.push({ gameID, atMs: Date.now() }));
  return { told, deadlines };
}

describe('C-6 deadlines', () => {
  test('C-6 are told in their order and to the millisecond, each once, as they were set last', () => {
    const step = fc.record({
      gameID: fc.integer({ min: 1, max: 20 }),
      inMs: fc.option(fc.integer({ min: 0, max: 200_000 }), { freq: 5 }),
      passMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 900 })),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        vi.setSystemTime(0);
        const { told, deadlines } = listened();
        // The model: a plain list, looked through whenever time passes.
        const waiting = new Map<number, number>();
        const expected: { gameID: number; atMs: number }[] = [];
        const pass = (ms: number) => {
          vi.advanceTimersByTime(ms);
          const due = [...waiting].filter(([, atMs]) => atMs <= Date.now());
          for (const [gameID, atMs] of due) {
            waiting.delete(gameID);
            expected.push({ gameID, atMs });
          }
        };
        for (const { gameID, inMs, passMs } of steps) {
          const atMs = inMs === null ? null : Date.now() + inMs;
          deadlines.set(gameID, atMs);
          if (atMs === null) waiting.delete(gameID);
          else waiting.set(gameID, atMs);
          pass(passMs);
          expect(deadlines.size).toBe(waiting.size);
        }
        pass(200_000);
        const inOrder = told.map(({ atMs }) => atMs);
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
        const sorted = (all: typeof told) =>
          all.toSorted((a, b) => a.atMs - b.atMs || a.gameID - b.gameID);
        expect(sorted(told)).toEqual(sorted(expected));
        deadlines.close();
        expect(vi.getTimerCount()).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  test('C-6 one that has passed is told at once, though not within the call', () => {
    const { told, deadlines } = listened();
    deadlines.set(7, -5000);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(0);
    expect(told).toEqual([{ gameID: 7, atMs: 0 }]);
    deadlines.close();
  });

  test('C-9 one that is days off is told then: no timer is asked for more than it can', () => {
    const { told, deadlines } = listened();
    const days = 40 * 86_400_000; // more than setTimeout's 32 bits
    deadlines.set(1, days);
    vi.advanceTimersByTime(days - 1);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([{ gameID: 1, atMs: days }]);
    deadlines.close();
  });

  test('what is set while one is told, or set again by it, is not lost', () => {
    const told: number[] = [];
    const deadlines = new Deadlines(Date.now);
    deadlines.start((gameID) => {
      told.push(Date.now());
      if (told.length < 4) deadlines.set(gameID, Date.now() + 100);
    });
    deadlines.set(1, 100);
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([100, 200, 300, 400]);
    deadlines.close();
  });

  test('what was set before the start is told after it', () => {
    const deadlines = new Deadlines(Date.now);
    deadlines.set(1, 100);
    vi.advanceTimersByTime(50);
    const told: number[] = [];
    deadlines.start((gameID) => told.push(gameID));
    vi.advanceTimersByTime(49);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([1]);
    deadlines.close();
  });

  test('after the end nothing is told any more', () => {
    const { told, deadlines } = listened();
    deadlines.set(1, 10);
    deadlines.close();
    deadlines.set(2, 20);
    vi.advanceTimersByTime(100);
    expect(told).toEqual([]);
  });

  test('10,000 games that move all the time need one timer, and little more memory than one entry each', () => {
    const { told, deadlines } = listened();
    for (let round = 0; round < 50; round++) {
      for (let gameID = 1; gameID <= 10_000; gameID++) {
        deadlines.set(gameID, 60_000 + round * 100 + gameID);
      }
      expect(vi.getTimerCount()).toBe(1);
    }
    expect(deadlines.size).toBe(10_000);
    expect(deadlines.entries).toBeLessThanOrEqual(40_001);
    vi.advanceTimersByTime(60_000 + 4900 + 10_000);
    expect(told).toHaveLength(10_000);
    expect(told.every(({ gameID, atMs }) => atMs === 64_900 + gameID)).toBe(true);
    deadlines.close();
  });
});
