import type { Color, GameEvent, Presence } from '../../../contract/game/index.ts';
import { claimableAtMs } from '../../game/decide/claims.ts';
import type { Absence } from '../../game/decide/index.ts';
import { type GameState, nameAt, turnOf } from '../../game/state.ts';
import type { Bus } from '../bus/bus.ts';
import { Feed } from '../bus/feed.ts';
import type { ViewerNews } from '../bus/topics.ts';
import { Absences } from './absences.ts';
import { ViewerCounts } from './viewer-counts.ts';

/** So many viewers, or games, go into one message of a list. */
const LIST_LENGTH = 1000;

/** So many spectators are named. */
const NAMES = 50;

/** Where no more than so many watch, everyone is told at once of who comes and goes. */
const SMALL_CROWD = 50;

/** Larger crowds are told after one flush more for each so many: telling them costs as much as there are of them. */
const CROWD_A_FLUSH = 1000;

const colors = ['white', 'black'] as const;

/**
 * Who is connected to which game, over all processes that share the bus. A user counts once however many windows are
 * open. Each process tells who comes to it and goes from it, and all it has whenever one of them asks.
 */
export class PresenceBoard extends Feed {
  /** Everyone: each connection here is counted, and each viewer once more for every other process they are at. */
  readonly #all = new ViewerCounts();
  /** Connections to this process. */
  readonly #own = new ViewerCounts();
  /** The viewers at other processes, by process. */
  readonly #others = new Map<string, ViewerCounts>();
  /** Lists that are being received, by process. */
  readonly #arriving = new Map<string, ViewerCounts>();
  #asked = false;
  /** Large crowds that are to be told of a change, and after how many flushes. */
  readonly #pending = new Map<number, number>();

  /** Tells anonymous viewers apart; no username begins with "?". */
  #anonymous = 0;

  readonly #absences: Absences;

  /**
   * @param gameOf the game as far as it is known here
   * @param now milliseconds since 1970
   */
  constructor(
    private readonly bus: Bus,
    private readonly gameOf: (gameID: number) => GameState | null | undefined,
    private readonly now: () => number,
  ) {
    super(bus);
    this.#absences = new Absences(now);
    bus.subscribe('viewers', (news) => this.#hear(news));
    bus.subscribe('peers', (peer) => {
      if (peer.type === 'left') this.#replace(peer.id, new ViewerCounts());
      else this.#answer();
    });
  }

  /** Nothing: the other processes are asked for their viewers, and what is missing is in their answers. */
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
    const key = viewer ?? `?${this.bus.id}-${this.#anonymous++}`;
    const process = this.bus.id;
    if (this.#own.add(gameID, key)) {
      this.bus.publish('viewers', { type: 'came', process, gameID, viewer: key });
    }
    this.#came(gameID, key);
    return (left) => {
      if (this.#own.remove(gameID, key)) {
        this.bus.publish('viewers', { type: 'left', process, gameID, viewer: key, closed: left });
      }
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
      const state = this.gameOf(gameID);
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
      if (username === null || this.#all.has(gameID, username) || !this.bus.connected) return null;
      return this.#absences.of(gameID, username);
    };
    return { white: of('white'), black: of('black') };
  }

  #absentOf(state: GameState): Presence['absent'] {
    if (state.status !== 'playing') return null;
    const at = claimableAtMs(state, this.absences(state));
    // Without a clock nobody is said to be away in all the days before that (C-9).
    const early = state.setup.timeControl.type === 'unlimited' && at !== null && this.now() < at;
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
    const state = this.gameOf(gameID);
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
    this.bus.publish(`presence:${state.gameID}`, this.of(state));
  }

  #changed(gameID: number, viewer: string): void {
    const state = this.gameOf(gameID);
    if (!state) return;
    const size = this.#all.size(gameID);
    const isPlayer = colors.some((color) => nameAt(state, color) === viewer);
    if (size <= SMALL_CROWD || isPlayer) this.#tell(state);
    else if (!this.#pending.has(gameID)) {
      this.#pending.set(gameID, Math.floor(size / CROWD_A_FLUSH));
    }
  }

  #hear(news: ViewerNews): void {
    const { process } = news;
    if (news.type === 'list') {
      const begun = news.piece > 0 ? this.#arriving.get(process) : undefined;
      const arriving = begun ?? new ViewerCounts();
      for (const [gameID, viewers] of news.games) {
        for (const viewer of viewers) arriving.add(gameID, viewer);
      }
      if (news.more) this.#arriving.set(process, arriving);
      else this.#replace(process, arriving);
      return;
    }
    const { gameID, viewer } = news;
    const theirs = this.#others.get(process) ?? new ViewerCounts();
    this.#others.set(process, theirs);
    if (news.type === 'came') {
      // A list may have named them already.
      if (theirs.has(gameID, viewer)) return;
      theirs.add(gameID, viewer);
      this.#came(gameID, viewer);
    } else if (theirs.remove(gameID, viewer)) {
      this.#went(gameID, viewer, news.closed);
    }
  }

  /** Takes a process's whole list in the place of what was known of it. */
  #replace(process: string, list: ViewerCounts): void {
    const before = this.#others.get(process) ?? new ViewerCounts();
    this.#arriving.delete(process);
    this.#others.set(process, list);
    // First who comes, then who goes: nobody who stays seems to be away in between.
    for (const [gameID, viewers] of list) {
      for (const viewer of viewers) this.#came(gameID, viewer);
    }
    for (const [gameID, viewers] of before) {
      for (const viewer of viewers) this.#went(gameID, viewer, false);
    }
    if (list.empty) this.#others.delete(process);
  }

  /** Tells all who are connected here; several who ask at one moment get one answer. */
  #answer(): void {
    if (this.#asked) return;
    this.#asked = true;
    setImmediate(() => {
      this.#asked = false;
      const process = this.bus.id;
      let games: [number, string[]][] = [];
      let length = 0;
      let piece = 0;
      for (const [gameID, viewers] of this.#own) {
        for (let from = 0; from < viewers.length; from += LIST_LENGTH) {
          const some = viewers.slice(from, from + LIST_LENGTH);
          games.push([gameID, some]);
          length += some.length;
          if (length < LIST_LENGTH) continue;
          this.bus.publish('viewers', { type: 'list', process, games, piece: piece++, more: true });
          games = [];
          length = 0;
        }
      }
      this.bus.publish('viewers', { type: 'list', process, games, piece, more: false });
    });
  }
}
