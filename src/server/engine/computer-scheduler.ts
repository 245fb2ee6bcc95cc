import { isRookeryError } from '../../contract/errors/index.ts';

/** The pause before the first retry, in milliseconds; it doubles with each failure. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

/** The pause before a game that another process handles is checked again, in milliseconds: that process may have died. */
const ELSEWHERE_PAUSE_MS = 1000;

/** Another process handles the pending action. */
export class Elsewhere extends Error {
  override readonly name = 'Elsewhere';
}

interface Trouble {
  readonly failures: number;
  readonly retryAtMs: number;
}

/** Runs a task for a game after each of its events, one at a time per game, and retries after failures. */
export class ComputerScheduler {
  /** Games whose task is running, with the newest event received meanwhile; 0: none. */
  readonly #busy = new Map<number, number>();
  readonly #troubles = new Map<number, Trouble>();

  /**
   * @param look handles the pending action of a game that has at least `lastEvent` events; it may throw {@link Elsewhere}
   * @param now milliseconds since 1970
   * @param warn receives failures other than expected errors
   */
  constructor(
    private readonly look: (gameID: number, lastEvent: number) => Promise<void>,
    private readonly now: () => number,
    private readonly warn: (message: string, cause: unknown) => void,
  ) {}

  /** Handles the event of this number in the background. */
  attend(gameID: number, lastEvent = 1): void {
    const heard = this.#busy.get(gameID);
    if (heard === undefined) void this.#work(gameID, lastEvent);
    else this.#busy.set(gameID, Math.max(heard, lastEvent));
  }

  /** Runs the failed tasks whose pause is over. */
  retry(): void {
    const now = this.now();
    for (const [gameID, { retryAtMs }] of this.#troubles) {
      if (now >= retryAtMs) this.attend(gameID);
    }
  }

  async #work(gameID: number, lastEvent: number): Promise<void> {
    let heard = lastEvent;
    while (heard > 0) {
      this.#busy.set(gameID, 0);
      try {
        await this.look(gameID, heard);
        this.#troubles.delete(gameID);
      } catch (error) {
        this.#note(gameID, error);
      }
      heard = this.#busy.get(gameID) ?? 0;
    }
    this.#busy.delete(gameID);
  }

  /** Schedules a retry after any error: if the game has moved on, the retry finds no pending action and clears the failure. */
  #note(gameID: number, error: unknown): void {
    const gone = isRookeryError(error) && error.code === 'unknown_game';
    if (gone) {
      this.#troubles.delete(gameID);
      return;
    }
    if (error instanceof Elsewhere) {
      this.#troubles.set(gameID, { failures: 0, retryAtMs: this.now() + ELSEWHERE_PAUSE_MS });
      return;
    }
    const failures = (this.#troubles.get(gameID)?.failures ?? 0) + 1;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
    this.#troubles.set(gameID, { failures, retryAtMs: this.now() + pauseMs });
    if (!isRookeryError(error)) this.warn(`Computer move failed in game ${gameID}.`, error);
  }
}
