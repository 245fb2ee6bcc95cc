import { z } from 'zod';

/** What a page's own observers noted; times from the beginning of the navigation. */
export const observed = z.object({
  /** When this was asked. */
  nowMs: z.number(),
  /** When the load event was over; 0: not yet. */
  loadedMs: z.number(),
  entries: z.array(
    z.object({
      type: z.string(),
      name: z.string(),
      startMs: z.number(),
      durationMs: z.number(),
      /** How much a layout shift moved. */
      shift: z.number(),
    }),
  ),
});

export type Observed = z.infer<typeof observed>;

/** What one visit was like for who came. */
export interface Vitals {
  /** Largest contentful paint. */
  readonly lcpMs: number;
  /** Total blocking time. */
  readonly tbtMs: number;
  /**
   * Cumulative layout shift: here all shifts together, the sharpest reading of it. Those after an input count too: there
   * is none, but the browser takes becoming a phone for one and would excuse the first half second.
   */
  readonly cls: number;
  /** The longest task after the first paint. */
  readonly longestMs: number;
}

/** Notes paints, long tasks and shifts from the beginning on. In the page's own language: it runs there as it is. */
export const OBSERVE = `(() => {
  const entries = [];
  window.benchEntries = entries;
  for (const type of ['paint', 'largest-contentful-paint', 'longtask', 'layout-shift']) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { name, startTime: startMs, duration: durationMs, value: shift = 0 } = entry;
        entries.push({ type, name, startMs, durationMs, shift });
      }
    }).observe({ type, buffered: true });
  }
})()`;

/** Gives an {@link Observed}. */
export const TELL = `({
  nowMs: performance.now(),
  loadedMs: performance.getEntriesByType('navigation')[0]?.loadEventEnd ?? 0,
  entries: window.benchEntries,
})`;

/** A task blocks by what it takes beyond this, in milliseconds. */
const FREE_MS = 50;

/** @throws Error when the page painted nothing */
export function vitalsOf({ entries }: Observed): Vitals {
  const of = (wanted: string) => entries.filter(({ type }) => type === wanted);
  const firstPaint = of('paint').find(({ name }) => name === 'first-contentful-paint');
  const largest = of('largest-contentful-paint').at(-1);
  if (!firstPaint || !largest) throw new Error('The page painted nothing.');
  // Of a task that was under way at the first paint, what came after it counts.
  const tasksMs = of('longtask').map(({ startMs, durationMs }) =>
    Math.min(durationMs, startMs + durationMs - firstPaint.startMs),
  );
  return {
    lcpMs: largest.startMs,
    tbtMs: tasksMs.reduce((sum, ms) => sum + Math.max(0, ms - FREE_MS), 0),
    cls: of('layout-shift').reduce((sum, { shift }) => sum + shift, 0),
    longestMs: Math.max(0, ...tasksMs),
  };
}

/** When the last long task was over; 0: there was none. */
export const lastTaskMs = ({ entries }: Observed): number =>
  Math.max(
    0,
    ...entries
      .filter(({ type }) => type === 'longtask')
      .map(({ startMs, durationMs }) => startMs + durationMs),
  );
