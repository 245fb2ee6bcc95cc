import type { GameEvent } from '../../../contract/game/index.ts';
import { apply, type Known } from '../../game/apply.ts';
import type { GameState } from '../../game/state.ts';

/** The cached state of a game; the database is authoritative. */
type Cached =
  /** Not read yet; none of its events was published here. */
  | { readonly type: 'unloaded' }
  | { readonly type: 'loaded'; readonly state: GameState }
  /** Events may have been written after `lastPublished`; they are published when the game is read again. */
  | { readonly type: 'stale'; readonly lastPublished: number };

/** A game in memory. */
export interface Entry {
  cached: Cached;
  /** Resolves when the last work on the game ends; null while none is running. */
  tail: Promise<void> | null;
  usedAtMs: number;
  /** The number of subscriptions. */
  watchers: number;
  /** Called when the game is removed from memory. */
  readonly release: () => void;
}

const unloaded: Cached = { type: 'unloaded' };

/** The games in memory. */
export class GamesInMemory {
  readonly #entries = new Map<number, Entry>();

  get(gameID: number): Entry | undefined {
    return this.#entries.get(gameID);
  }

  add(gameID: number, release: () => void): Entry {
    const entry: Entry = { cached: unloaded, tail: null, usedAtMs: 0, watchers: 0, release };
    this.#entries.set(gameID, entry);
    return entry;
  }

  /** The game's state if it is loaded and not stale. */
  known(gameID: number): GameState | null {
    const entry = this.#entries.get(gameID);
    return entry ? loadedState(entry) : null;
  }

  gameIDs(): Iterable<number> {
    return this.#entries.keys();
  }

  /** The number of the last published event, for each game that was ever loaded. */
  lastPublished(): Map<number, number> {
    const published = new Map<number, number>();
    for (const [gameID, { cached }] of this.#entries) {
      const last = lastPublishedOf(cached);
      if (last !== null) published.set(gameID, last);
    }
    return published;
  }

  /** The games that may have events that were not published here. */
  staleGames(): number[] {
    const games: number[] = [];
    for (const [gameID, { cached }] of this.#entries)
      if (cached.type === 'stale') games.push(gameID);
    return games;
  }

  /** Removes the games without watchers that were last used before `beforeMs`. */
  removeIdle(beforeMs: number): void {
    for (const [gameID, entry] of this.#entries) {
      if (entry.watchers === 0 && entry.usedAtMs < beforeMs) this.remove(gameID, entry);
    }
  }

  /** Removes an entry; a newer entry of the same game stays. */
  remove(gameID: number, entry: Entry): void {
    entry.release();
    if (this.#entries.get(gameID) === entry) this.#entries.delete(gameID);
  }

  removeAll(): void {
    for (const [gameID, entry] of this.#entries) this.remove(gameID, entry);
  }
}

function lastPublishedOf(cached: Cached): number | null {
  switch (cached.type) {
    case 'unloaded':
      return null;
    case 'loaded':
      return cached.state.lastEvent;
    case 'stale':
      return cached.lastPublished;
    default:
      return cached satisfies never;
  }
}

/** The game's state if it is loaded and not stale. */
export const loadedState = ({ cached }: Entry): GameState | null =>
  cached.type === 'loaded' ? cached.state : null;

/** Marks a loaded game as stale: it may have events that were not published here. */
export function invalidate(entry: Entry): void {
  const { cached } = entry;
  if (cached.type === 'loaded') {
    entry.cached = { type: 'stale', lastPublished: cached.state.lastEvent };
  }
}

/** The result of applying an event that was written elsewhere. */
export type Advanced =
  /** The game is not loaded, and none of its events was published here. */
  | { readonly type: 'unloaded' }
  /** The event was applied before. */
  | { readonly type: 'repeated'; readonly state: GameState }
  /** The event was the next one, and is applied now. */
  | { readonly type: 'applied'; readonly state: GameState }
  /** The game has to be read again to include the event. */
  | { readonly type: 'stale' };

/** Applies an event that was written elsewhere. */
export function advance(entry: Entry, event: GameEvent, known?: Known): Advanced {
  const { cached } = entry;
  switch (cached.type) {
    case 'unloaded':
    case 'stale':
      return { type: cached.type };
    case 'loaded':
      return advanceLoaded(entry, cached.state, event, known);
    default:
      return cached satisfies never;
  }
}

function advanceLoaded(entry: Entry, before: GameState, event: GameEvent, known?: Known): Advanced {
  if (event.number <= before.lastEvent) return { type: 'repeated', state: before };
  try {
    if (event.number > before.lastEvent + 1) throw new Error('events are missing');
    const state = apply(before, event, known);
    entry.cached = { type: 'loaded', state };
    return { type: 'applied', state };
  } catch {
    invalidate(entry);
    return { type: 'stale' };
  }
}
