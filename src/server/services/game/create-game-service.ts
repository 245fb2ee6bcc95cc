import { RookeryError } from '../../../contract/errors/index.ts';
import { type Problem, problem } from '../../../contract/errors/problems.ts';
import { type GameRequest, type GameSetup, plainSetup } from '../../../contract/game/setup.ts';
import { startRecord } from '../../../rules/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { LiveGames } from '../../live/live-games.ts';
import { authenticate } from '../account/authenticate.ts';
import type { SeatRatings } from '../rating/seat-ratings.ts';
import { chosenStart, startFen } from './start-position.ts';

/** The limit of a user's open games and challenges. */
const MOST_OFFERS = 20;

/** The number of a user's unfinished games that are searched for them. */
const UNFINISHED_SEEN = 500;

/** Flow 5: creates a game. */
export class CreateGameService {
  readonly #initialFen = startRecord().initialFen;

  constructor(
    private readonly dataAccess: DataAccess,
    private readonly liveGames: LiveGames,
    private readonly ratings: SeatRatings,
    private readonly now: () => number,
  ) {}

  /**
   * Untimed, casual, standard chess, both seats empty (R-CREATE-2).
   * @returns the game's number, never used before (R-CREATE-1)
   * @throws RookeryError `unauthorized`
   */
  async createGame(authToken: string | null, gameName: string): Promise<number> {
    await authenticate(this.dataAccess, authToken);
    return this.plainGame(gameName);
  }

  /** Like `createGame`, for an authenticated caller. */
  plainGame(gameName: string): Promise<number> {
    return this.make(gameName, this.#initialFen, plainSetup);
  }

  /**
   * Creates a game with the host's settings (G-1), open until another user accepts it.
   * @returns the game's number
   * @throws RookeryError `bad_request` (field `setup.…`), `guests_may_not`, `unknown_user`, `own_game`, `blocked`
   */
  async hostGame(username: string, gameName: string | undefined, request: GameRequest) {
    const user = await this.dataAccess.getUser(username);
    if (request.rated && user?.guest) throw new RookeryError('guests_may_not');
    await this.#requireRoom(username, request);
    const initialFen = initialFenOf(request);
    const setup = await this.#setupOf(username, request);
    return this.make(gameName ?? `${username}’s game`, initialFen, setup);
  }

  /** Rejects games that nobody could accept, or that exceed the limit of open games. */
  async #requireRoom(username: string, { timeControl, opponent, visibility }: GameRequest) {
    const { finder, reservations } = this.dataAccess;
    const open = (await finder.unfinishedOf(username, UNFINISHED_SEEN)).filter(
      ({ status, setup }) => status === 'open' && setup.host?.username === username,
    );
    if (open.length >= MOST_OFFERS) {
      throw new RookeryError('too_many_requests', {
        problem: problem('create.tooManyOffers', { most: MOST_OFFERS }),
        retryAfterSeconds: 60,
      });
    }
    if (opponent.type !== 'anyone' || timeControl.type !== 'clock' || visibility === 'link') return;
    if ((await reservations.playing(username)) !== null) throw new RookeryError('already_playing');
  }

  async #setupOf(username: string, request: GameRequest): Promise<GameSetup> {
    const { variant, timeControl, rated, color, visibility, opponent, ratingRange } = request;
    const invited =
      opponent.type === 'user' ? await this.#invited(username, opponent, rated) : null;
    const source = invited !== null ? 'challenge' : visibility === 'link' ? 'link' : 'lobby';
    const rating = await this.ratings.of(username, request);
    const host = { username, color, rating };
    return { variant, timeControl, rated, visibility, source, host, invited, ratingRange };
  }

  async #invited(
    username: string,
    opponent: { username: string },
    rated: boolean,
  ): Promise<string> {
    const invited = await this.dataAccess.getUser(opponent.username);
    if (!invited) throw new RookeryError('unknown_user', { field: 'setup.opponent.username' });
    if (invited.username === username) {
      throw new RookeryError('own_game', { field: 'setup.opponent.username' });
    }
    if (await this.dataAccess.relations.isBlocked(username, invited.username)) {
      throw new RookeryError('blocked', { field: 'setup.opponent.username' });
    }
    if (rated && invited.guest) {
      throw new RookeryError('guests_may_not', {
        field: 'setup.rated',
        problem: problem('create.guest', { username: invited.username }),
      });
    }
    return invited.username;
  }

  /** Creates the game and publishes it in the lobby. @returns its number */
  async make(gameName: string, initialFen: string, setup: GameSetup): Promise<number> {
    const createdAtMs = this.now();
    const gameID = await this.dataAccess.createGameID(gameName, initialFen, createdAtMs, setup);
    this.liveGames.announce({ gameID, gameName, createdAtMs, initialFen, setup });
    return gameID;
  }
}

/** The start position. @throws RookeryError `bad_request` for an invalid position or a game that can't be rated (G-2) */
export function initialFenOf({ variant, rated, timeControl, initialFen }: GameRequest): string {
  const wrong = (field: string, why: Problem) =>
    new RookeryError('bad_request', { field: `setup.${field}`, problem: why });
  if (rated && timeControl.type === 'unlimited') {
    throw wrong('rated', problem('create.ratedNeedsTime'));
  }
  if (initialFen === undefined) return startFen(variant);
  if (rated) throw wrong('initialFen', problem('create.ratedStart'));
  return chosenStart(initialFen, variant);
}
