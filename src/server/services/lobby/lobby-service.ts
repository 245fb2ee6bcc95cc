import type { Lobby, LobbyUpdate, OpenGamesFilter } from '../../../contract/game/index.ts';
import type { LobbyFeed } from '../../live/feeds/lobby-feed.ts';
import type { OpenGamesService } from './open-games-service.ts';

/** The lobby as one user sees it; open to visitors. */
export class LobbyService {
  constructor(
    private readonly openGames: OpenGamesService,
    private readonly feed: LobbyFeed,
  ) {}

  /** @param username the user whose rating `filter.within` refers to; null for a visitor */
  async current(username: string | null, filter?: OpenGamesFilter): Promise<Lobby> {
    return this.feed.current(await this.openGames.selection(username, filter));
  }

  /** The lobby now, and after each change until `signal` aborts. */
  async *watch(
    username: string | null,
    filter: OpenGamesFilter | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<LobbyUpdate, void> {
    yield* this.feed.watch(signal, await this.openGames.selection(username, filter));
  }
}
