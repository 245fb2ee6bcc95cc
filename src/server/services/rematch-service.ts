import { isRookeryError, RookeryError } from '../../contract/errors.ts';
import { opponentOf } from '../../contract/game.ts';
import type { GameSetup } from '../../contract/setup.ts';
import type { DataAccess } from '../data-access/data-access.ts';
import type { LiveGames } from '../live/live-games.ts';
import type { SeatRatings } from './seat-ratings.ts';
import { startFen } from './start-position.ts';
import type { Withdrawal } from './withdrawal.ts';

/** Another game between the two, colours swapped, same settings (E-7). */
export class RematchService {
  constructor(
    private readonly dataAccess: DataAccess,
    private readonly liveGames: LiveGames,
    private readonly ratings: SeatRatings,
    private readonly withdrawal: Withdrawal,
    private readonly now: () => number,
  ) {}

  /**
   * Offers another game, or takes the one that the opponent offers.
   * @returns the number of the event
   * @throws RookeryError `game_not_over`, `no_opponent`, `offer_open`, `rematch_made`
   */
  async offer(username: string, gameID: number): Promise<number> {
    const { rematchOffer, whiteUsername, blackUsername } = await this.liveGames.view(gameID);
    const offerer = rematchOffer === 'white' ? whiteUsername : blackUsername;
    if (rematchOffer !== null && offerer !== username) return this.accept(username, gameID);
    try {
      const events = await this.liveGames.execute(gameID, { type: 'offerRematch', username });
      return events.at(-1)?.number ?? 0;
    } catch (error) {
      const met = isRookeryError(error) && error.code === 'offer_open' && rematchOffer === null;
      // Both have offered at the same moment: that is an agreement.
      return met ? this.offer(username, gameID) : Promise.reject(error);
    }
  }

  /**
   * The new game is made first and told of second; what is not taken up after all is removed again. A server that dies in
   * between leaves it as a challenge to whoever accepted.
   * @returns the number of the event that names the new game
   * @throws RookeryError `game_not_over`, `no_rematch_offer`, `rematch_made`
   */
  async accept(username: string, gameID: number): Promise<number> {
    const { whiteUsername, blackUsername, ...before } = await this.liveGames.view(gameID);
    if (before.status !== 'finished') throw new RookeryError('game_not_over');
    if (before.rematchID !== null) throw new RookeryError('rematch_made');
    if (username !== whiteUsername && username !== blackUsername) {
      throw new RookeryError('not_a_player');
    }
    const own = username === whiteUsername ? 'white' : 'black';
    const host = own === 'white' ? blackUsername : whiteUsername;
    if (before.rematchOffer !== opponentOf(own) || host === null) {
      throw new RookeryError('no_rematch_offer');
    }
    const setup: GameSetup = {
      ...before.setup,
      source: 'rematch',
      host: { username: host, color: own, rating: null },
      invited: username,
      ratingRange: null,
    };
    const { gameName } = before;
    const initialFen = setup.variant === 'chess960' ? startFen('chess960') : before.initialFen;
    const createdAtMs = this.now();
    const next = await this.dataAccess.createGameID(gameName, initialFen, createdAtMs, setup);
    const number = await this.#tell(username, gameID, next);
    this.liveGames.announce({ gameID: next, gameName, createdAtMs, initialFen, setup });
    await this.liveGames.execute(next, {
      type: 'accept',
      username,
      color: null,
      chance: own,
      guest: false,
      rating: await this.ratings.of(username, setup),
      hostRating: await this.ratings.of(host, setup),
    });
    if (setup.timeControl.type === 'clock') await this.withdrawal.withdraw([username, host]);
    return number;
  }

  async #tell(username: string, gameID: number, next: number): Promise<number> {
    const command = { type: 'acceptRematch', username, gameID: next } as const;
    try {
      const events = await this.liveGames.execute(gameID, command);
      return events.at(-1)?.number ?? 0;
    } catch (error) {
      // Refused: the other was quicker. Without an answer of the database it may have been told, so it stays.
      const refused = isRookeryError(error) && error.code !== 'unavailable';
      if (refused) await this.dataAccess.discardGame(next).catch(() => {});
      throw error;
    }
  }
}
