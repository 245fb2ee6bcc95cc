import type { GameEvent } from '../../../contract/game/index.ts';
import { apply, type Known } from '../../game/apply.ts';
import type { GameState } from '../../game/state.ts';

/** What this process knows of a game. It is a cache: the database is the truth. */
type Cached =
  /** Not read yet; nothing of it was published here. */
  | { readonly type: 'unloaded' }
  | { readonly type: 'loaded'; readonly state: GameState }
  /** Something may have been written after `lastPublished`: that is published as soon as the game is read again. */
  | { readonly type: 'stale'; readonly lastPublished: number };

/** A game in memory. */
export interface Entry {
  cached: Cached;
  /** The end of the queue of what is to be done with this game, one after the other. */
  tail: Promise<unknown>;
  usedAtMs: number;
  /** How many subscriptions watch it. */
  watchers: number;
  /** Is called when the game leaves the memory. */
  readonly release: () => void;
}

const unloaded: Cached = { type: 'unloaded' };

/** The games in memory, each with what is known of it. */
export class GamesInMemory {
  readonly #entries = new Map<number, Entry>();

  get(gameID: number): Entry | undefined {
    return this.#entries.get(gameID);
  }

  add(gameID: number, release: () => void): Entry {
    const tail = Promise.resolve();
    const entry: Entry = { cached: unloaded, tail, usedAtMs: 0, watchers: 0, release };
    this.#entries.set(gameID, entry);
    return entry;
  }

  /** The game if it is in memory, and known as it is now. */
  known(gameID: number): GameState | null {
    const cached = this.#entries.get(gameID)?.cached;
    return cached?.type === 'loaded' ? cached.state : null;
  }

  gameIDs(): Iterable<number> {
    return this.#entries.keys();
  }

  /** The number of the last event that was published of each game of which any was. */
  lastPublished(): Map<number, number> {
    const published = new Map<number, number>();
    for (const [gameID, { cached }] of this.#entries) {
      const last = lastPublishedOf(cached);
      if (last !== null) published.set(gameID, last);
    }
    return published;
  }

  /** The games of which something may have been written that was not published here. */
  staleGames(): number[] {
    const games: number[] = [];
    for (const [gameID, { cached }] of this.#entries)
      if (cached.type === 'stale') games.push(gameID);
    return games;
  }

  /** Forgets games that nobody watches and nobody has used since then. */
  removeIdle(beforeMs: number): void {
    for (const [gameID, entry] of this.#entries) {
      if (entry.watchers === 0 && entry.usedAtMs < beforeMs) this.remove(gameID, entry);
    }
  }

  /** Forgets a game; its place may have been taken already by a newer entry, which stays. */
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

/** Has a game read again before it is next used: something may have been written to it that was not published here. */
export function invalidate(entry: Entry): void {
  const { cached } = entry;
  if (cached.type === 'loaded') {
    entry.cached = { type: 'stale', lastPublished: cached.state.lastEvent };
  }
}

/** What becomes of an event that was written elsewhere. */
export type Advanced =
  /** Nothing of the game is known or was published here. */
  | { readonly type: 'unloaded' }
  /** The event was known. */
  | { readonly type: 'repeated'; readonly state: GameState }
  /** It is the next one. */
  | { readonly type: 'applied'; readonly state: GameState }
  /** The game has to be read again, and the event with it. */
  | { readonly type: 'stale' };

/** Takes in an event that was written elsewhere. */
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
