import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Where the measured server and the driver run, if they can be kept apart. */
export const CPU = { server: 0, driver: 1 } as const;

/** Whether programs can be kept on one CPU: Linux with `taskset`, and a second CPU for the driver. */
export const canPin = (): boolean =>
  process.platform === 'linux' && availableParallelism() >= 2 && isThere('taskset');

/** A command line that keeps its program, with all its threads, on one CPU; undefined: on any. */
export const pinned = (cpu: number | undefined, command: readonly string[]): string[] =>
  cpu === undefined || !canPin() ? [...command] : ['taskset', '-c', `${cpu}`, ...command];

/** Whether a program can be started. */
export function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
