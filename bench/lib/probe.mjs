// Loaded into a measured process: reports on request how long its event loop was blocked and how much memory it uses.
// Until then it does nothing.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 1;
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

process.on('message', (question) => {
  if (question === 'watch') {
    delays.reset();
    delays.enable();
  } else if (question === 'report') {
    delays.disable();
    globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    const blockedMs = Math.max(0, delays.max / 1e6 - RESOLUTION_MS);
    process.send?.({ blockedMs, heapMB: (heapUsed + external) / 1e6, residentMB: rss / 1e6 });
  }
});
// It must not keep the process alive.
process.channel?.unref();
