import { isRookeryError } from '../../contract/errors/index.ts';

/** The pause before a failed attempt is retried, in milliseconds; doubled each time. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

/** When to check an action claimed by another process again, in milliseconds: that process may have died. */
const CLAIMED_PAUSE_MS = 1000;

/** Another process performs the action. */
export class ClaimedElsewhere extends Error {
  override readonly name = 'ClaimedElsewhere';
}

interface Failure {
  readonly failures: number;
  readonly retryAtMs: number;
}

/** Runs the pending actions of games after their events, one run at a time for each game, and retries failed ones. */
export class ComputerScheduler {
  /** Games being handled, and the newest event number since; 0: none. */
  readonly #busy = new Map<number, number>();
  readonly #failed = new Map<number, Failure>();

  /**
   * @param look performs the pending actions of a game with at least `lastEvent` events; it may throw {@link ClaimedElsewhere}
   * @param now milliseconds since 1970
   * @param warn called for unexpected failures
   */
  constructor(
    private readonly look: (gameID: number, lastEvent: number) => Promise<void>,
    private readonly now: () => number,
    private readonly warn: (message: string, cause: unknown) => void,
  ) {}

  /** Reports a new event of a game. Returns at once. */
  attend(gameID: number, lastEvent = 1): void {
    const newest = this.#busy.get(gameID);
    if (newest === undefined) void this.#work(gameID, lastEvent);
    else this.#busy.set(gameID, Math.max(newest, lastEvent));
  }

  /** Retries failed games whose pause is over. */
  retry(): void {
    const now = this.now();
    for (const [gameID, { retryAtMs }] of this.#failed) {
      if (now >= retryAtMs) this.attend(gameID);
    }
  }

  async #work(gameID: number, lastEvent: number): Promise<void> {
    let newest = lastEvent;
    while (newest > 0) {
      this.#busy.set(gameID, 0);
      try {
        await this.look(gameID, newest);
        this.#failed.delete(gameID);
      } catch (error) {
        this.#note(gameID, error);
      }
      newest = this.#busy.get(gameID) ?? 0;
    }
    this.#busy.delete(gameID);
  }

  /** Schedules a retry after any failure: if the game has moved on, the retry finds nothing to do and clears the failure. */
  #note(gameID: number, error: unknown): void {
    const gone = isRookeryError(error) && error.code === 'unknown_game';
    if (gone) {
      this.#failed.delete(gameID);
      return;
    }
    if (error instanceof ClaimedElsewhere) {
      this.#failed.set(gameID, { failures: 0, retryAtMs: this.now() + CLAIMED_PAUSE_MS });
      return;
    }
    const failures = (this.#failed.get(gameID)?.failures ?? 0) + 1;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
    this.#failed.set(gameID, { failures, retryAtMs: this.now() + pauseMs });
    if (!isRookeryError(error)) this.warn(`Computer move failed in game ${gameID}.`, error);
  }
}
