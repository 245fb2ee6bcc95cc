import { Batcher } from '../data-access/batcher.ts';
import type { DataAccess, GameCommit } from '../data-access/data-access.ts';

/**
 * Writes decisions of many games together: what arrives while one transaction runs goes into the next. Each caller hears
 * only when its own is on disk (T-3). Of two decisions on one game only one could take effect, so they never go together.
 */
export class GroupCommitter {
  readonly #batcher: Batcher<GameCommit, boolean>;

  constructor(dataAccess: Pick<DataAccess, 'commitEvents'>) {
    this.#batcher = new Batcher({
      keyOf: (commit) => commit.gameID,
      async run(commits) {
        const done = await dataAccess.commitEvents(commits);
        return commits.map(({ gameID }) => done.has(gameID));
      },
    });
  }

  /** @returns false when the game had moved on, and nothing was written */
  commit(commit: GameCommit): Promise<boolean> {
    return this.#batcher.ask(commit);
  }
}
