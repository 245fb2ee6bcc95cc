import type { DataAccess } from '../../data-access/data-access.ts';
import type { Bus } from '../bus/bus.ts';
import type { Schedule } from './schedule.ts';

export interface HeartbeatParts {
  readonly dataAccess: Pick<DataAccess, 'heartbeat' | 'isClockRunning'>;
  readonly schedule: Pick<Schedule, 'clocked'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Hears when time was given back: games that were read before are out of date. */
  readonly bus: Pick<Bus, 'publish'>;
}

/** A gap shorter than this is no downtime: another process that has just beaten, ms. */
const SHORTEST_DOWNTIME_MS = 500;

/** While no clock runs a heartbeat is written this often, in milliseconds: exact enough for days. */
const IDLE_BEAT_MS = 10_000;

/** Written while a server runs, so that the time in which none ran can be given back (C-10). */
export class Heartbeat {
  /** When the last one was written; null before {@link begin} has read the one before. */
  #beatAtMs: number | null = null;
  #beating = false;
  /** Since when none could be written, because the database was away; null while they are. */
  #failingSinceMs: number | null = null;

  constructor(private readonly parts: HeartbeatParts) {}

  /** Whether the database was away at the last attempt. */
  get isFailing(): boolean {
    return this.#failingSinceMs !== null;
  }

  /** Remembers the time since the last heartbeat as one in which no server ran. */
  async begin(): Promise<void> {
    const { heartbeat } = this.parts.dataAccess;
    const fromMs = await heartbeat.lastBeat();
    const toMs = this.parts.now();
    if (fromMs !== null && (await this.#wasDown(toMs - fromMs))) {
      await heartbeat.addDowntime({ fromMs, toMs });
      this.#publishGivenBack(); // a process that stood still meanwhile has the games as they were before
    }
    await heartbeat.beat(toMs);
    this.#beatAtMs = toMs;
  }

  /** Writes one if it is due. */
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

  /** The last one before an orderly stop. */
  async end(): Promise<void> {
    await this.parts.dataAccess.heartbeat.beat(this.parts.now()).catch(() => {});
  }

  /** The time by which players are judged: while the database is away, it stands still. */
  judged(nowMs: number): number {
    return Math.min(nowMs, this.#failingSinceMs ?? nowMs);
  }

  /** The time during which the database was away, and no move counted, is nobody's, as if no server had run (C-10). */
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

  /** Whether no server ran for so long, rather than that one runs and has no clock to keep. */
  async #wasDown(gapMs: number): Promise<boolean> {
    if (gapMs <= SHORTEST_DOWNTIME_MS) return false;
    const seldom = gapMs <= IDLE_BEAT_MS + SHORTEST_DOWNTIME_MS;
    return !seldom || (await this.parts.dataAccess.isClockRunning());
  }
}
