import type { Profile } from '../../../contract/account/account.ts';
import { RookeryError } from '../../../contract/errors/index.ts';
import type { GameSummary } from '../../../contract/game/index.ts';
import { turnFirst } from '../../../contract/game/own-games.ts';
import type { DataAccess } from '../../data-access/data-access.ts';

/** The number of a user's unfinished games that are read. */
const CURRENT = 500;

/** A user's public profile and games. */
export class ProfileService {
  constructor(private readonly dataAccess: DataAccess) {}

  /** @throws RookeryError `unknown_user` */
  async profile(username: string): Promise<Profile> {
    const profile = await this.dataAccess.getProfile(username);
    if (!profile) throw new RookeryError('unknown_user', { field: 'username' });
    return profile;
  }

  /** A user's running games: those where it is the user's turn first, ordered by deadline. */
  async current(username: string): Promise<GameSummary[]> {
    const games = await this.dataAccess.finder.unfinishedOf(username, CURRENT);
    return turnFirst(games, username);
  }

  /**
   * Newest first; `before` selects games with a smaller number.
   * @throws RookeryError `unknown_user`
   */
  async games(username: string, limit: number, before?: number): Promise<GameSummary[]> {
    const user = await this.dataAccess.getUser(username);
    if (!user) throw new RookeryError('unknown_user', { field: 'username' });
    return this.dataAccess.getUserGames(user.username, limit, before);
  }
}
