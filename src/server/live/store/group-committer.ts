import { Batcher } from '../../base/batcher.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { GameCommit } from '../../data-access/db/records.ts';
import { withRatings } from './rate-game.ts';

/** The least time between two batches, ms: what a batch costs counts more than what a decision adds to it. */
const EVERY_MS = 5;

/** A written decision. */
export interface Committed {
  /** The decision's events, with the rating changes that are computed at the write. */
  readonly events: GameCommit['events'];
}

/**
 * Writes decisions of many games in shared transactions: those that arrive while one runs go into the next. A caller's
 * promise resolves when its decision is on disk (T-3). Two decisions on one game never share a transaction, because only
 * one could take effect; nor do two that change the rating of one player.
 */
export class GroupCommitter {
  readonly #batcher: Batcher<GameCommit, Committed | null>;

  constructor(dataAccess: Pick<DataAccess, 'commitEvents' | 'ratings'>) {
    this.#batcher = new Batcher({
      keysOf,
      everyMs: EVERY_MS,
      async run(decisions) {
        const commits = await Promise.all(
          decisions.map((commit) =>
            isRatedEnd(commit) ? withRatings(dataAccess, commit) : commit,
          ),
        );
        const done = await dataAccess.commitEvents(commits);
        return commits.map(({ gameID, events }) => (done.has(gameID) ? { events } : null));
      },
    });
  }

  /** @returns null when the game has newer events; then nothing was written */
  commit(commit: GameCommit): Promise<Committed | null> {
    return this.#batcher.ask(commit);
  }
}

const isRatedEnd = ({ row }: GameCommit): boolean => row.setup.rated && row.ending !== null;

function keysOf(commit: GameCommit): readonly unknown[] {
  const { gameID, row } = commit;
  return isRatedEnd(commit) ? [gameID, row.whiteUsername, row.blackUsername] : [gameID];
}
