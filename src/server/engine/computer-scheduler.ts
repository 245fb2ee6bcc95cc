import { isRookeryError } from '../../contract/errors/index.ts';

/** What failed is tried again after so long, in milliseconds, doubled each time. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

/** What another process does is looked at again after so long, in milliseconds: it may have died. */
const ELSEWHERE_PAUSE_MS = 1000;

/** Another process does what is due. */
export class Elsewhere extends Error {
  override readonly name = 'Elsewhere';
}

interface Trouble {
  readonly failures: number;
  readonly retryAtMs: number;
}

/** Looks at games when something has happened in them, one look at a time for each, and again later where it failed. */
export class ComputerScheduler {
  /** Games being looked at, and the newest event heard of since; 0: none. */
  readonly #busy = new Map<number, number>();
  readonly #troubles = new Map<number, Trouble>();

  /**
   * @param look does what is due in a game that has at least `lastEvent` events; it may throw {@link Elsewhere}
   * @param now milliseconds since 1970
   * @param warn told of failures that aren't refusals
   */
  constructor(
    private readonly look: (gameID: number, lastEvent: number) => Promise<void>,
    private readonly now: () => number,
    private readonly warn: (message: string, cause: unknown) => void,
  ) {}

  /** Something has happened: the event of this number. Returns at once. */
  attend(gameID: number, lastEvent = 1): void {
    const heard = this.#busy.get(gameID);
    if (heard === undefined) void this.#work(gameID, lastEvent);
    else this.#busy.set(gameID, Math.max(heard, lastEvent));
  }

  /** Looks again where it failed and the pause is over. */
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

  /** Whatever it was, the game is looked at again: if it has moved on, nothing is due and the trouble is forgotten. */
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
