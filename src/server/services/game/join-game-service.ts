import { randomInt } from 'node:crypto';
import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import type { Color, GameSummary } from '../../../contract/game/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import { requireAcceptable, whoWaits } from '../../game/decide/begin.ts';
import { authenticate } from '../account/authenticate.ts';
import type { Caller } from '../account/caller.ts';
import type { SeatRatings } from '../rating/seat-ratings.ts';
import { type GameStarter, holder } from './start-game.ts';

/** Flow 6: a user takes a seat. One conditional write decides; a read only explains why it failed (R-JOIN-4). */
export class JoinGameService {
  constructor(
    private readonly dataAccess: DataAccess,
    private readonly ratings: SeatRatings,
    private readonly starter: GameStarter,
  ) {}

  /**
   * @param clientColor the seat; null: the free seat of a game with a host
   * @throws RookeryError `unauthorized`, `unknown_game`, `already_taken`, `game_over`, and for a game with a host also
   * `own_game`, `not_invited`, `blocked`, `guests_may_not`, `rating_outside_range`,
   * `already_playing`
   */
  async joinGame(
    authToken: string | null,
    clientColor: Color | null,
    gameID: number,
  ): Promise<void> {
    return this.join(await authenticate(this.dataAccess, authToken), clientColor, gameID);
  }

  /** Like `joinGame`, for an authenticated caller. */
  async join({ username }: Caller, clientColor: Color | null, gameID: number): Promise<void> {
    if (clientColor && (await this.starter.takeSeat(username, clientColor, gameID))) return;
    const game = await this.dataAccess.getGame(gameID);
    if (!game)
      throw new RookeryError('unknown_game', { field: 'gameID', problem: problem('game.none') });
    const { whiteUsername: white, blackUsername: black } = game;
    if (game.status === 'open' && game.setup.host) return this.#accept(username, clientColor, game);
    // The seat is already the caller's: no change (R-JOIN-3).
    if (
      clientColor === null
        ? [white, black].includes(username)
        : holder(game, clientColor) === username
    ) {
      return;
    }
    if (clientColor === null && game.setup.host === null) {
      throw new RookeryError('bad_request', {
        field: 'color',
        problem: problem('input.color'),
      });
    }
    const free = clientColor !== null && holder(game, clientColor) === null;
    throw new RookeryError(free ? 'game_over' : 'already_taken');
  }

  /** Accepts an open game with a host. */
  async #accept(username: string, color: Color | null, game: GameSummary) {
    const { setup, whiteUsername, blackUsername } = game;
    const { host } = setup;
    const waiting = whoWaits(setup, game.ply, whiteUsername, blackUsername);
    const isNew = waiting !== null && whiteUsername === null && blackUsername === null;
    // Joining one's own seat again has no effect (R-JOIN-3).
    if (host === null) return;
    if (isNew && host.username === username && (color === null || host.color === color)) return;
    const user = await this.dataAccess.getUser(username);
    const guest = user?.guest === true;
    const rating = await this.ratings.of(username, setup);
    const hostRating = await this.ratings.of(host.username, setup);
    requireAcceptable(game, waiting, { username, guest, rating });
    if (waiting !== null && (await this.dataAccess.relations.isBlocked(username, waiting))) {
      throw new RookeryError('blocked');
    }
    if (isNew && color === host.color) throw new RookeryError('already_taken', { field: 'color' });
    const chance = randomInt(2) === 0 ? 'white' : 'black';
    const player = { username, color, chance, guest, rating, hostRating } as const;
    await this.starter.accept(game, host.username, { type: 'accept', ...player });
  }
}
