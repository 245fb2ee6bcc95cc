import type { DataAccess } from '../../data-access/data-access.ts';
import type { Heartbeat } from './heartbeat.ts';
import { HORIZON_MS, type Schedule } from './schedule.ts';

export interface TimekeeperParts {
  readonly dataAccess: Pick<DataAccess, 'getDueGames' | 'timing'>;
  readonly schedule: Schedule;
  readonly heartbeat: Heartbeat;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly executor: {
    /** Ends a game whose time has run out, or else updates its deadline. */
    expire(gameID: number): Promise<void>;
  };
}

/** The delay, in milliseconds, before another attempt to end a game when the database is unreachable. */
const RETRY_MS = 1000;

/** How many games one query checks for whether they are still running. */
const CHUNK = 1000;

/** Ends games when their time has run out. The server's start-up code calls the methods. */
export class Timekeeper {
  constructor(private readonly parts: TimekeeperParts) {
    parts.schedule.start((gameID) => {
      void this.#expire(gameID);
    });
  }

  /**
   * Gives back downtime to the clocks (C-10). To be called before games are served, and before {@link look}.
   */
  async begin(): Promise<void> {
    await this.parts.heartbeat.begin();
    await this.parts.dataAccess.timing.fillInDue();
  }

  /** Writes a heartbeat if one is due. The interval of the calls is the precision of the clocks after a crash. */
  beat(): Promise<void> {
    return this.parts.heartbeat.beat();
  }

  /** Schedules the stored games that are due soon, of any process. To be called more often than {@link HORIZON_MS}. */
  async look(): Promise<void> {
    const { dataAccess, schedule, now } = this.parts;
    for (const gameID of await dataAccess.getDueGames(now() + HORIZON_MS)) {
      await this.#expire(gameID);
    }
    // A game that is no longer in memory may have ended elsewhere.
    const clocked = [...schedule.clocked];
    for (let from = 0; from < clocked.length; from += CHUNK) {
      const chunk = clocked.slice(from, from + CHUNK);
      const played = new Set(await dataAccess.timing.played(chunk));
      for (const gameID of chunk) if (!played.has(gameID)) schedule.remove(gameID);
    }
  }

  forgetAll(): void {
    this.parts.schedule.removeAll();
  }

  /** Prepares an orderly stop. */
  async end(): Promise<void> {
    this.parts.schedule.close();
    await this.parts.heartbeat.end();
  }

  async #expire(gameID: number): Promise<void> {
    const { executor, heartbeat, schedule } = this.parts;
    if (heartbeat.isFailing) schedule.postpone(gameID, RETRY_MS);
    else await executor.expire(gameID).catch(() => schedule.postpone(gameID, RETRY_MS));
  }
}
