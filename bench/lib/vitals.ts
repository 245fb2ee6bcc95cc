import { z } from 'zod';

/** The entries of a page's performance observers; times from the start of the navigation. */
export const observed = z.object({
  /** When the entries were read. */
  nowMs: z.number(),
  /** When the load event ended; 0: not yet. */
  loadedMs: z.number(),
  entries: z.array(
    z.object({
      type: z.string(),
      name: z.string(),
      startMs: z.number(),
      durationMs: z.number(),
      /** The score of a layout shift. */
      shift: z.number(),
    }),
  ),
});

export type Observed = z.infer<typeof observed>;

/** The measurements of one visit. */
export interface Vitals {
  /** Largest contentful paint. */
  readonly lcpMs: number;
  /** Total blocking time. */
  readonly tbtMs: number;
  /**
   * Cumulative layout shift: the sum of all shifts, the strictest variant. Shifts after an input count too: there is no
   * input, but the browser takes the change to a phone's screen for one and would excuse the first half second.
   */
  readonly cls: number;
  /** The longest task after the first paint. */
  readonly longestMs: number;
}

/** Records paints, long tasks and shifts from the start. Plain JavaScript: the page runs it as it is. */
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

/** Returns an {@link Observed}. */
export const OBSERVED = `({
  nowMs: performance.now(),
  loadedMs: performance.getEntriesByType('navigation')[0]?.loadEventEnd ?? 0,
  entries: window.benchEntries,
})`;

/** Only a task's time beyond this counts as blocking, in milliseconds. */
const FREE_MS = 50;

/** @throws Error when the page painted nothing */
export function vitalsOf({ entries }: Observed): Vitals {
  const of = (kind: string) => entries.filter(({ type }) => type === kind);
  const firstPaint = of('paint').find(({ name }) => name === 'first-contentful-paint');
  const largest = of('largest-contentful-paint').at(-1);
  if (!firstPaint || !largest) throw new Error('The page painted nothing.');
  // Of a task that ran during the first paint, the part after it counts.
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

/** When the last long task ended; 0: there was none. */
export const lastTaskMs = ({ entries }: Observed): number =>
  Math.max(
    0,
    ...entries
      .filter(({ type }) => type === 'longtask')
      .map(({ startMs, durationMs }) => startMs + durationMs),
  );
