import type { GameSummary } from '../../../contract/game/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { GameSelection } from '../../data-access/db/records.ts';
import { authenticate } from '../account/authenticate.ts';

/** Flow 4: lists the games, oldest first (R-LIST-1, R-LIST-2). */
export class ListGameService {
  constructor(private readonly dataAccess: DataAccess) {}

  /**
   * @returns the elements of a JSON array in chunks of text, to be joined by commas
   * @throws RookeryError `unauthorized`
   */
  async listGames(
    authToken: string | null,
    selection: GameSelection,
  ): Promise<AsyncIterable<string>> {
    await authenticate(this.dataAccess, authToken);
    return this.list(selection);
  }

  /** Like `listGames`, for an authenticated caller. */
  list(selection: GameSelection): AsyncIterable<string> {
    return this.dataAccess.getGames(selection);
  }

  /** The games as the lobby shows them, for anyone (G-4). */
  summaries(selection: GameSelection & { limit: number }): Promise<GameSummary[]> {
    return this.dataAccess.listSummaries(selection);
  }
}
