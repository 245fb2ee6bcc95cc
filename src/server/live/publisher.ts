import type { GameEvent, GameSummary } from '../../contract/game/index.ts';
import type { LagQuotas } from '../game/lag.ts';
import type { GameState } from '../game/state.ts';
import { summaryOf } from '../game/views.ts';
import type { Bus } from './bus/bus.ts';
import type { PresenceBoard } from './presence/presence.ts';
import type { Schedule } from './time/schedule.ts';

export interface GamePublisherParts {
  readonly bus: Bus;
  readonly presence: PresenceBoard;
  readonly schedule: Pick<Schedule, 'follow'>;
}

/** A change of a game, for the lobbies of all processes and for other processes that have the game in memory. */
export interface GameChange {
  readonly game: GameSummary;
  readonly lastEvent: number;
  /** The new events, oldest first; none when only the summary has changed. */
  readonly events: readonly GameEvent[];
  readonly statusChanged: boolean;
  /** The lag quotas after the events (C-5), in a running game. */
  readonly quotas?: LagQuotas | null;
}

/** Publishes events of games. To be called only when they are on disk (T-3). */
export class GamePublisher {
  constructor(private readonly parts: GamePublisherParts) {}

  /**
   * Publishes to this and the other processes.
   * @param events the new events, oldest first; none when only the summary has changed
   * @param game the summary of `state`, if the caller has it
   */
  publish(
    state: GameState,
    events: readonly GameEvent[],
    statusChanged: boolean,
    game: GameSummary = summaryOf(state),
  ): void {
    this.publishHere(state, events);
    const quotas = state.status === 'playing' ? state.quotas : null;
    this.publishElsewhere({ game, lastEvent: state.lastEvent, events, statusChanged, quotas });
  }

  /** Publishes to the followers of the game in this process. */
  publishHere(state: GameState, events: readonly GameEvent[]): void {
    const { bus, presence, schedule } = this.parts;
    schedule.follow(state);
    for (const event of events) bus.publish(`game:${state.gameID}`, event);
    presence.follow(state, events);
  }

  /** Publishes a seat taken in a game that is not in memory. */
  publishSeat(game: GameSummary, event: GameEvent): void {
    this.parts.bus.publish(`game:${game.gameID}`, event);
    this.publishElsewhere({ game, lastEvent: event.number, events: [event], statusChanged: true });
  }

  /** Publishes to the lobby and to the other processes, but not to the game's followers in this process. */
  publishElsewhere(change: GameChange): void {
    const { bus } = this.parts;
    const { game, lastEvent, events, statusChanged, quotas = null } = change;
    if (events.length > 0) bus.publish(`written:${game.gameID}`, { events, quotas });
    bus.publish('games', { game, lastEvent, statusChanged });
  }
}
