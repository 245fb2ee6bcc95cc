import { startRecord } from '../../rules/index.ts';
import type { DataAccess } from '../data-access/data-access.ts';
import type { LiveGames } from '../live/live-games.ts';
import { authenticate } from './authenticate.ts';

/** Flow 5: a game is made, both seats empty: untimed, casual, standard chess (R-CREATE-2). */
export class CreateGameService {
  readonly #initialFen = startRecord().initialFen;

  constructor(
    private readonly dataAccess: DataAccess,
    private readonly liveGames: LiveGames,
    private readonly now: () => number,
  ) {}

  /**
   * @returns the game's number, never used before (R-CREATE-1)
   * @throws RookeryError `unauthorized`
   */
  async createGame(authToken: string | null, gameName: string): Promise<number> {
    await authenticate(this.dataAccess, authToken);
    const createdAtMs = this.now();
    const initialFen = this.#initialFen;
    const gameID = await this.dataAccess.createGameID(gameName, initialFen, createdAtMs);
    this.liveGames.announce({ gameID, gameName, createdAtMs, initialFen });
    return gameID;
  }
}
