import type { LiveGames } from '../live/live-games.ts';

/** The players agree on a draw, or don't (E-3). */
export class DrawService {
  constructor(private readonly liveGames: LiveGames) {}

  /**
   * Offers a draw; with the opponent's offer open, or when the opponent can't win any more, that is the draw.
   * @returns the number of the event
   * @throws RookeryError `unknown_game`, `not_a_player`, `no_opponent`, `draw_too_soon`, `game_over`
   */
  offer(username: string, gameID: number): Promise<number> {
    return this.#ask('offerDraw', username, gameID);
  }

  /** @throws RookeryError as {@link offer}, and `no_draw_offer` */
  accept(username: string, gameID: number): Promise<number> {
    return this.#ask('acceptDraw', username, gameID);
  }

  /** @throws RookeryError as {@link accept} */
  decline(username: string, gameID: number): Promise<number> {
    return this.#ask('declineDraw', username, gameID);
  }

  async #ask(
    type: 'offerDraw' | 'acceptDraw' | 'declineDraw',
    username: string,
    gameID: number,
  ): Promise<number> {
    const events = await this.liveGames.execute(gameID, { type, username });
    return events.at(-1)?.number ?? 0;
  }
}
