import type { OpenGamesFilter } from '../../../contract/game/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { OpenSelection } from '../../data-access/lobby/open-games.ts';

/** Resolves a user's filter for the lobby's open games. */
export class OpenGamesService {
  constructor(private readonly dataAccess: Pick<DataAccess, 'ratings'>) {}

  /** @param username the user whose rating `filter.within` refers to; null: the rating of a new player */
  async selection(username: string | null, filter: OpenGamesFilter = {}): Promise<OpenSelection> {
    const { within, ...selection } = filter;
    if (within === undefined) return selection;
    const lines = username === null ? [] : await this.dataAccess.ratings.ofUser(username);
    const ratings = lines.map(({ variant, speed, rating }) => {
      return { variant, speed, rating: Math.round(rating) };
    });
    return { ...selection, near: { within, ratings } };
  }
}
