import type { DataAccess, GameCommit } from '../data-access/data-access.ts';

interface Waiting {
  readonly commit: GameCommit;
  readonly resolve: (tookEffect: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** How many games' decisions go into one transaction at most. */
const BATCH = 1000;

/**
 * Writes decisions of many games together: what arrives while one transaction runs goes into the next. Each caller hears
 * only when its own is on disk (T-3).
 */
export class GroupCommitter {
  #waiting: Waiting[] = [];
  #running = false;

  constructor(private readonly dataAccess: Pick<DataAccess, 'commitEvents'>) {}

  /** @returns false when the game had moved on, and nothing was written */
  commit(commit: GameCommit): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ commit, resolve, reject });
      if (this.#running) return;
      this.#running = true;
      // What else is ready at this moment goes along.
      setImmediate(() => this.#run());
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) await this.#write(this.#nextBatch());
    this.#running = false;
  }

  /** The oldest that wait, each game once: of two decisions on one game only one can take effect. */
  #nextBatch(): readonly Waiting[] {
    const games = new Set<number>();
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    for (const one of this.#waiting) {
      const { gameID } = one.commit;
      if (batch.length === BATCH || games.has(gameID)) later.push(one);
      else batch.push(one);
      games.add(gameID);
    }
    this.#waiting = later;
    return batch;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    try {
      const done = await this.dataAccess.commitEvents(batch.map(({ commit }) => commit));
      for (const { commit, resolve } of batch) resolve(done.has(commit.gameID));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      // One bad decision must not fail the others.
      else for (const one of batch) await this.#write([one]);
    }
  }
}
