import type { GameSummary } from '../../../contract/game/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { GameSelection } from '../../data-access/db/records.ts';
import { authenticate } from '../account/authenticate.ts';

/** Flow 4: the games there are, oldest first (R-LIST-1, R-LIST-2). */
export class ListGameService {
  constructor(private readonly dataAccess: DataAccess) {}

  /**
   * @returns the inside of a JSON array, piece by piece, to be joined by commas
   * @throws RookeryError `unauthorized`
   */
  async listGames(
    authToken: string | null,
    selection: GameSelection,
  ): Promise<AsyncIterable<string>> {
    await authenticate(this.dataAccess, authToken);
    return this.list(selection);
  }

  /** As `listGames`, for a caller who is known already. */
  list(selection: GameSelection): AsyncIterable<string> {
    return this.dataAccess.getGames(selection);
  }

  /** The same games with all that the lobby shows of them; anyone may see them (G-4). */
  summaries(selection: GameSelection & { limit: number }): Promise<GameSummary[]> {
    return this.dataAccess.listSummaries(selection);
  }
}
