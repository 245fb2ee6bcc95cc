import type { Color, GameEvent, Presence } from '../../../contract/game/index.ts';
import { claimableAtMs } from '../../game/decide/claims.ts';
import type { Absence } from '../../game/decide/index.ts';
import { type GameState, nameAt, turnOf } from '../../game/state.ts';
import type { Bus } from '../bus/bus.ts';
import { Feed } from '../bus/feed.ts';
import { Absences } from './absences.ts';
import { ViewerCounts } from './viewer-counts.ts';
import { ViewerExchange } from './viewer-exchange.ts';

/** So many spectators are named. */
const NAMES = 50;

/** Where no more than so many watch, everyone is told at once of who comes and goes. */
const SMALL_CROWD = 50;

/** Larger crowds are told after one flush more for each so many: telling them costs as much as there are of them. */
const CROWD_A_FLUSH = 1000;

const colors = ['white', 'black'] as const;

export interface PresenceParts {
  readonly bus: Bus;
  /** The games, as far as they are known here. */
  readonly games: { known(gameID: number): GameState | null };
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Who is connected to which game, over all processes that share the bus. A user counts once however many windows are
 * open.
 */
export class PresenceBoard extends Feed {
  /** Everyone: each connection here is counted, and each viewer once more for every other process they are at. */
  readonly #all = new ViewerCounts();
  /** Large crowds that are to be told of a change, and after how many flushes. */
  readonly #pending = new Map<number, number>();
  readonly #exchange: ViewerExchange;
  readonly #absences: Absences;

  /** Tells anonymous viewers apart; no username begins with "?". */
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

  /** Nothing: the other processes are asked for their viewers, who are counted as they answer. */
  protected onResync(): void {}

  /** The connections stay counted until they end. */
  protected onCleared(): void {
    this.#absences.clear();
  }

  /**
   * Counts a connection in, and tells everyone.
   * @param viewer a username, or null for somebody not signed in
   * @returns a function that counts it out again; `left`: the page was closed, rather than the connection lost
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

  /** Tells of what events change for who is present: new players, another's turn while somebody is away. */
  follow(state: GameState, events: readonly GameEvent[]): void {
    const seated = events.some(({ type }) => type === 'seatTaken' || type === 'seatLeft');
    if (seated || (events.length > 0 && this.#isAnybodyAway(state))) this.#tell(state);
    if (state.status === 'finished') this.#absences.forget(state.gameID);
  }

  /** Tells large crowds who has come and gone. To be called every second or so. */
  flush(): void {
    for (const [gameID, wait] of this.#pending) {
      if (wait > 0) {
        this.#pending.set(gameID, wait - 1);
        continue;
      }
      this.#pending.delete(gameID);
      const state = this.parts.games.known(gameID);
      if (state) this.#tell(state);
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

  /** Since when each player is away; null for who is there, or may be at a process that isn't heard. */
  absences(state: GameState): Readonly<Record<Color, Absence | null>> {
    const { gameID } = state;
    const of = (color: Color) => {
      const username = nameAt(state, color);
      if (username === null || this.#all.has(gameID, username) || !this.parts.bus.connected)
        return null;
      return this.#absences.of(gameID, username);
    };
    return { white: of('white'), black: of('black') };
  }

  #absentOf(state: GameState): Presence['absent'] {
    if (state.status !== 'playing') return null;
    const at = claimableAtMs(state, this.absences(state));
    // Without a clock nobody is said to be away in all the days before that (C-9).
    const early =
      state.setup.timeControl.type === 'unlimited' && at !== null && this.parts.now() < at;
    return at === null || early ? null : { color: turnOf(state), claimableAtMs: at };
  }

  #isAnybodyAway(state: GameState): boolean {
    const { white, black } = this.absences(state);
    return state.status === 'playing' && (white !== null || black !== null);
  }

  #came(gameID: number, viewer: string): void {
    if (!this.#all.add(gameID, viewer)) return;
    this.#absences.arrived(gameID, viewer);
    this.#changed(gameID, viewer);
  }

  #went(gameID: number, viewer: string, left: boolean): void {
    if (!this.#all.remove(gameID, viewer)) return;
    const state = this.parts.games.known(gameID);
    // A game that isn't in memory may be theirs, too.
    const plays = (game: GameState) =>
      game.status === 'playing' && colors.some((color) => nameAt(game, color) === viewer);
    if (state ? plays(state) : !viewer.startsWith('?')) {
      this.#absences.departed(gameID, viewer, left);
    }
    this.#changed(gameID, viewer);
  }

  /** Tells those who follow the game in this process. */
  #tell(state: GameState): void {
    this.#pending.delete(state.gameID);
    this.parts.bus.publish(`presence:${state.gameID}`, this.of(state));
  }

  #changed(gameID: number, viewer: string): void {
    const state = this.parts.games.known(gameID);
    if (!state) return;
    const size = this.#all.size(gameID);
    const isPlayer = colors.some((color) => nameAt(state, color) === viewer);
    if (size <= SMALL_CROWD || isPlayer) this.#tell(state);
    else if (!this.#pending.has(gameID)) {
      this.#pending.set(gameID, Math.floor(size / CROWD_A_FLUSH));
    }
  }
}
