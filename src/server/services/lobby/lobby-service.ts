import type { Lobby, LobbyUpdate, OpenGamesFilter } from '../../../contract/game/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { OpenSelection } from '../../data-access/lobby/open-games.ts';
import type { LobbyFeed } from '../../live/feeds/lobby-feed.ts';

/** The lobby as one user sees it; open to visitors. */
export class LobbyService {
  constructor(
    private readonly dataAccess: Pick<DataAccess, 'ratings'>,
    private readonly feed: LobbyFeed,
  ) {}

  /** @param username the user whose rating `filter.within` refers to; null for a visitor */
  async current(username: string | null, filter?: OpenGamesFilter): Promise<Lobby> {
    return this.feed.current(await this.#selection(username, filter));
  }

  /** The lobby now, and after each change until `signal` aborts. */
  async *watch(
    username: string | null,
    filter: OpenGamesFilter | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<LobbyUpdate, void> {
    yield* this.feed.watch(signal, await this.#selection(username, filter));
  }

  /** A visitor counts as a new player. */
  async #selection(
    username: string | null,
    { within, ...selection }: OpenGamesFilter = {},
  ): Promise<OpenSelection> {
    if (within === undefined) return selection;
    const lines = username === null ? [] : await this.dataAccess.ratings.ofUser(username);
    const ratings = lines.map(({ variant, speed, rating }) => {
      return { variant, speed, rating: Math.round(rating) };
    });
    return { ...selection, near: { within, ratings } };
  }
}
