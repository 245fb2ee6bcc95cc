import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { track } from '../lib/processes.ts';
import type { Script } from '../lib/scripts.ts';
import { drivePlayers } from './many-players.ts';
import { pinned } from './pinning.ts';
import type { Dialect, Seat } from './sides.ts';

/** What is played. */
export interface Load {
  readonly dialect: Dialect;
  readonly port: number;
  readonly seats: readonly Seat[];
  readonly pool: readonly Script[];
  readonly warmUpSeconds: number;
  readonly seconds: number;
  /** Moves a second over all games; 0: every game always has a move in flight. */
  readonly rate: number;
}

/** What the driver has measured in the window. */
export interface Driven {
  readonly moves: number;
  readonly seconds: number;
  /** Of the times from sending a move to its arrival at the opponent. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  readonly refused: number;
  /** How many games had no moves left. */
  readonly finished: number;
  readonly cpuSeconds: number;
  /** The share of the window in which it had something to do; the rest is polling. NaN: not known. */
  readonly busy: number;
}

/** What drives the load. */
export interface Driver {
  /** The path of the compiled program; null: Node processes. */
  readonly program: string | null;
  /** A folder for its files. */
  readonly folder: string;
  /** The CPU for the program; undefined: any. */
  readonly cpu: number | undefined;
}

/**
 * Plays on a server.
 * @param moments what to do when the window begins, and when it has ended and all are still connected
 * @throws when a connection breaks
 */
export async function drive(
  driver: Driver,
  load: Load,
  moments: { began(): void; ended(): void },
): Promise<Driven> {
  const { program, folder, cpu } = driver;
  if (program === null) return drivePlayers(load, moments);
  const seats = path.join(folder, 'seats');
  const scripts = path.join(folder, 'scripts');
  writeFileSync(seats, lines(load.seats.map((seat) => `${seat.path} ${seat.cookie ?? '-'}`)));
  writeFileSync(scripts, lines(load.pool.map((script) => script.map(({ uci }) => uci).join(' '))));
  const { dialect, port, warmUpSeconds, seconds, rate } = load;
  const args = [dialect, port, seats, scripts, warmUpSeconds, seconds, rate].map(String);
  const [command = '', ...rest] = pinned(cpu, [program, ...args]);
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'pipe'] });
  track(child);
  const driven = await heard(child, moments);
  child.stdin?.end();
  return driven;
}

function heard(child: ChildProcess, moments: { began(): void; ended(): void }): Promise<Driven> {
  return new Promise((resolve, reject) => {
    let errors = '';
    child.stderr?.on('data', (text: Buffer) => {
      errors = `${errors}${text}`.slice(-4000);
    });
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line === 'playing') {
          moments.began();
          return;
        }
        moments.ended();
        if (errors) process.stderr.write(errors);
        resolve(JSON.parse(line) as Driven);
      });
    }
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The driver ended: ${errors}`)));
  });
}

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
