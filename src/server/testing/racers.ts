import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Race, RacerNews } from './racer.ts';
import { root } from './server.ts';

/** A process that has a database open, or was refused it. */
export interface Racer {
  /** What it said first. */
  readonly first: RacerNews;
  /** Tells it what to try. @returns what it won */
  run(race: Race): Promise<readonly string[]>;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>;
}

/** Starts a process that opens `databaseUrl`. It ends with the one that started it. */
export async function startRacer(databaseUrl: string): Promise<Racer> {
  const script = fileURLToPath(new URL('./racer.ts', import.meta.url));
  const child = fork(script, [databaseUrl], {
    cwd: root,
    execArgv: ['--import', 'tsx'],
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
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
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
