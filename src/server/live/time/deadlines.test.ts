import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Deadlines } from './deadlines.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Records the due games, and when each was reported. */
function recordDue() {
  const due: { gameID: number; atMs: number }[] = [];
  const deadlines = new Deadlines(Date.now);
  deadlines.start((gameID) => due.push({ gameID, atMs: Date.now() }));
  return { due, deadlines };
}

describe('C-6 deadlines', () => {
  test('C-6 are due in order and to the millisecond, each once, at the time set last', () => {
    const step = fc.record({
      gameID: fc.integer({ min: 1, max: 20 }),
      inMs: fc.option(fc.integer({ min: 0, max: 200_000 }), { freq: 5 }),
      passMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 900 })),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        vi.setSystemTime(0);
        const { due, deadlines } = recordDue();
        // The model: a plain list, searched whenever time passes.
        const waiting = new Map<number, number>();
        const expected: { gameID: number; atMs: number }[] = [];
        const pass = (ms: number) => {
          vi.advanceTimersByTime(ms);
          const passed = [...waiting].filter(([, atMs]) => atMs <= Date.now());
          for (const [gameID, atMs] of passed) {
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
        const inOrder = due.map(({ atMs }) => atMs);
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
        const sorted = (all: typeof due) =>
          all.toSorted((a, b) => a.atMs - b.atMs || a.gameID - b.gameID);
        expect(sorted(due)).toEqual(sorted(expected));
        deadlines.close();
        expect(vi.getTimerCount()).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  test('C-6 a deadline in the past is due immediately, though not within the call', () => {
    const { due, deadlines } = recordDue();
    deadlines.set(7, -5000);
    expect(due).toEqual([]);
    vi.advanceTimersByTime(0);
    expect(due).toEqual([{ gameID: 7, atMs: 0 }]);
    deadlines.close();
  });

  test('C-9 a deadline beyond the range of setTimeout is due on time', () => {
    const { due, deadlines } = recordDue();
    const days = 40 * 86_400_000; // more than setTimeout's 32 bits
    deadlines.set(1, days);
    vi.advanceTimersByTime(days - 1);
    expect(due).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(due).toEqual([{ gameID: 1, atMs: days }]);
    deadlines.close();
  });

  test('a deadline set within the callback is not lost', () => {
    const due: number[] = [];
    const deadlines = new Deadlines(Date.now);
    deadlines.start((gameID) => {
      due.push(Date.now());
      if (due.length < 4) deadlines.set(gameID, Date.now() + 100);
    });
    deadlines.set(1, 100);
    vi.advanceTimersByTime(1000);
    expect(due).toEqual([100, 200, 300, 400]);
    deadlines.close();
  });

  test('deadlines set before the start are due after it', () => {
    const deadlines = new Deadlines(Date.now);
    deadlines.set(1, 100);
    vi.advanceTimersByTime(50);
    const due: number[] = [];
    deadlines.start((gameID) => due.push(gameID));
    vi.advanceTimersByTime(49);
    expect(due).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(due).toEqual([1]);
    deadlines.close();
  });

  test('nothing is due after close', () => {
    const { due, deadlines } = recordDue();
    deadlines.set(1, 10);
    deadlines.close();
    deadlines.set(2, 20);
    vi.advanceTimersByTime(100);
    expect(due).toEqual([]);
  });

  test('10,000 games with changing deadlines need one timer, and at most four heap entries each', () => {
    const { due, deadlines } = recordDue();
    for (let round = 0; round < 50; round++) {
      for (let gameID = 1; gameID <= 10_000; gameID++) {
        deadlines.set(gameID, 60_000 + round * 100 + gameID);
      }
      expect(vi.getTimerCount()).toBe(1);
    }
    expect(deadlines.size).toBe(10_000);
    expect(deadlines.entries).toBeLessThanOrEqual(40_001);
    vi.advanceTimersByTime(60_000 + 4900 + 10_000);
    expect(due).toHaveLength(10_000);
    expect(due.every(({ gameID, atMs }) => atMs === 64_900 + gameID)).toBe(true);
    deadlines.close();
  });
});
