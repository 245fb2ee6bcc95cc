import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pinned } from '../driver/pinning.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A started process that listens on a loopback port. */
export interface Served {
  readonly pid: number;
  readonly port: number;
  /** From starting the process to its line "Listening on … port N", in milliseconds. */
  readonly listeningMs: number;
  /** Starts to measure how long its event loop is blocked. */
  watch(): void;
  /** How long it was blocked since then, and its memory after three full garbage collections. */
  report(): Promise<Probe>;
  /** Writes a snapshot of its heap. */
  snapshot(file: string): Promise<void>;
  stop(): Promise<void>;
}

/** The report of a process about itself (`probe.mjs`). MB are millions of bytes. */
export interface Probe {
  readonly blockedMs: number;
  /** In use on the JavaScript heap. */
  readonly heapMB: number;
  readonly residentMB: number;
}

const running = new Set<ChildProcess>();

/** Has a process stopped at the end of the run, if it still runs then. */
export function track(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

/** Stops every process that was started and still runs. */
export function stopAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** How a server is started: on one CPU with all its threads, if `cpu` is given and it can be. */
export interface Placing {
  readonly cpu?: number | undefined;
}

/** Starts Rookery's production bundle on a SQLite file. */
export function startRookery(databaseFile: string, placing: Placing = {}): Promise<Served> {
  const env = {
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: `file:${databaseFile}`,
    LOG_LEVEL: 'info',
    PORT: '0',
  };
  return start(['--max-semi-space-size=32', 'dist/server.js'], env, placing);
}

/** Starts a bare counterpart: a file of `bench/bare`. */
export function startBare(
  name: string,
  env: Readonly<Record<string, string>>,
  placing: Placing = {},
): Promise<Served> {
  const file = `bench/bare/${name}`;
  const args = name.endsWith('.mjs') ? [file] : ['--import', 'tsx', file];
  return start(args, env, placing);
}

/** Starts the peer. @param folder of its packages */
export const startPeer = (folder: string, placing: Placing): Promise<Served> =>
  start(['bench/peer/colyseus.mjs', folder], {}, placing);

function start(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { cpu }: Placing,
): Promise<Served> {
  const began = performance.now();
  const probed = ['--expose-gc', '--import', './bench/lib/probe.mjs', ...args];
  const [program = '', ...rest] = pinned(cpu, [process.execPath, ...probed]);
  const child = spawn(program, rest, {
    cwd: root,
    // No other environment variables: settings among them would change the results.
    env: { NODE_ENV: 'production', PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  track(child);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
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
        report: () => asked<Probe>(child, 'report'),
        snapshot: (file) => asked(child, { snapshot: file }),
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

/** The answer of a process to a question to its probe. */
function asked<Answer>(child: ChildProcess, question: string | object): Promise<Answer> {
  const answer = new Promise<Answer>((resolve) =>
    child.once('message', (message) => resolve(message as Answer)),
  );
  child.send(question);
  return answer;
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

/**
 * The processor time that everything on the machine has used so far, in milliseconds; on a virtual one with what the host
 * took. NaN off Linux.
 */
export function machineCpuMs(): number {
  const [, user, nice, system, , , irq, softirq, steal] = readProc('', 'stat').split(/\s+/);
  const used = [user, nice, system, irq, softirq, steal].map(Number);
  return used.reduce((sum, ticks) => sum + ticks, 0) * TICK_MS;
}

/** The resident memory of a process, in MB of a million bytes. NaN off Linux. */
export function residentMB(pid: number): number {
  const kB = /VmRSS:\s+(\d+) kB/.exec(readProc(pid, 'status'))?.[1];
  return (Number(kB) * 1024) / 1e6;
}

function readProc(pid: number | '', file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
