import type { Lobby, LobbyUpdate, OpenGamesFilter } from '../../../contract/game/index.ts';
import type { LobbyFeed } from '../../live/feeds/lobby-feed.ts';
import type { OpenGamesService } from './open-games-service.ts';

/** The lobby as somebody sees it; anyone may. */
export class LobbyService {
  constructor(
    private readonly openGames: OpenGamesService,
    private readonly feed: LobbyFeed,
  ) {}

  /** @param username whose rating counts where games near it are asked for; null for a visitor */
  async current(username: string | null, filter?: OpenGamesFilter): Promise<Lobby> {
    return this.feed.current(await this.openGames.selection(username, filter));
  }

  /** The lobby now, and its changes until `signal`. */
  async *watch(
    username: string | null,
    filter: OpenGamesFilter | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<LobbyUpdate, void> {
    yield* this.feed.watch(signal, await this.openGames.selection(username, filter));
  }
}
