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
    /** Ends a game whose time has run out, or sets when it is due instead. */
    expire(gameID: number): Promise<void>;
  };
}

/** A game that could not be ended, because the database was away, is tried again after this, in milliseconds. */
const RETRY_MS = 1000;

/** Of so many games it is asked at a time whether they are still played. */
const CHUNK = 1000;

/** Ends games when their time has run out. Its methods are for whoever starts the server. */
export class Timekeeper {
  constructor(private readonly parts: TimekeeperParts) {
    parts.schedule.start((gameID) => {
      void this.#expire(gameID);
    });
  }

  /**
   * Gives back the time in which no server ran (C-10). To be called before games are served; {@link look} next.
   */
  async begin(): Promise<void> {
    await this.parts.heartbeat.begin();
    await this.parts.dataAccess.timing.fillInDue();
  }

  /** Writes a heartbeat if one is due. To be called as often as the clocks are to be exact after a crash. */
  beat(): Promise<void> {
    return this.parts.heartbeat.beat();
  }

  /** Takes in what will be due soon, whoever wrote it. To be called more often than {@link HORIZON_MS}. */
  async look(): Promise<void> {
    const { dataAccess, schedule, now } = this.parts;
    for (const gameID of await dataAccess.getDueGames(now() + HORIZON_MS)) {
      await this.#expire(gameID);
    }
    // A game that has left the memory may have ended elsewhere.
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

  /** Before an orderly stop. */
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
