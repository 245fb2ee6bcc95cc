import { dueAtMs } from '../../game/due.ts';
import type { GameState } from '../../game/state.ts';
import { Deadlines } from './deadlines.ts';

/** Games due later than this, in milliseconds, are left to a later query of the database. */
export const HORIZON_MS = 3 * 60_000;

/** The deadlines of running games. */
export class Schedule {
  readonly #deadlines: Deadlines;
  /** Games with a running clock, at any distance from the flag: while there are any, heartbeats are frequent. */
  readonly #clocked = new Set<number>();

  /** @param now milliseconds since 1970 */
  constructor(private readonly now: () => number) {
    this.#deadlines = new Deadlines(now);
  }

  /** @param onDue called once for each game at its deadline */
  start(onDue: (gameID: number) => void): void {
    this.#deadlines.start(onDue);
  }

  /** Updates the deadline of a game that has changed or was loaded. */
  follow(state: GameState): void {
    const { gameID, setup } = state;
    const atMs = dueAtMs(state);
    if (setup.timeControl.type === 'clock' && atMs !== null) this.#clocked.add(gameID);
    else this.#clocked.delete(gameID);
    const soon = atMs !== null && atMs < this.now() + HORIZON_MS;
    this.#deadlines.set(gameID, soon ? atMs : null);
  }

  /** Removes a game that is no longer running. */
  remove(gameID: number): void {
    this.#clocked.delete(gameID);
    this.#deadlines.set(gameID, null);
  }

  /** Makes a game due in `delayMs`, regardless of its clock. */
  postpone(gameID: number, delayMs: number): void {
    this.#deadlines.set(gameID, this.now() + delayMs);
  }

  /** The games with a running clock. */
  get clocked(): ReadonlySet<number> {
    return this.#clocked;
  }

  removeAll(): void {
    this.#clocked.clear();
    this.#deadlines.clear();
  }

  close(): void {
    this.#deadlines.close();
  }
}
