import { dueAtMs } from '../../game/due.ts';
import type { GameState } from '../../game/state.ts';
import { Deadlines } from './deadlines.ts';

/** Games due later than this are left to a later look at the database, in milliseconds. */
export const HORIZON_MS = 3 * 60_000;

/** When the games that go on are due. */
export class Schedule {
  readonly #deadlines: Deadlines;
  /** Games whose clocks run, however far off their flags are: they want the time of a crash to be known exactly. */
  readonly #clocked = new Set<number>();

  /** @param now milliseconds since 1970 */
  constructor(private readonly now: () => number) {
    this.#deadlines = new Deadlines(now);
  }

  /** @param onDue is given a game at its time, once */
  start(onDue: (gameID: number) => void): void {
    this.#deadlines.start(onDue);
  }

  /** A game has changed, or was read. */
  follow(state: GameState): void {
    const { gameID, setup } = state;
    const atMs = dueAtMs(state);
    if (setup.timeControl.type === 'clock' && atMs !== null) this.#clocked.add(gameID);
    else this.#clocked.delete(gameID);
    const soon = atMs !== null && atMs < this.now() + HORIZON_MS;
    this.#deadlines.set(gameID, soon ? atMs : null);
  }

  /** A game is no longer played. */
  remove(gameID: number): void {
    this.#clocked.delete(gameID);
    this.#deadlines.set(gameID, null);
  }

  /** Makes a game due in so many milliseconds, whatever its clock says. */
  postpone(gameID: number, delayMs: number): void {
    this.#deadlines.set(gameID, this.now() + delayMs);
  }

  /** The games whose clocks run. */
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
