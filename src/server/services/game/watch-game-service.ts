import type { GameEvent, GameSync, GameView, Presence } from '../../../contract/game/index.ts';
import type { LiveGames } from '../../live/live-games.ts';
import type { Following, Listener } from '../../live/watch/followers.ts';

/** Looking at a game, which anyone may: its state, its events, its clocks, and who is connected. */
export class WatchGameService {
  constructor(
    private readonly liveGames: Pick<LiveGames, 'view' | 'sync' | 'events' | 'listen' | 'presence'>,
  ) {}

  /** @throws RookeryError `unknown_game` */
  view(gameID: number): Promise<GameView> {
    return this.liveGames.view(gameID);
  }

  /** The clocks as they are now. @throws RookeryError `unknown_game` */
  sync(gameID: number): Promise<GameSync> {
    return this.liveGames.sync(gameID);
  }

  /** A game's events in order, live, until `signal` (T-1). @throws RookeryError `unknown_game`, `bad_request` */
  events(gameID: number, following: Following, signal: AbortSignal): AsyncIterable<GameEvent> {
    return this.liveGames.events(gameID, following, signal);
  }

  /** As {@link events}, given to a listener. @returns ends it */
  listen(gameID: number, following: Following, listener: Listener): () => void {
    return this.liveGames.listen(gameID, following, listener);
  }

  /** Who is connected, at once and at every change. @throws RookeryError `unknown_game` */
  presence(gameID: number, signal: AbortSignal): AsyncIterable<Presence> {
    return this.liveGames.presence(gameID, signal);
  }
}
