import type { GameEvent, GameSummary } from '../../contract/game/index.ts';
import type { LagQuotas } from '../game/lag.ts';
import type { GameState } from '../game/state.ts';
import { summaryOf } from '../game/views.ts';
import type { Bus } from './bus/bus.ts';
import type { PresenceBoard } from './presence/presence.ts';

export interface GamePublisherParts {
  readonly bus: Bus;
  readonly presence: PresenceBoard;
  /** Takes in when a game that has changed is due now. */
  readonly schedule: (state: GameState) => void;
}

/** Tells of what has happened in games, once it is on disk (T-3). */
export class GamePublisher {
  constructor(private readonly parts: GamePublisherParts) {}

  /**
   * Tells everyone.
   * @param events the newest, oldest first; none when only the summary has changed
   * @param game the summary of `state`, where it is at hand
   */
  publish(
    state: GameState,
    events: readonly GameEvent[],
    statusChanged: boolean,
    game: GameSummary = summaryOf(state),
  ): void {
    this.publishHere(state, events);
    const quotas = state.status === 'playing' ? state.quotas : null;
    this.publishElsewhere(game, state.lastEvent, events, statusChanged, quotas);
  }

  /** Tells those who follow the game in this process. */
  publishHere(state: GameState, events: readonly GameEvent[]): void {
    const { bus, presence, schedule } = this.parts;
    schedule(state);
    for (const event of events) bus.publish(`game:${state.gameID}`, event);
    presence.follow(state, events);
  }

  /** Tells of a seat taken in a game that is not in memory. */
  publishSeat(game: GameSummary, event: GameEvent): void {
    this.parts.bus.publish(`game:${game.gameID}`, event);
    this.publishElsewhere(game, event.number, [event], true);
  }

  /**
   * Tells the lobby, here and elsewhere, and the other processes that hold the game.
   * @param quotas what lag may still be made good after the events (C-5), where they change it
   */
  publishElsewhere(
    game: GameSummary,
    lastEvent: number,
    events: readonly GameEvent[],
    statusChanged: boolean,
    quotas: LagQuotas | null = null,
  ): void {
    const { bus } = this.parts;
    if (events.length > 0) bus.publish(`written:${game.gameID}`, { events, quotas });
    bus.publish('games', { game, lastEvent, statusChanged });
  }
}
