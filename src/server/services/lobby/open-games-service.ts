import type { OpenGamesFilter } from '../../../contract/game/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { OpenSelection } from '../../data-access/lobby/open-games.ts';

/** What somebody looks for among the lobby's open games. */
export class OpenGamesService {
  constructor(private readonly dataAccess: Pick<DataAccess, 'ratings'>) {}

  /** @param username whose strength counts where games of about the same are wanted; null: a newcomer's */
  async selection(username: string | null, wanted: OpenGamesFilter = {}): Promise<OpenSelection> {
    const { within, ...selection } = wanted;
    if (within === undefined) return selection;
    const lines = username === null ? [] : await this.dataAccess.ratings.ofUser(username);
    const ratings = lines.map(({ variant, speed, rating }) => {
      return { variant, speed, rating: Math.round(rating) };
    });
    return { ...selection, near: { within, ratings } };
  }
}
