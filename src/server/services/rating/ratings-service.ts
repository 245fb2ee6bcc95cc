import { RookeryError } from '../../../contract/errors/index.ts';
import type { Leader, RatingLine, RatingStep } from '../../../contract/game/ratings.ts';
import { PROVISIONAL_DEVIATION } from '../../../rules/rating/glicko2.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { RatingKind } from '../../data-access/db/records.ts';

/** The length of a leaderboard. */
const LEADERS = 100;

/** The number of games in a rating's history. */
const HISTORY = 200;

/** Ratings of players, and leaderboards (G-2). */
export class RatingsService {
  constructor(private readonly dataAccess: DataAccess) {}

  /** The highest settled ratings of one kind of game. */
  async leaders(kind: RatingKind): Promise<Leader[]> {
    const leaders = await this.dataAccess.ratings.leaders(kind, PROVISIONAL_DEVIATION, LEADERS);
    return leaders.map(({ username, rating, games }) => {
      return { username, rating: Math.round(rating), games };
    });
  }

  /** A player's ratings, most played kinds first. @throws RookeryError `unknown_user` */
  async of(username: string): Promise<RatingLine[]> {
    const ratings = await this.dataAccess.ratings.ofUser(await this.#named(username));
    return ratings.map(({ variant, speed, rating, deviation, games }) => ({
      variant,
      speed,
      rating: Math.round(rating),
      deviation: Math.round(deviation),
      provisional: deviation > PROVISIONAL_DEVIATION,
      games,
    }));
  }

  /** The changes of one rating by the latest games, oldest first. @throws RookeryError `unknown_user` */
  async history(username: string, kind: RatingKind): Promise<RatingStep[]> {
    const { ratings } = this.dataAccess;
    const steps = await ratings.history(await this.#named(username), kind, HISTORY);
    return steps
      .reverse()
      .map(({ gameID, after, atMs }) => ({ gameID, rating: Math.round(after), atMs }));
  }

  /** The username as registered. */
  async #named(username: string): Promise<string> {
    const user = await this.dataAccess.getUser(username);
    if (!user) throw new RookeryError('unknown_user', { field: 'username' });
    return user.username;
  }
}
