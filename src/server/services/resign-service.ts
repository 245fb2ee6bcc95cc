import type { LiveGames } from '../live/live-games.ts';

/** A player gives up (E-4). */
export class ResignService {
  constructor(private readonly liveGames: LiveGames) {}

  /**
   * @returns the number of the event that ends the game
   * @throws RookeryError `unknown_game`, `not_a_player`, `game_over`
   */
  async resign(username: string, gameID: number): Promise<number> {
    const events = await this.liveGames.execute(gameID, { type: 'resign', username });
    return events.at(-1)?.number ?? 0;
  }
}
