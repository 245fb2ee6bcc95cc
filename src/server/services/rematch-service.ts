import { levelOf } from '../../contract/computer.ts';
import { isRookeryError, RookeryError } from '../../contract/errors.ts';
import { opponentOf } from '../../contract/game.ts';
import type { GameSetup } from '../../contract/setup.ts';
import type { DataAccess } from '../data-access/data-access.ts';
import type { LiveGames } from '../live/live-games.ts';
import type { Engagement, Players } from './engagement.ts';
import type { SeatRatings } from './seat-ratings.ts';
import { startFen } from './start-position.ts';
import type { Withdrawal } from './withdrawal.ts';

export interface RematchParts {
  readonly dataAccess: DataAccess;
  readonly liveGames: LiveGames;
  readonly ratings: SeatRatings;
  readonly withdrawal: Withdrawal;
  readonly engagement: Engagement;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Another game between the two, colours swapped, same settings (E-7). */
export class RematchService {
  constructor(private readonly parts: RematchParts) {}

  /**
   * Offers another game, or takes the one that the opponent offers.
   * @returns the number of the event
   * @throws RookeryError `game_not_over`, `no_opponent`, `offer_open`, `rematch_made`, and as {@link accept}
   */
  async offer(username: string, gameID: number): Promise<number> {
    const { liveGames } = this.parts;
    const { rematchOffer, whiteUsername, blackUsername } = await liveGames.view(gameID);
    const offerer = rematchOffer === 'white' ? whiteUsername : blackUsername;
    if (rematchOffer !== null && offerer !== username) return this.accept(username, gameID);
    try {
      const events = await liveGames.execute(gameID, { type: 'offerRematch', username });
      return events.at(-1)?.number ?? 0;
    } catch (error) {
      const met = isRookeryError(error) && error.code === 'offer_open' && rematchOffer === null;
      // Both have offered at the same moment: that is an agreement.
      return met ? this.offer(username, gameID) : Promise.reject(error);
    }
  }

  /**
   * The new game is made first and told of second; what is not taken up after all is removed again. A server that dies in
   * between leaves it as a challenge to whoever accepted. With a clock it takes both players, who may play nowhere else.
   * @returns the number of the event that names the new game
   * @throws RookeryError `game_not_over`, `no_rematch_offer`, `rematch_made`, `already_playing`
   */
  async accept(username: string, gameID: number): Promise<number> {
    const { dataAccess, liveGames, ratings, withdrawal, now } = this.parts;
    const { whiteUsername, blackUsername, ...before } = await liveGames.view(gameID);
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
    const players: Players = [host, username];
    const isClock = before.setup.timeControl.type === 'clock';
    if (isClock) await this.#requireFree(gameID, players);
    const setup: GameSetup = {
      ...before.setup,
      source: 'rematch',
      host: { username: host, color: own, rating: null },
      invited: username,
      ratingRange: null,
    };
    const { gameName } = before;
    const initialFen = setup.variant === 'chess960' ? startFen('chess960') : before.initialFen;
    const createdAtMs = now();
    const next = await dataAccess.createGameID(gameName, initialFen, createdAtMs, setup);
    const number = await this.#tell(gameID, next, players, isClock);
    liveGames.announce({ gameID: next, gameName, createdAtMs, initialFen, setup });
    await liveGames.execute(next, {
      type: 'accept',
      username,
      color: null,
      chance: own,
      guest: false,
      rating: await ratings.of(username, setup),
      hostRating: await ratings.of(host, setup),
    });
    if (isClock) await withdrawal.withdraw(players);
    return number;
  }

  async #tell(gameID: number, next: number, players: Players, isClock: boolean): Promise<number> {
    const { dataAccess, liveGames, engagement } = this.parts;
    const command = { type: 'acceptRematch', username: players[1], gameID: next } as const;
    const tell = () => liveGames.execute(gameID, command);
    // The computer plays as many games as it likes.
    const engages = isClock && players.every((name) => levelOf(name) === null);
    try {
      const events = engages ? await engagement.begin(next, players, tell) : await tell();
      return events.at(-1)?.number ?? 0;
    } catch (error) {
      // Refused: another was quicker. Without an answer of the database it may have been told, so it stays.
      const refused = isRookeryError(error) && error.code !== 'unavailable';
      if (refused) await dataAccess.discardGame(next).catch(() => {});
      throw await this.#explained(error, gameID, players);
    }
  }

  /** @throws RookeryError `already_playing`, `rematch_made`, `no_rematch_offer` when the host has played on since */
  async #requireFree(gameID: number, players: Players): Promise<void> {
    const { liveGames, engagement } = this.parts;
    const [host] = players;
    try {
      await engagement.requireFree(players);
    } catch (error) {
      throw await this.#explained(error, gameID, players);
    }
    if (!(await this.#isStale(host, gameID))) return;
    await liveGames
      .execute(gameID, { type: 'cancelRematch', username: host })
      .catch(() => undefined); // It was answered meanwhile, or is found stale again.
    const detail = `${host} has played another game since.`;
    throw new RookeryError('no_rematch_offer', { detail });
  }

  /** Whether the host has played another game with a clock since they offered this. */
  async #isStale(host: string, gameID: number): Promise<boolean> {
    const { dataAccess } = this.parts;
    const stored = await dataAccess.loadGame(gameID);
    const offer = stored?.events.findLast(({ body }) => body.type === 'rematchOffered');
    if (!offer) return false;
    for (const other of await dataAccess.getGamesOf([host], offer.atMs)) {
      const game = other === gameID ? null : await dataAccess.getGame(other);
      if (game?.status === 'finished' && game.setup.timeControl.type === 'clock') return true;
    }
    return false;
  }

  /** Who accepts in several tabs is kept from it by the rematch itself, which has begun or is about to. */
  async #explained(error: unknown, gameID: number, [host, username]: Players): Promise<unknown> {
    if (!isRookeryError(error) || error.code !== 'already_playing') return error;
    const { dataAccess } = this.parts;
    const beginning = (await dataAccess.finder.unfinishedOf(username, 200)).some(
      ({ status, setup: { source, host: by, invited } }) =>
        status === 'open' && source === 'rematch' && by?.username === host && invited === username,
    );
    const stored = beginning ? null : await dataAccess.loadGame(gameID);
    const made = beginning || stored?.events.some(({ body }) => body.type === 'rematched');
    return made ? new RookeryError('rematch_made') : error;
  }
}
