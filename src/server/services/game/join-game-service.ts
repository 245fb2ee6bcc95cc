import { randomInt } from 'node:crypto';
import { isRookeryError, RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import type { Color, GameSummary } from '../../../contract/game/index.ts';
import { policyOf } from '../../../contract/game/policy.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { SeatTaken } from '../../data-access/db/records.ts';
import { requireAcceptable, whoWaits } from '../../game/decide/begin.ts';
import type { AcceptCommand } from '../../game/decide/command.ts';
import type { LiveGames } from '../../live/live-games.ts';
import { authenticate } from '../account/authenticate.ts';
import type { Caller } from '../account/caller.ts';
import type { SeatRatings } from '../rating/seat-ratings.ts';
import type { Reservation } from './reservation.ts';
import type { Withdrawal } from './withdrawal.ts';

/** Flow 6: a user takes a seat. One conditional write decides; reading only explains a refusal (R-JOIN-4). */
export class JoinGameService {
  constructor(
    private readonly dataAccess: DataAccess,
    private readonly liveGames: LiveGames,
    private readonly ratings: SeatRatings,
    private readonly withdrawal: Withdrawal,
    private readonly reservation: Reservation,
  ) {}

  /**
   * @param clientColor the seat; null: the one that is left in a game whose host waits
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

  /** As `joinGame`, for a caller who is known already. */
  async join({ username }: Caller, clientColor: Color | null, gameID: number): Promise<void> {
    const taken = clientColor && (await this.#take(username, clientColor, gameID));
    if (taken) {
      await this.liveGames.applyExternal(taken);
      return;
    }
    const game = await this.dataAccess.getGame(gameID);
    if (!game)
      throw new RookeryError('unknown_game', { field: 'gameID', problem: problem('game.none') });
    const { whiteUsername: white, blackUsername: black } = game;
    if (game.status === 'open' && game.setup.host) return this.#accept(username, clientColor, game);
    // Already theirs: nothing changes (R-JOIN-3).
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

  /**
   * Accepts a game whose host waits: both sit down in one write. A game with a clock takes both of them first, so
   * that nobody is put at two boards at once (see `Engagement`). A link went to somebody by hand, so both know what they do:
   * a coach may play several of these at once.
   */
  async #accept(username: string, color: Color | null, game: GameSummary) {
    const { gameID, setup, whiteUsername, blackUsername } = game;
    const { host } = setup;
    const waiting = whoWaits(setup, game.ply, whiteUsername, blackUsername);
    const isNew = waiting !== null && whiteUsername === null && blackUsername === null;
    // Asking for one's own game again changes nothing (R-JOIN-3).
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
    const type = 'accept';
    const accept = () =>
      this.#accepted(gameID, { type, username, color, chance, guest, rating, hostRating });
    if (setup.timeControl.type !== 'clock') {
      await accept();
      return;
    }
    const players = [host.username, username] as const;
    if (policyOf(setup).simultaneous) await accept();
    else await this.reservation.begin(gameID, players, accept);
    await this.withdrawal.withdraw(players);
  }

  /** A seat that was taken though the answer was lost is refused when it is tried again: then it is theirs already. */
  async #accepted(gameID: number, command: AcceptCommand): Promise<void> {
    try {
      await this.liveGames.execute(gameID, command);
    } catch (error) {
      if (!isRookeryError(error) || error.code !== 'already_taken') throw error;
      const game = await this.liveGames.summary(gameID);
      const { username, color } = command;
      const isTheirs = (side: Color) => holder(game, side) === username;
      if (color === null ? !isTheirs('white') && !isTheirs('black') : !isTheirs(color)) throw error;
    }
  }

  /** Without an answer of the database the seat may be taken or not. */
  async #take(username: string, clientColor: Color, gameID: number): Promise<SeatTaken | null> {
    try {
      return await this.dataAccess.addToGame(username, clientColor, gameID);
    } catch (error) {
      await this.liveGames.invalidate(gameID);
      throw error;
    }
  }
}

const holder = ({ whiteUsername, blackUsername }: GameSummary, color: Color): string | null =>
  color === 'white' ? whiteUsername : blackUsername;
