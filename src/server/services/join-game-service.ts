import { RookeryError } from '../../contract/errors.ts';
import type { Color } from '../../contract/game.ts';
import type { DataAccess, SeatTaken } from '../data-access/data-access.ts';
import type { LiveGames } from '../live/live-games.ts';
import { authenticate } from './authenticate.ts';

/** Flow 6: a user takes a seat. One conditional write decides; reading only explains a refusal (R-JOIN-4). */
export class JoinGameService {
  constructor(
    private readonly dataAccess: DataAccess,
    private readonly liveGames: LiveGames,
  ) {}

  /** @throws RookeryError `unauthorized`, `unknown_game`, `already_taken`, `game_over` */
  async joinGame(authToken: string | null, clientColor: Color, gameID: number): Promise<void> {
    const { username } = await authenticate(this.dataAccess, authToken);
    const taken = await this.#take(username, clientColor, gameID);
    if (taken) {
      await this.liveGames.absorb(taken);
      return;
    }
    const game = await this.dataAccess.getGame(gameID);
    if (!game) throw new RookeryError('unknown_game', { field: 'gameID', detail: 'no such game' });
    const holder = clientColor === 'white' ? game.whiteUsername : game.blackUsername;
    if (holder === username) return; // already theirs: nothing changes (R-JOIN-3)
    throw new RookeryError(holder === null ? 'game_over' : 'already_taken');
  }

  /** Without an answer of the database the seat may be taken or not. */
  async #take(username: string, clientColor: Color, gameID: number): Promise<SeatTaken | null> {
    try {
      return await this.dataAccess.addToGame(username, clientColor, gameID);
    } catch (error) {
      await this.liveGames.doubt(gameID);
      throw error;
    }
  }
}
