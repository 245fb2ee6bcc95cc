import { readFileSync, writeFileSync } from 'node:fs';

/** Only Linux shows a process's peak memory, and can reset it. */
export const canMeasureMemory = process.platform === 'linux';

/** Resets the peak memory: {@link peakMegabytes} then starts from the current usage. */
export function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** A process's peak memory, in megabytes. */
export function peakMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
