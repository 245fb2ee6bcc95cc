import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Databases } from '../lib/database.ts';
import { cpuMs, machineCpuMs, residentMB } from '../lib/processes.ts';
import type { Script } from '../lib/scripts.ts';
import { median } from '../lib/windows.ts';
import { buildDriver } from './build.ts';
import { type Driver, drive } from './drive.ts';
import { playerCount } from './many-players.ts';
import { CPU, canPin } from './pinning.ts';
import type { Side } from './sides.ts';

/** What is played on every side. */
export interface Course {
  readonly games: number;
  readonly pool: readonly Script[];
  readonly rounds: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
  /** Moves a second over all games; 0: every game always has a move in flight. */
  readonly rate: number;
  /** Whether the server has one CPU and the driver another, where they can be kept apart. */
  readonly apart: boolean;
}

/** One window on one side, or the medians of all its windows. */
export interface Measured {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  /** The server's processor time a move, in microseconds, over all its threads. */
  readonly serverUs: number;
  /** The server's memory at the end of the window. */
  readonly residentMB: number;
  /** The longest time that its event loop was blocked. */
  readonly blockedMs: number;
  /** How many CPUs the driver used, and the share of its time in which it had something to do. */
  readonly driverCpus: number;
  readonly driverBusy: number;
  /** How many CPUs all other processes of the machine used: they disturb. */
  readonly otherCpus: number;
  readonly refused: number;
  readonly finished: number;
}

/** A side's medians. */
export interface Result {
  readonly name: string;
  readonly medians: Measured;
}

/** Compiles the driver if it can be, and says how it is placed. */
async function driverFor(databases: Databases, apart: boolean): Promise<Driver> {
  const folder = path.join(databases.folder, 'driver');
  mkdirSync(folder, { recursive: true });
  return {
    program: await buildDriver(folder),
    folder,
    cpu: apart ? CPU.driver : undefined,
  };
}

/**
 * Plays on all sides in turn, each time on a new server.
 * @returns the medians of each, and how it was measured
 */
export async function playRounds(
  databases: Databases,
  sides: readonly Side[],
  course: Course,
): Promise<{ readonly results: Result[]; readonly note: string }> {
  const driver = await driverFor(databases, course.apart);
  const windows = sides.map((): Measured[] => []);
  for (let round = 0; round < course.rounds; round++) {
    for (const [index, side] of sides.entries()) {
      windows[index]?.push(await playOnce(driver, side, course));
    }
  }
  const results = sides.map(({ name }, index) => ({
    name,
    medians: mediansOf(windows[index] ?? []),
  }));
  return { results, note: noteOf(driver, course) };
}

async function playOnce(driver: Driver, side: Side, course: Course): Promise<Measured> {
  const cpu = course.apart ? CPU.server : undefined;
  const { server, seats } = await side.open(course.games, { cpu });
  const { pid, port } = server;
  const { dialect } = side;
  let spentMs = 0;
  let machineMs = 0;
  let memoryMB = 0;
  try {
    const driven = await drive(
      driver,
      { ...course, dialect, port, seats },
      {
        began() {
          server.watch();
          spentMs = -cpuMs(pid);
          machineMs = -machineCpuMs();
        },
        ended() {
          spentMs += cpuMs(pid);
          machineMs += machineCpuMs();
          memoryMB = residentMB(pid);
        },
      },
    );
    if (driven.moves === 0) throw new Error('No move arrived.');
    const { blockedMs } = await server.report();
    return {
      ...driven,
      perSecond: driven.moves / driven.seconds,
      serverUs: (spentMs * 1000) / driven.moves,
      residentMB: memoryMB,
      blockedMs,
      driverCpus: driven.cpuSeconds / driven.seconds,
      driverBusy: driven.busy,
      otherCpus: Math.max(0, (machineMs - spentMs) / 1000 - driven.cpuSeconds) / driven.seconds,
    };
  } catch (error) {
    throw new Error(`${side.name}: ${error instanceof Error ? error.message : error}`);
  } finally {
    await server.stop();
  }
}

function mediansOf(windows: readonly Measured[]): Measured {
  const of = (key: keyof Measured) => median(windows.map((window) => window[key]));
  const most = (key: keyof Measured) => Math.max(...windows.map((window) => window[key]));
  return {
    perSecond: of('perSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    p999Ms: of('p999Ms'),
    serverUs: of('serverUs'),
    residentMB: of('residentMB'),
    blockedMs: of('blockedMs'),
    driverCpus: of('driverCpus'),
    driverBusy: of('driverBusy'),
    otherCpus: of('otherCpus'),
    refused: most('refused'),
    finished: most('finished'),
  };
}

function noteOf({ program }: Driver, { apart, rounds, seconds }: Course): string {
  const by =
    program === null
      ? `driven by ${playerCount()} Node processes, for want of a C compiler`
      : 'driven by a C program that polls';
  const placed =
    apart && canPin() && program !== null
      ? `server on CPU ${CPU.server}, driver on CPU ${CPU.driver}`
      : apart && canPin()
        ? `server on CPU ${CPU.server}`
        : 'not pinned';
  return `${by}; ${placed}; ${rounds} × ${seconds} s`;
}
