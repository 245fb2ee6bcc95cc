import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A started process that listens on a loopback port. */
export interface Served {
  readonly pid: number;
  readonly port: number;
  /** From starting the process to its line "Listening on … port N", in milliseconds. */
  readonly listeningMs: number;
  /** Starts to measure how long its event loop is blocked. */
  watch(): void;
  /** How long it was blocked since then, and its memory after a full garbage collection. */
  report(): Promise<Probe>;
  stop(): Promise<void>;
}

/** The report of a process about itself (`probe.mjs`). MB are millions of bytes. */
export interface Probe {
  readonly blockedMs: number;
  readonly heapMB: number;
  readonly residentMB: number;
}

const running = new Set<ChildProcess>();

/** Stops every process that was started and still runs. */
export function stopAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Starts Rookery's production bundle on a SQLite file. */
export function startRookery(databaseFile: string): Promise<Served> {
  return start(['dist/server.js'], {
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: `file:${databaseFile}`,
    LOG_LEVEL: 'info',
    PORT: '0',
  });
}

/** Starts a bare counterpart: a file of `bench/bare`. */
export function startBare(name: string, env: Readonly<Record<string, string>>): Promise<Served> {
  const file = `bench/bare/${name}`;
  const args = name.endsWith('.mjs') ? [file] : ['--import', 'tsx', file];
  return start(args, env);
}

function start(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Served> {
  const began = performance.now();
  const probed = ['--expose-gc', '--import', './bench/lib/probe.mjs', ...args];
  const child = spawn(process.execPath, probed, {
    cwd: root,
    // No other environment variables: settings among them would change the results.
    env: { NODE_ENV: 'production', PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => {
      running.delete(child);
      resolve();
    }),
  );
  return new Promise((resolve, reject) => {
    let output = '';
    const onOutput = (text: Buffer) => {
      output = `${output}${text}`.slice(-4000);
      const port = /Listening on .*port (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      resolve({
        pid: child.pid ?? 0,
        port: Number(port),
        listeningMs: performance.now() - began,
        watch: () => child.send('watch'),
        report: () => {
          const report = new Promise<Probe>((answer) =>
            child.once('message', (probe) => answer(probe as Probe)),
          );
          child.send('report');
          return report;
        },
        async stop() {
          child.kill('SIGTERM');
          const late = setTimeout(() => child.kill('SIGKILL'), 5000);
          await exited;
          clearTimeout(late);
        },
      });
    };
    child.stdout?.on('data', onOutput);
    child.stderr?.on('data', onOutput);
    void exited.then(() => reject(new Error(`${args.at(-1)} ended:\n${output}`)));
  });
}

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** The processor time of a process so far, over all its threads, in milliseconds. NaN off Linux. */
export function cpuMs(pid: number): number {
  const stat = readProc(pid, 'stat');
  // The name before the last ")" may contain spaces; user and system time are the 12th and 13th field after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** The resident memory of a process, in MB of a million bytes. NaN off Linux. */
export function residentMB(pid: number): number {
  const kB = /VmRSS:\s+(\d+) kB/.exec(readProc(pid, 'status'))?.[1];
  return (Number(kB) * 1024) / 1e6;
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
