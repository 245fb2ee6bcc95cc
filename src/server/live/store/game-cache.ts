import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { StoredGame } from '../../data-access/db/records.ts';
import { replayGame } from '../../game/replay.ts';
import type { GameState } from '../../game/state.ts';

/** A game in memory. What is here is a cache: the database is the truth. */
export interface Entry {
  /** Null until read, and again after anything that leaves it in doubt. */
  state: GameState | null;
  /**
   * The last event that is known to have been told, after a write of which nobody knows whether it took effect; else
   * null. What it may have written is told as soon as the game is read again.
   */
  lastPublished: number | null;
  /** The end of the queue of what is to be done with this game, one after the other. */
  tail: Promise<unknown>;
  usedAtMs: number;
  /** How many subscriptions watch it. */
  watchers: number;
  /** Ends what `hold` has begun. */
  readonly release: () => void;
}

export interface GameCacheParts {
  readonly dataAccess: Pick<DataAccess, 'loadGame'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called when a game comes into memory. @returns what is to be called when it leaves it */
  readonly hold: (gameID: number) => () => void;
  /** Is given every game that was read from the database. */
  readonly onRead: (state: GameState) => void;
  /** Is given a game that was read after a doubtful write, with the last event known to have been told. */
  readonly onReloaded: (state: GameState, stored: StoredGame, told: number) => void;
}

/** The games in memory, each with a queue of its own. */
export class GameCache {
  readonly #entries = new Map<number, Entry>();

  constructor(private readonly parts: GameCacheParts) {}

  /** Runs `work` when all earlier work on this game is done. */
  inTurn<T>(gameID: number, work: (entry: Entry) => Promise<T>): Promise<T> {
    const entry = this.entry(gameID);
    entry.usedAtMs = this.parts.now();
    const result = entry.tail.then(() => work(entry));
    entry.tail = result.catch(() => {});
    return result;
  }

  /**
   * The game as it is now; waits only when it isn't in memory.
   * @throws RookeryError `unknown_game`
   */
  async read(gameID: number): Promise<GameState> {
    const cached = this.#entries.get(gameID)?.state;
    return cached ?? this.inTurn(gameID, (entry) => this.load(gameID, entry));
  }

  /**
   * The game of an entry whose turn it is.
   * @throws RookeryError `unknown_game`
   */
  async load(gameID: number, entry: Entry): Promise<GameState> {
    if (entry.state) return entry.state;
    const stored = await this.parts.dataAccess.loadGame(gameID);
    if (!stored) {
      this.#forget(gameID, entry);
      throw unknownGame(gameID);
    }
    entry.state = replayGame(stored);
    this.parts.onRead(entry.state);
    if (entry.lastPublished !== null) {
      const told = entry.lastPublished;
      entry.lastPublished = null;
      this.parts.onReloaded(entry.state, stored, told);
    }
    return entry.state;
  }

  /**
   * Reads the game anew, and has told what was not known of it.
   * @throws RookeryError `unknown_game`
   */
  refresh(gameID: number): Promise<GameState> {
    return this.inTurn(gameID, (entry) => {
      invalidate(entry, entry.state);
      return this.load(gameID, entry);
    });
  }

  /** Has every game read anew before it is next used. */
  invalidateAll(): void {
    for (const gameID of this.#entries.keys()) {
      void this.inTurn(gameID, async (entry) => invalidate(entry, entry.state));
    }
  }

  /** Whether anybody here has asked for the game, or is about to get it. */
  holds(gameID: number): boolean {
    return this.#entries.has(gameID);
  }

  /** The game if it is in memory, and not in doubt. */
  known(gameID: number): GameState | null {
    return this.#entries.get(gameID)?.state ?? null;
  }

  /** The games in memory, each with the number of the last event that was told of it. */
  told(): Map<number, number> {
    const told = new Map<number, number>();
    for (const [gameID, { state, lastPublished }] of this.#entries) {
      const last = lastPublished ?? state?.lastEvent;
      if (last !== undefined) told.set(gameID, last);
    }
    return told;
  }

  /** The games of which something may have been written that nobody was told. */
  staleGames(): number[] {
    const games: number[] = [];
    for (const [gameID, entry] of this.#entries) {
      if (entry.lastPublished !== null) games.push(gameID);
    }
    return games;
  }

  entry(gameID: number): Entry {
    const found = this.#entries.get(gameID);
    if (found) return found;
    const entry: Entry = {
      state: null,
      lastPublished: null,
      tail: Promise.resolve(),
      usedAtMs: 0,
      watchers: 0,
      release: this.parts.hold(gameID),
    };
    this.#entries.set(gameID, entry);
    return entry;
  }

  /** Forgets games that nobody watches and nobody has touched for `idleMs`. */
  forgetIdle(idleMs: number): void {
    const before = this.parts.now() - idleMs;
    for (const [gameID, entry] of this.#entries) {
      if (entry.watchers === 0 && entry.usedAtMs < before) this.#forget(gameID, entry);
    }
  }

  /** Forgets a game that was removed. */
  drop(gameID: number): void {
    const entry = this.#entries.get(gameID);
    if (entry) this.#forget(gameID, entry);
  }

  /** Forgets every game: all were removed. */
  forgetAll(): void {
    for (const [gameID, entry] of this.#entries) this.#forget(gameID, entry);
  }

  #forget(gameID: number, entry: Entry): void {
    entry.release();
    if (this.#entries.get(gameID) === entry) this.#entries.delete(gameID);
  }
}

/** @param why `removed` when it went with all the others */
export const unknownGame = (gameID: number, why: 'unknown' | 'removed' = 'unknown') =>
  new RookeryError('unknown_game', {
    field: 'gameID',
    problem: problem(`game.${why}`, { gameID: String(gameID) }),
  });

/** Forgets the state, and remembers what was told of it, so that the rest is told when the game is read again. */
export function invalidate(entry: Entry, last: GameState | null): void {
  entry.state = null;
  if (last) entry.lastPublished ??= last.lastEvent;
}
