import { type ChildProcess, execFile, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { root } from '../util/root.ts';
import type { Race, RacerNews } from './racer.ts';

/** A process with an open database, or with the error from opening it. */
export interface Racer {
  /** Its first message. */
  readonly first: RacerNews;
  /** Runs a race. @returns what it won */
  run(race: Race): Promise<readonly string[]>;
  /** Starts a race, and passes on all its messages. */
  start(race: Race, hear: (news: RacerNews) => void): void;
  /** Sends SIGKILL; waits for the end, and for earlier messages. */
  kill(): Promise<void>;
}

/** Starts a process that opens `databaseUrl`. It ends together with this process. */
export async function startRacer(databaseUrl: string): Promise<Racer> {
  const child = fork(await program(), [databaseUrl], {
    cwd: root,
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const first = await nextFrom(child);
  return {
    first,
    async run(race) {
      const answer = nextFrom(child);
      child.send(race);
      const news = await answer;
      if (news.type !== 'won') throw new Error(`A racer answered ${news.type}.`);
      return news.won;
    },
    start(race, hear) {
      child.on('message', (news) => hear(news as RacerNews));
      child.send(race);
    },
    async kill() {
      const silent = child.connected ? once(child, 'disconnect') : null;
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
      await silent;
    },
  };
}

let bundled: Promise<string> | null = null;
afterAll(async () => {
  if (bundled !== null) rmSync(path.dirname(await bundled), { recursive: true, force: true });
});

/** The program, bundled like the server, because that starts faster than the sources. Once per test file. */
function program(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  // Below node_modules, so that packages are found.
  const folder = path.join(root, `node_modules/.cache/rookery/racer-${randomUUID()}`);
  const output = path.join(folder, 'racer.js');
  const args = ['scripts/bundle.mjs', 'src/testing/faults/racer.ts', output];
  await promisify(execFile)(process.execPath, args, { cwd: root });
  return output;
}

/** @throws Error when the process ends instead */
function nextFrom(child: ChildProcess): Promise<RacerNews> {
  return new Promise((resolve, reject) => {
    const onEnd = (code: number | null) => reject(new Error(`A racer ended with ${code}.`));
    child.once('exit', onEnd);
    child.once('message', (news) => {
      child.off('exit', onEnd);
      resolve(news as RacerNews);
    });
  });
}
