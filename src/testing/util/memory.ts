import { readFileSync, writeFileSync } from 'node:fs';

/** Only Linux tells a process's largest memory, and lets it be reset. */
export const canMeasureMemory = process.platform === 'linux';

/** Forgets the largest memory so far: what {@link peakMegabytes} tells begins from what is used now. */
export function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** The most memory that a process has had in use at once, in megabytes. */
export function peakMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
