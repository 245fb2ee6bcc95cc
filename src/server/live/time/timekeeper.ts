import type { DataAccess } from '../../data-access/data-access.ts';
import { dueAtMs } from '../../game/due.ts';
import type { GameState } from '../../game/state.ts';
import { Deadlines } from './deadlines.ts';

export interface TimekeeperParts {
  readonly dataAccess: Pick<DataAccess, 'heartbeat' | 'getDueGames' | 'isClockRunning' | 'timing'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends a game whose time has run out, or sets when it is due instead. */
  readonly expire: (gameID: number) => Promise<void>;
  /** Is told when time was given back: games that were read before are out of date. */
  readonly onGivenBack: () => void;
}

/** Games due later than this are left to a later look at the database, in milliseconds. */
const HORIZON_MS = 3 * 60_000;

/** A game that could not be ended, because the database was away, is tried again after this, in milliseconds. */
const RETRY_MS = 1000;

/** A gap shorter than this is no downtime: another process that has just beaten, ms. */
const SHORTEST_DOWNTIME_MS = 500;

/** Of so many games it is asked at a time whether they are still played. */
const CHUNK = 1000;

/** While no clock runs a sign of life is given this often, in milliseconds: exact enough for days. */
const IDLE_BEAT_MS = 10_000;

/**
 * Ends games when their time has run out, and gives signs of life, so that after a restart the time in which no server
 * ran is given back (C-10).
 */
export class Timekeeper {
  readonly #deadlines: Deadlines;
  /** Games whose clocks run, however far off their flags are: they want the time of a crash to be known exactly. */
  readonly #clocked = new Set<number>();
  /** When the last sign of life was given; null before {@link begin} has read the one before. */
  #beatAtMs: number | null = null;
  #beating = false;
  /** Since when no sign of life could be given, for want of the database; null while they are given. */
  #silentSinceMs: number | null = null;

  constructor(private readonly parts: TimekeeperParts) {
    this.#deadlines = new Deadlines(parts.now, (gameID) => {
      void this.#expire(gameID);
    });
  }

  /**
   * Remembers the time since the last sign of life as one in which no server ran. To be called before games are served;
   * {@link look} next.
   */
  async begin(): Promise<void> {
    const { dataAccess, now } = this.parts;
    const fromMs = await dataAccess.heartbeat.lastBeat();
    const toMs = now();
    if (fromMs !== null && (await this.#wasDown(toMs - fromMs))) {
      await dataAccess.heartbeat.addDowntime({ fromMs, toMs });
      this.parts.onGivenBack(); // a process that stood still meanwhile has the games as they were before
    }
    await dataAccess.heartbeat.beat(toMs);
    this.#beatAtMs = toMs;
    await dataAccess.timing.fillInDue();
  }

  /** Takes in what will be due soon, whoever wrote it. To be called more often than {@link HORIZON_MS}. */
  async look(): Promise<void> {
    const { dataAccess, now } = this.parts;
    for (const gameID of await dataAccess.getDueGames(now() + HORIZON_MS)) {
      await this.#expire(gameID);
    }
    // A game that has left the memory may have ended elsewhere.
    const clocked = [...this.#clocked];
    for (let from = 0; from < clocked.length; from += CHUNK) {
      const chunk = clocked.slice(from, from + CHUNK);
      const played = new Set(await dataAccess.timing.played(chunk));
      for (const gameID of chunk) if (!played.has(gameID)) this.set(gameID, null, false);
    }
  }

  /** A game has changed, or was read. */
  follow(state: GameState): void {
    this.set(state.gameID, dueAtMs(state), state.setup.timeControl.type === 'clock');
  }

  /**
   * @param dueAtMs when the game is due now
   * @param clocked whether that is a matter of milliseconds, not of days
   */
  set(gameID: number, dueAtMs: number | null, clocked: boolean): void {
    if (clocked && dueAtMs !== null) this.#clocked.add(gameID);
    else this.#clocked.delete(gameID);
    const soon = dueAtMs !== null && dueAtMs < this.parts.now() + HORIZON_MS;
    this.#deadlines.set(gameID, soon ? dueAtMs : null);
  }

  /** Gives a sign of life if one is due. To be called as often as the clocks are to be exact after a crash. */
  async beat(): Promise<void> {
    const nowMs = this.parts.now();
    if (this.#beatAtMs === null) return;
    const idle = this.#clocked.size === 0 && nowMs < this.#beatAtMs + IDLE_BEAT_MS;
    if (idle || this.#beating) return;
    this.#beating = true;
    try {
      await this.parts.dataAccess.heartbeat.beat(nowMs);
      await this.#giveBack();
      this.#beatAtMs = nowMs;
    } catch (error) {
      this.#silentSinceMs ??= nowMs;
      throw error;
    } finally {
      this.#beating = false;
    }
  }

  /** The time by which players are judged: while the database is away, it stands still. */
  judged(nowMs: number): number {
    return Math.min(nowMs, this.#silentSinceMs ?? nowMs);
  }

  /** The time during which the database was away, and no move counted, is nobody's, as if no server had run (C-10). */
  async #giveBack(): Promise<void> {
    const fromMs = this.#silentSinceMs;
    if (fromMs === null) return;
    await this.parts.dataAccess.heartbeat.addDowntime({ fromMs, toMs: this.parts.now() });
    this.parts.onGivenBack();
    this.#silentSinceMs = null;
  }

  forgetAll(): void {
    this.#clocked.clear();
    this.#deadlines.clear();
  }

  /** The last sign of life before the server stops as it was told to. */
  async end(): Promise<void> {
    this.#deadlines.close();
    await this.parts.dataAccess.heartbeat.beat(this.parts.now()).catch(() => {});
  }

  /** Whether no server ran for so long, rather than that one runs and has no clock to keep. */
  async #wasDown(silentMs: number): Promise<boolean> {
    if (silentMs <= SHORTEST_DOWNTIME_MS) return false;
    const seldom = silentMs <= IDLE_BEAT_MS + SHORTEST_DOWNTIME_MS;
    return !seldom || (await this.parts.dataAccess.isClockRunning());
  }

  async #expire(gameID: number): Promise<void> {
    const { expire, now } = this.parts;
    if (this.#silentSinceMs !== null) {
      this.#deadlines.set(gameID, now() + RETRY_MS);
      return;
    }
    await expire(gameID).catch(() => this.#deadlines.set(gameID, now() + RETRY_MS));
  }
}
