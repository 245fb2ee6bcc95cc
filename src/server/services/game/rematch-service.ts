import { type ErrorCode, isRookeryError, RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import { type GameView, opponentOf } from '../../../contract/game/index.ts';
import type { GameSetup } from '../../../contract/game/setup.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { LiveGames } from '../../live/live-games.ts';
import { pairName } from './pair-name.ts';
import type { Claim, GameStarter } from './start-game.ts';
import { startFen } from './start-position.ts';

export interface RematchParts {
  readonly dataAccess: DataAccess;
  readonly liveGames: LiveGames;
  readonly starter: GameStarter;
}

type Pair = readonly [host: string, username: string];

/** Another game between the same players with the same settings and colours swapped (E-7). */
export class RematchService {
  constructor(private readonly parts: RematchParts) {}

  /**
   * Offers a rematch, or accepts the opponent's offer.
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
      // Both have offered at the same moment, which counts as an agreement.
      return met ? this.offer(username, gameID) : Promise.reject(error);
    }
  }

  /**
   * The finished game names the new one before its players are seated, so that simultaneous agreements start one game. With
   * a clock, both players are reserved and may not play another game.
   * @returns the number of the event that names the new game
   * @throws RookeryError `game_not_over`, `no_rematch_offer`, `rematch_made`, `already_playing`
   */
  async accept(username: string, gameID: number): Promise<number> {
    const { starter } = this.parts;
    const before = await this.#offered(username, gameID);
    const own = username === before.whiteUsername ? 'white' : 'black';
    const host = own === 'white' ? before.blackUsername : before.whiteUsername;
    if (host === null) throw new RookeryError('no_rematch_offer');
    const players = [host, username] as const;
    if (before.setup.timeControl.type === 'clock') await this.#requireFree(gameID, players);
    const setup: GameSetup = {
      ...before.setup,
      source: 'rematch',
      host: { username: host, color: own, rating: null },
      invited: username,
      ratingRange: null,
    };
    const initialFen = setup.variant === 'chess960' ? startFen('chess960') : before.initialFen;
    const [white, black] = own === 'white' ? [host, username] : [username, host];
    const game = { gameName: nameAfter(before), initialFen, setup, white, black };
    const claim = this.#claim(username, gameID);
    try {
      await starter.start(game, username, claim);
      return claim.number;
    } catch (error) {
      throw await this.#explained(error, gameID, players);
    }
  }

  /**
   * The finished game in which this user has a rematch offer. It is read again before failing, since another process may
   * have stored the offer.
   * @throws RookeryError `game_not_over`, `rematch_made`, `not_a_player`, `no_rematch_offer`
   */
  async #offered(username: string, gameID: number): Promise<GameView> {
    const { liveGames } = this.parts;
    const known = await liveGames.view(gameID);
    if (apiErrorOf(known, username) === null) return known;
    await liveGames.invalidate(gameID);
    const game = await liveGames.view(gameID);
    const code = apiErrorOf(game, username);
    if (code) throw new RookeryError(code);
    return game;
  }

  /** Makes the finished game name the new one; `number` is the event's. */
  #claim(username: string, gameID: number): Claim & { readonly number: number } {
    const { liveGames } = this.parts;
    let number = 0;
    return {
      get number() {
        return number;
      },
      repeated: 'rematch_made',
      async write(next) {
        const command = { type: 'acceptRematch', username, gameID: next } as const;
        number = (await liveGames.execute(gameID, command)).at(-1)?.number ?? 0;
      },
      async isWritten(next) {
        const { rematchID, lastEvent } = await liveGames.view(gameID);
        number = lastEvent;
        return rematchID === next;
      },
    };
  }

  /** @throws RookeryError `already_playing`, `rematch_made`, `no_rematch_offer` when the host has played on since */
  async #requireFree(gameID: number, players: Pair): Promise<void> {
    const { liveGames, starter } = this.parts;
    const [host] = players;
    try {
      await starter.requireFree(players);
    } catch (error) {
      throw await this.#explained(error, gameID, players);
    }
    if (!(await this.#isStale(host, gameID))) return;
    await liveGames
      .execute(gameID, { type: 'cancelRematch', username: host })
      .catch(() => undefined); // The offer was answered meanwhile, or the next call finds it stale again.
    throw new RookeryError('no_rematch_offer', {
      problem: problem('game.rematchStale', { username: host }),
    });
  }

  /** Whether the host has started another game with a clock since the offer. */
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

  /** Accepting in several tabs fails because of the rematch itself, so the error is `rematch_made`. */
  async #explained(error: unknown, gameID: number, [host, username]: Pair): Promise<unknown> {
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

/** The error for a user who may not accept a rematch of this game; null if allowed. */
function apiErrorOf(game: GameView, username: string): ErrorCode | null {
  const { status, rematchID, rematchOffer, whiteUsername, blackUsername } = game;
  if (status !== 'finished') return 'game_not_over';
  if (rematchID !== null) return 'rematch_made';
  if (username !== whiteUsername && username !== blackUsername) return 'not_a_player';
  const own = username === whiteUsername ? 'white' : 'black';
  return rematchOffer === opponentOf(own) ? null : 'no_rematch_offer';
}

/** Keeps the game's name, but swaps the players in a default name. */
function nameAfter({ gameName, whiteUsername, blackUsername }: GameView): string {
  if (whiteUsername === null || blackUsername === null) return gameName;
  const isOfPair = gameName === pairName(whiteUsername, blackUsername);
  return isOfPair ? pairName(blackUsername, whiteUsername) : gameName;
}
