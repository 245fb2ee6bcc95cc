import { RookeryError } from '../../../contract/errors/index.ts';
import type { Leader, RatingLine, RatingStep } from '../../../contract/game/ratings.ts';
import { PROVISIONAL_DEVIATION } from '../../../rules/rating/glicko2.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { RatingKind } from '../../data-access/db/records.ts';

/** How many a leaderboard has. */
const LEADERS = 100;

/** How many of the last games a rating's history shows. */
const HISTORY = 200;

/** Ratings as pages show them: a player's, and the strongest of all (G-2). */
export class RatingsService {
  constructor(private readonly dataAccess: DataAccess) {}

  /** The strongest in one kind of game whose rating is settled. */
  async leaders(kind: RatingKind): Promise<Leader[]> {
    const leaders = await this.dataAccess.ratings.leaders(kind, PROVISIONAL_DEVIATION, LEADERS);
    return leaders.map(({ username, rating, games }) => {
      return { username, rating: Math.round(rating), games };
    });
  }

  /** A player's ratings, the kinds most played first. @throws RookeryError `unknown_user` */
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

  /** What a player's last games did to one rating, oldest first. @throws RookeryError `unknown_user` */
  async history(username: string, kind: RatingKind): Promise<RatingStep[]> {
    const { ratings } = this.dataAccess;
    const steps = await ratings.history(await this.#named(username), kind, HISTORY);
    return steps
      .reverse()
      .map(({ gameID, after, atMs }) => ({ gameID, rating: Math.round(after), atMs }));
  }

  /** The name as registered. */
  async #named(username: string): Promise<string> {
    const user = await this.dataAccess.getUser(username);
    if (!user) throw new RookeryError('unknown_user', { field: 'username' });
    return user.username;
  }
}
