import PQueue from 'p-queue';
import type { GameEvent } from '../../../contract/game/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import { apply, type Known } from '../../game/apply.ts';
import type { GameState } from '../../game/state.ts';
import type { Bus } from '../bus/bus.ts';
import type { WrittenNews } from '../bus/topics.ts';
import { type Entry, type GameCache, invalidate } from './game-cache.ts';

export interface OtherProcessesParts {
  readonly dataAccess: Pick<DataAccess, 'getLastEvents'>;
  readonly bus: Bus;
  readonly cache: GameCache;
  /** Tells this process's listeners of an event that another process wrote; the game is as it is after it. */
  readonly tell: (state: GameState, event: GameEvent) => void;
}

/** How many games are compared with the database in one query. */
const CHUNK = 1000;

/** How many games are read at a time; players' own reads must not wait behind them. */
const READERS = 4;

/** Keeps the games in memory as the other processes make them: by what they tell, and by reading after a silence. */
export class OtherProcesses {
  #behind = false;
  #running: Promise<void> | null = null;

  constructor(private readonly parts: OtherProcessesParts) {
    parts.bus.subscribe('resync', () => {
      this.#behind = true;
      // Without the database it stays behind, and `settle` tries again.
      this.settle().catch(() => {});
    });
  }

  /** Hears what others write in a game, from now on. @returns a function that ends that */
  hold(gameID: number): () => void {
    return this.parts.bus.subscribe(`written:${gameID}`, (news) => {
      // Left in doubt where the database can't be reached: `settle` tries again.
      this.#takeIn(gameID, news).catch(() => {});
    });
  }

  /**
   * Whether the game has gone on without this process having heard of it.
   * @throws RookeryError `unavailable`
   */
  async haveWritten({ gameID, lastEvent }: GameState): Promise<boolean> {
    if (this.parts.bus.alone) return false;
    const stored = await this.parts.dataAccess.getLastEvents([gameID]);
    return stored.get(gameID) !== lastEvent;
  }

  /**
   * Reads again what may be out of date: every game in memory after a resync, and those of which it isn't known whether
   * a write took effect. Cheap when there is nothing; to be called every second or so.
   * @throws RookeryError `unavailable`; then the next call tries again
   */
  settle(): Promise<void> {
    this.#running ??= this.#settle().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #settle(): Promise<void> {
    const { cache } = this.parts;
    while (this.#behind) {
      this.#behind = false;
      try {
        await this.#compare(cache.told());
      } catch (error) {
        this.#behind = true;
        throw error;
      }
    }
    await this.#readAgain(cache.staleGames());
  }

  /** Reads those games anew that have gone on without us. */
  async #compare(told: ReadonlyMap<number, number>): Promise<void> {
    const { cache } = this.parts;
    const games = [...told.keys()];
    for (let from = 0; from < games.length; from += CHUNK) {
      const chunk = games.slice(from, from + CHUNK);
      const stored = await this.parts.dataAccess.getLastEvents(chunk);
      const missing = chunk.filter((gameID) => !stored.has(gameID));
      // A game in which something has happened goes only when everything is cleared; one that never began may be discarded.
      if (missing.some((gameID) => told.get(gameID) !== 0)) {
        this.parts.bus.publishHere('sessions', { type: 'cleared' });
        return;
      }
      for (const gameID of missing) cache.drop(gameID);
      const others = chunk.filter((gameID) => stored.has(gameID));
      await this.#readAgain(others.filter((gameID) => stored.get(gameID) !== told.get(gameID)));
    }
  }

  async #readAgain(games: readonly number[]): Promise<void> {
    const readers = new PQueue({ concurrency: READERS });
    await readers.addAll(games.map((gameID) => () => this.parts.cache.refresh(gameID)));
  }

  #takeIn(gameID: number, { events, quotas }: WrittenNews): Promise<void> {
    const { cache } = this.parts;
    const known = { quotas: quotas ?? undefined };
    return cache.inTurn(gameID, async (entry) => {
      for (const event of events) {
        if (!this.#goesOn(entry, event, known)) await cache.load(gameID, entry);
      }
    });
  }

  /** @returns false when the game has to be read first */
  #goesOn(entry: Entry, event: GameEvent, known: Known): boolean {
    const { state } = entry;
    // Nobody has been told anything of this game: then there is nothing to go on with.
    if (!state) return entry.lastPublished === null;
    if (event.number <= state.lastEvent) return true;
    try {
      if (event.number > state.lastEvent + 1) throw new Error('events are missing');
      entry.state = apply(state, event, known);
    } catch {
      invalidate(entry, state);
      return false;
    }
    this.parts.tell(entry.state, event);
    return true;
  }
}
