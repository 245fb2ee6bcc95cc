import type { DataAccess } from '../../data-access/data-access.ts';
import type { Bus } from '../bus/bus.ts';
import type { Schedule } from './schedule.ts';

export interface HeartbeatParts {
  readonly dataAccess: Pick<DataAccess, 'heartbeat' | 'isClockRunning'>;
  readonly schedule: Pick<Schedule, 'clocked'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Receives `givenBack` when downtime was recorded: games read before are out of date. */
  readonly bus: Pick<Bus, 'publish'>;
}

/** A shorter gap between heartbeats is no downtime, ms: another process is running. */
const SHORTEST_DOWNTIME_MS = 500;

/** The heartbeat interval while no clock runs, in milliseconds: precise enough for correspondence games. */
const IDLE_BEAT_MS = 10_000;

/** Writes heartbeats while a server runs, so that downtime can be given back to the clocks (C-10). */
export class Heartbeat {
  /** When the last heartbeat was written; null before {@link begin} has read the previous one. */
  #beatAtMs: number | null = null;
  #beating = false;
  /** Since when heartbeats fail because the database is unreachable; null while they succeed. */
  #failingSinceMs: number | null = null;

  constructor(private readonly parts: HeartbeatParts) {}

  /** Whether the last heartbeat failed. */
  get isFailing(): boolean {
    return this.#failingSinceMs !== null;
  }

  /** Records the time since the last heartbeat as downtime if no server ran. */
  async begin(): Promise<void> {
    const { heartbeat } = this.parts.dataAccess;
    const fromMs = await heartbeat.lastBeat();
    const toMs = this.parts.now();
    if (fromMs !== null && (await this.#wasDown(toMs - fromMs))) {
      await heartbeat.addDowntime({ fromMs, toMs });
      this.#publishGivenBack(); // a process that was suspended meanwhile still has the old games in memory
    }
    await heartbeat.beat(toMs);
    this.#beatAtMs = toMs;
  }

  /** Writes a heartbeat if one is due. */
  async beat(): Promise<void> {
    const nowMs = this.parts.now();
    if (this.#beatAtMs === null) return;
    const idle = this.parts.schedule.clocked.size === 0 && nowMs < this.#beatAtMs + IDLE_BEAT_MS;
    if (idle || this.#beating) return;
    this.#beating = true;
    try {
      await this.parts.dataAccess.heartbeat.beat(nowMs);
      await this.#giveBack();
      this.#beatAtMs = nowMs;
    } catch (error) {
      this.#failingSinceMs ??= nowMs;
      throw error;
    } finally {
      this.#beating = false;
    }
  }

  /** Writes the last heartbeat before an orderly stop. */
  async end(): Promise<void> {
    await this.parts.dataAccess.heartbeat.beat(this.parts.now()).catch(() => {});
  }

  /** The time that counts for players: it stands still while the database is unreachable. */
  judged(nowMs: number): number {
    return Math.min(nowMs, this.#failingSinceMs ?? nowMs);
  }

  /** Records the time without a database, in which no move could be made, as downtime (C-10). */
  async #giveBack(): Promise<void> {
    const fromMs = this.#failingSinceMs;
    if (fromMs === null) return;
    await this.parts.dataAccess.heartbeat.addDowntime({ fromMs, toMs: this.parts.now() });
    this.#publishGivenBack();
    this.#failingSinceMs = null;
  }

  #publishGivenBack(): void {
    this.parts.bus.publish('givenBack', null);
  }

  /** Whether a gap between heartbeats means that no server ran, rather than that no clock was running. */
  async #wasDown(gapMs: number): Promise<boolean> {
    if (gapMs <= SHORTEST_DOWNTIME_MS) return false;
    const isIdleGap = gapMs <= IDLE_BEAT_MS + SHORTEST_DOWNTIME_MS;
    return !isIdleGap || (await this.parts.dataAccess.isClockRunning());
  }
}
