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

/**
 * Racers for the tests of a file. The program is bundled as the server is, so that it starts sooner than the sources
 * would, when the first one starts, and removed after the last test.
 * @returns a function that starts a process that opens `databaseUrl`; it ends with the one that started it
 */
export function racers(): (databaseUrl: string) => Promise<Racer> {
  let program: Promise<string> | null = null;
  afterAll(async () => {
    if (program !== null) rmSync(path.dirname(await program), { recursive: true, force: true });
  });
  return async (databaseUrl) => {
    program ??= bundle();
    return start(await program, databaseUrl);
  };
}

async function start(program: string, databaseUrl: string): Promise<Racer> {
  const child = fork(program, [databaseUrl], {
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
