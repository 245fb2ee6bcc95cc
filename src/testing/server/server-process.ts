import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The server exited before it listened; the message is its log. */
class StartError extends Error {
  override readonly name = 'StartError';
}

/** One run of the server. */
export interface ServerProcess {
  readonly pid: number;
  /** The first line of `log()` that matches, now or later. @throws Error when the process ends without it */
  firstLine(pattern: RegExp, log: () => string): Promise<string>;
  /** Ends it, if it still runs, and waits. @returns the exit code; null when a signal ended it */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export interface SpawnOptions {
  readonly root: string;
  readonly env: Environment;
  /** Receives the server's output, line by line. */
  readonly write: (text: string) => void;
}

/** Loaded before the server: ends it when the process that started it is gone, even by SIGKILL. */
const leash = `data:text/javascript,${encodeURIComponent(
  "process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))",
)}`;

/**
 * Runs `dist/server.js` until it listens.
 * @throws StartError when it exits instead
 */
export async function spawnServer({ root, env, write }: SpawnOptions): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', leash, 'dist/server.js'], {
    cwd: root,
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const closed = once(child, 'close');
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  let ended = false;
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue; // both are pipes
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      write(`${line}\n`);
      wake();
    });
  }
  child.once('close', () => {
    ended = true;
    wake();
  });

  const firstLine = (pattern: RegExp, log: () => string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = log()
          .split('\n')
          .find((line) => pattern.test(line));
        if (found === undefined && !ended) return;
        waiting.delete(look);
        if (found !== undefined) resolve(found);
        else reject(new StartError(`The server ended without ${pattern}:\n${log()}`));
      };
      waiting.add(look);
      look();
    });

  await firstLine(/Listening on \S+ port \d+/, () => lines.join('\n'));
  return {
    pid: child.pid ?? 0,
    firstLine,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
}
