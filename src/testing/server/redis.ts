import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from '../util/ports.ts';

/** A Redis (or Valkey) server for tests, on a free port of the loopback, without persistence. */
export interface TestRedis {
  /** Why it can't run here; null when it can. */
  readonly missing: string | null;
  /** The value for REDIS_URL. */
  readonly url: string;
  start(): Promise<void>;
  /** Stops it; {@link start} starts it again on the same port. */
  stop(): Promise<void>;
  /** Stops the process: it stays connected, and does not answer. */
  freeze(): void;
  thaw(): void;
}

const programs = ['valkey-server', 'redis-server'];

function findProgram(): string | undefined {
  return programs.find((program) => {
    try {
      return /\bv=\d/.test(execFileSync(program, ['--version'], { encoding: 'utf8' }));
    } catch {
      return false;
    }
  });
}

export function testRedis(): TestRedis {
  const program = findProgram();
  let port = 0;
  let child: ChildProcess | null = null;
  const kill = () => child?.kill('SIGKILL');
  return {
    missing: program ? null : `neither ${programs.join(' nor ')} is installed`,
    get url() {
      return `redis://127.0.0.1:${port}`;
    },
    async start() {
      if (!program) throw new Error('There is no Redis here.');
      port ||= await freePort();
      const memoryOnly = ['--save', '', '--appendonly', 'no'];
      child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', ...memoryOnly], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      process.once('exit', kill);
      await untilReady(child, program);
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      kill();
      await exited;
      process.off('exit', kill);
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  };
}

/** Waits until it accepts connections. Later output is discarded. */
function untilReady(child: ChildProcess, program: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const { stdout } = child;
    if (stdout) {
      createInterface({ input: stdout }).on('line', (line) => {
        if (/ready to accept connections/i.test(line)) resolve();
      });
    }
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${program} ended before it was ready.`)));
  });
}
