import type { GameEvent, GameSync, GameView, Presence } from '../../../contract/game/index.ts';
import type { LiveGames } from '../../live/live-games.ts';
import type { Listener } from '../../live/watch/follower.ts';
import type { Following } from '../../live/watch/followers.ts';

/** Read access to a game, for anyone: its state, events, clocks and presence. */
export class WatchGameService {
  constructor(
    private readonly liveGames: Pick<LiveGames, 'view' | 'sync' | 'events' | 'listen' | 'presence'>,
  ) {}

  /** @throws RookeryError `unknown_game` */
  view(gameID: number): Promise<GameView> {
    return this.liveGames.view(gameID);
  }

  /** The current clocks. @throws RookeryError `unknown_game` */
  sync(gameID: number): Promise<GameSync> {
    return this.liveGames.sync(gameID);
  }

  /** A game's events in order, live, until `signal` (T-1). @throws RookeryError `unknown_game`, `bad_request` */
  events(gameID: number, following: Following, signal: AbortSignal): AsyncIterable<GameEvent> {
    return this.liveGames.events(gameID, following, signal);
  }

  /** Like {@link events}, with a listener. @returns a function that unsubscribes */
  listen(gameID: number, following: Following, listener: Listener): () => void {
    return this.liveGames.listen(gameID, following, listener);
  }

  /** The connected players, now and after each change. @throws RookeryError `unknown_game` */
  presence(gameID: number, signal: AbortSignal): AsyncIterable<Presence> {
    return this.liveGames.presence(gameID, signal);
  }
}
