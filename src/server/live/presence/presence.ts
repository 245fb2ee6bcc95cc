import type { Color, GameEvent, Presence } from '../../../contract/game/index.ts';
import { claimableAtMs } from '../../game/decide/claims.ts';
import type { Absence } from '../../game/decide/index.ts';
import { type GameState, nameAt, turnOf } from '../../game/state.ts';
import type { Bus } from '../bus/bus.ts';
import { Feed } from '../bus/feed.ts';
import { Absences } from './absences.ts';
import { ViewerCounts } from './viewer-counts.ts';
import { ViewerExchange } from './viewer-exchange.ts';

/** How many spectators are listed by name. */
const NAMES = 50;

/** Up to this many viewers, every arrival and departure is published immediately. */
const SMALL_CROWD = 50;

/** A larger crowd waits for one more flush per this many viewers: publishing costs in proportion to its size. */
const CROWD_PER_FLUSH = 1000;

const colors = ['white', 'black'] as const;

export interface PresenceParts {
  readonly bus: Bus;
  /** The games in this process's memory. */
  readonly games: { known(gameID: number): GameState | null };
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * The viewers of each game, across all processes on the bus. A user counts once, even with several windows.
 */
export class PresenceBoard extends Feed {
  /** All viewers: a viewer's count is their connections here plus the other processes they are connected to. */
  readonly #all = new ViewerCounts();
  /** Games with an unpublished change in a large crowd, and how many flushes it still waits. */
  readonly #pending = new Map<number, number>();
  readonly #exchange: ViewerExchange;
  readonly #absences: Absences;

  /** Numbers the anonymous viewers; their keys begin with "?", which no username does. */
  #anonymous = 0;

  constructor(private readonly parts: PresenceParts) {
    super(parts.bus);
    this.#absences = new Absences(parts.now);
    this.#exchange = new ViewerExchange({
      bus: parts.bus,
      onCame: (gameID, viewer) => this.#came(gameID, viewer),
      onLeft: (gameID, viewer, closed) => this.#went(gameID, viewer, closed),
    });
  }

  /** Nothing to do: the bus requests the viewers of the other processes, and their answers correct the counts. */
  protected onResync(): void {}

  /** Open connections still count until they end. */
  protected onCleared(): void {
    this.#absences.clear();
  }

  /**
   * Counts a connection, and publishes the change.
   * @param viewer a username, or null for an anonymous viewer
   * @returns a function that ends it; `left`: true when the page was closed, false when the connection was lost
   */
  enter(gameID: number, viewer: string | null): (left: boolean) => void {
    const key = viewer ?? `?${this.parts.bus.id}-${this.#anonymous++}`;
    this.#exchange.enter(gameID, key);
    this.#came(gameID, key);
    return (left) => {
      this.#exchange.leave(gameID, key, left);
      this.#went(gameID, key, left);
    };
  }

  /** Publishes presence when events change it: new players, or another turn while a player is away. */
  follow(state: GameState, events: readonly GameEvent[]): void {
    const seated = events.some(({ type }) => type === 'seatTaken' || type === 'seatLeft');
    if (seated || (events.length > 0 && this.#isAnybodyAway(state))) this.#publish(state);
    if (state.status === 'finished') this.#absences.forget(state.gameID);
  }

  /** Publishes the delayed changes of large crowds. To be called about every second. */
  flush(): void {
    for (const [gameID, wait] of this.#pending) {
      if (wait > 0) {
        this.#pending.set(gameID, wait - 1);
        continue;
      }
      this.#pending.delete(gameID);
      const state = this.parts.games.known(gameID);
      if (state) this.#publish(state);
    }
  }

  of(state: GameState): Presence {
    const { gameID } = state;
    const names = this.#all.names(gameID);
    const players = new Set(colors.map((color) => nameAt(state, color)));
    const here = (color: Color) => names.includes(nameAt(state, color) ?? '');
    const spectators = names.filter((name) => !players.has(name));
    const known = spectators.filter((name) => !name.startsWith('?'));
    return {
      white: here('white'),
      black: here('black'),
      spectators: spectators.length,
      names: known.slice(0, NAMES),
      absent: this.#absentOf(state),
    };
  }

  /** Each player's absence; null for one who is connected, or may be connected to an unreachable process. */
  absences(state: GameState): Readonly<Record<Color, Absence | null>> {
    return { white: this.#absence(state, 'white'), black: this.#absence(state, 'black') };
  }

  #absence(state: GameState, color: Color): Absence | null {
    const { gameID } = state;
    const username = nameAt(state, color);
    if (username === null || this.#all.has(gameID, username) || !this.parts.bus.connected) {
      return null;
    }
    return this.#absences.of(gameID, username);
  }

  #absentOf(state: GameState): Presence['absent'] {
    if (state.status !== 'playing') return null;
    const at = claimableAtMs(state, this.absences(state));
    // Without a clock, an absence is shown only once the game can be claimed (C-9).
    const early =
      state.setup.timeControl.type === 'unlimited' && at !== null && this.parts.now() < at;
    return at === null || early ? null : { color: turnOf(state), claimableAtMs: at };
  }

  #isAnybodyAway(state: GameState): boolean {
    return state.status === 'playing' && colors.some((color) => this.#absence(state, color));
  }

  #came(gameID: number, viewer: string): void {
    if (!this.#all.add(gameID, viewer)) return;
    this.#absences.arrived(gameID, viewer);
    this.#changed(gameID, viewer);
  }

  #went(gameID: number, viewer: string, left: boolean): void {
    if (!this.#all.remove(gameID, viewer)) return;
    const state = this.parts.games.known(gameID);
    // In a game that isn't in memory, any user may be a player.
    const plays = (game: GameState) =>
      game.status === 'playing' && colors.some((color) => nameAt(game, color) === viewer);
    if (state ? plays(state) : !viewer.startsWith('?')) {
      this.#absences.departed(gameID, viewer, left);
    }
    this.#changed(gameID, viewer);
  }

  /** Publishes to the followers of the game in this process. */
  #publish(state: GameState): void {
    this.#pending.delete(state.gameID);
    this.parts.bus.publish(`presence:${state.gameID}`, this.of(state));
  }

  #changed(gameID: number, viewer: string): void {
    const state = this.parts.games.known(gameID);
    if (!state) return;
    const size = this.#all.size(gameID);
    const isPlayer = colors.some((color) => nameAt(state, color) === viewer);
    if (size <= SMALL_CROWD || isPlayer) this.#publish(state);
    else if (!this.#pending.has(gameID)) {
      this.#pending.set(gameID, Math.floor(size / CROWD_PER_FLUSH));
    }
  }
}
