import PQueue from 'p-queue';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { GameState } from '../../game/state.ts';
import type { Bus } from '../bus/bus.ts';
import { Feed } from '../bus/feed.ts';
import type { GameCache } from './game-cache.ts';
import type { GamesInMemory } from './games-in-memory.ts';

export interface OtherProcessesParts {
  readonly dataAccess: Pick<DataAccess, 'getLastEvents'>;
  readonly bus: Bus;
  readonly memory: GamesInMemory;
  readonly cache: GameCache;
}

/** How many games are compared with the database in one query. */
const CHUNK = 1000;

/** How many games are read concurrently: the reads of players must not queue behind them. */
const READERS = 4;

/** Reads games in memory again when messages about writes of other processes may have been lost. */
export class OtherProcesses extends Feed {
  #behind = false;
  #running: Promise<void> | null = null;

  constructor(private readonly parts: OtherProcessesParts) {
    super(parts.bus);
    parts.bus.subscribe('givenBack', () => parts.cache.invalidateAll());
  }

  protected onResync(): void {
    this.#behind = true;
    // Without the database, `#behind` stays set, and `settle` tries again.
    this.settle().catch(() => {});
  }

  protected onCleared(): void {
    this.parts.cache.removeAll();
  }

  /**
   * Whether other processes have written events that are missing in this state.
   * @throws RookeryError `unavailable`
   */
  async haveWritten({ gameID, lastEvent }: GameState): Promise<boolean> {
    if (this.parts.bus.alone) return false;
    const stored = await this.parts.dataAccess.getLastEvents([gameID]);
    return stored.get(gameID) !== lastEvent;
  }

  /**
   * Reads outdated games again: after a resync those with newer events, and those for which the result of a write is
   * unknown. Cheap when there are none; to be called about every second.
   * @throws RookeryError `unavailable`; the next call tries again
   */
  settle(): Promise<void> {
    this.#running ??= this.#settle().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #settle(): Promise<void> {
    const { memory } = this.parts;
    while (this.#behind) {
      this.#behind = false;
      try {
        await this.#compare(memory.lastPublished());
      } catch (error) {
        this.#behind = true;
        throw error;
      }
    }
    await this.#readAgain(memory.staleGames());
  }

  /** Reads the games again whose last event differs from the database. */
  async #compare(published: ReadonlyMap<number, number>): Promise<void> {
    const { cache } = this.parts;
    const games = [...published.keys()];
    for (let from = 0; from < games.length; from += CHUNK) {
      const chunk = games.slice(from, from + CHUNK);
      const stored = await this.parts.dataAccess.getLastEvents(chunk);
      const missing = chunk.filter((gameID) => !stored.has(gameID));
      // A game with events is deleted only by a clear; one without events may have been discarded.
      if (missing.some((gameID) => published.get(gameID) !== 0)) {
        this.parts.bus.publishHere('sessions', { type: 'cleared' });
        return;
      }
      for (const gameID of missing) cache.remove(gameID);
      const others = chunk.filter((gameID) => stored.has(gameID));
      await this.#readAgain(
        others.filter((gameID) => stored.get(gameID) !== published.get(gameID)),
      );
    }
  }

  async #readAgain(games: readonly number[]): Promise<void> {
    const readers = new PQueue({ concurrency: READERS });
    await readers.addAll(games.map((gameID) => () => this.parts.cache.refresh(gameID)));
  }
}
