import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { root, track } from '../lib/processes.ts';
import { quantile } from '../lib/windows.ts';
import type { Driven, Load } from './drive.ts';

/** The share of a load that one process plays. */
export interface Share extends Load {
  /** The number of its first game. */
  readonly first: number;
  /** How many games all processes have together. */
  readonly games: number;
}

/** What one process has measured. */
export interface Played {
  readonly latenciesMs: readonly number[];
  readonly seconds: number;
  readonly refused: number;
  readonly finished: number;
  readonly cpuSeconds: number;
}

/** How many processes play where the driver can't be compiled: one for each core but the server's. */
export const playerCount = (): number => Math.min(8, Math.max(1, availableParallelism() - 1));

/** Plays with several Node processes (`player.ts`), which begin together. */
export async function drivePlayers(
  load: Load,
  moments: { began(): void; ended(): void },
): Promise<Driven> {
  const games = load.seats.length / 2;
  const each = Math.ceil(games / playerCount());
  const children: ChildProcess[] = [];
  for (let first = 0; first < games; first += each) {
    const child = fork(path.join(root, 'bench/driver/player.ts'), {
      execArgv: ['--import', 'tsx'],
    });
    track(child);
    const seats = load.seats.slice(2 * first, 2 * (first + each));
    child.send({ ...load, seats, first, games } satisfies Share);
    children.push(child);
  }
  const all = (word: string) => Promise.all(children.map((child) => next(child, word)));
  await all('ready');
  const began = all('playing');
  const ended = Promise.all(children.map((child) => next(child, 'played')));
  for (const child of children) child.send('play');
  await began;
  moments.began();
  const shares = (await ended) as Played[];
  moments.ended();
  for (const child of children) child.kill();
  return merged(shares);
}

/** The next message of this kind: `[word, value]`. */
function next(child: ChildProcess, word: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const [kind, value] = message as [string, unknown];
      if (kind === word) resolve(value);
    });
    child.once('exit', () => reject(new Error('A process of the load ended.')));
  });
}

function merged(shares: readonly Played[]): Driven {
  const latencies = shares.flatMap(({ latenciesMs }) => latenciesMs);
  const sum = (of: 'refused' | 'finished' | 'cpuSeconds') =>
    shares.reduce((total, share) => total + share[of], 0);
  return {
    moves: latencies.length,
    seconds: Math.max(...shares.map(({ seconds }) => seconds)),
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    p999Ms: quantile(latencies, 0.999),
    refused: sum('refused'),
    finished: sum('finished'),
    cpuSeconds: sum('cpuSeconds'),
    busy: Number.NaN,
  };
}
