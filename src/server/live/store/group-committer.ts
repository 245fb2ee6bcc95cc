import { Batcher } from '../../base/batcher.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { GameCommit } from '../../data-access/db/records.ts';
import { withRatings } from './rate-game.ts';

/** A decision as it was written. */
export interface Committed {
  /** Its events, with what only the write could tell: the ratings. */
  readonly events: GameCommit['events'];
}

/**
 * Writes decisions of many games together: what arrives while one transaction runs goes into the next. Each caller hears
 * only when its own is on disk (T-3). Of two decisions on one game only one could take effect, so they never go together;
 * nor do two that change the rating of one player.
 */
export class GroupCommitter {
  readonly #batcher: Batcher<GameCommit, Committed | null>;

  constructor(dataAccess: Pick<DataAccess, 'commitEvents' | 'ratings'>) {
    this.#batcher = new Batcher({
      keysOf,
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

  /** @returns null when the game had moved on, and nothing was written */
  commit(commit: GameCommit): Promise<Committed | null> {
    return this.#batcher.ask(commit);
  }
}

const isRatedEnd = ({ row }: GameCommit): boolean => row.setup.rated && row.ending !== null;

function keysOf(commit: GameCommit): readonly unknown[] {
  const { gameID, row } = commit;
  return isRatedEnd(commit) ? [gameID, row.whiteUsername, row.blackUsername] : [gameID];
}
