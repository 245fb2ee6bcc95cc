// Loaded into a measured process: reports on request how long its event loop was blocked and how much memory it uses, and
// writes snapshots of its heap. Until then it does nothing.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { writeHeapSnapshot } from 'node:v8';

const RESOLUTION_MS = 1;
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

/** Finalizers and weak references free more each time. */
const COLLECTIONS = 3;

process.on('message', async (/** @type {'watch' | 'report' | { snapshot: string }} */ question) => {
  if (question === 'watch') {
    delays.reset();
    delays.enable();
  } else if (question === 'report') {
    delays.disable();
    for (let i = 0; i < COLLECTIONS; i++) {
      globalThis.gc?.();
      await pause(100);
    }
    const { heapUsed, rss } = process.memoryUsage();
    const blockedMs = Math.max(0, delays.max / 1e6 - RESOLUTION_MS);
    process.send?.({ blockedMs, heapMB: heapUsed / 1e6, residentMB: rss / 1e6 });
  } else {
    writeHeapSnapshot(question.snapshot);
    process.send?.({});
  }
});
// It must not keep the process alive.
process.channel?.unref();
