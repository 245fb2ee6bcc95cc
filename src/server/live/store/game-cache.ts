import type { DataAccess } from '../../data-access/data-access.ts';
import { eventsAfter, replayGame } from '../../game/replay.ts';
import type { GameState } from '../../game/state.ts';
import type { Bus } from '../bus/bus.ts';
import type { WrittenNews } from '../bus/topics.ts';
import type { GamePublisher } from '../publisher.ts';
import type { Schedule } from '../time/schedule.ts';
import { advance, type Entry, type GamesInMemory, invalidate } from './games-in-memory.ts';
import { unknownGame } from './stored-events.ts';

export interface GameCacheParts {
  readonly dataAccess: Pick<DataAccess, 'loadGame'>;
  readonly bus: Pick<Bus, 'subscribe'>;
  readonly memory: GamesInMemory;
  readonly schedule: Pick<Schedule, 'follow' | 'removeAll'>;
  readonly publisher: Pick<GamePublisher, 'publish' | 'publishHere'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Reads games into memory, and keeps them as the other processes make them; each game has a queue of its own. */
export class GameCache {
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
    const known = this.parts.memory.known(gameID);
    return known ?? this.inTurn(gameID, (entry) => this.load(gameID, entry));
  }

  /**
   * The game of an entry whose turn it is.
   * @throws RookeryError `unknown_game`
   */
  async load(gameID: number, entry: Entry): Promise<GameState> {
    const { cached } = entry;
    if (cached.type === 'loaded') return cached.state;
    const { dataAccess, memory, schedule, publisher } = this.parts;
    const stored = await dataAccess.loadGame(gameID);
    if (!stored) {
      memory.remove(gameID, entry);
      throw unknownGame(gameID);
    }
    const state = replayGame(stored);
    entry.cached = { type: 'loaded', state };
    schedule.follow(state);
    if (cached.type === 'stale') {
      const pending = eventsAfter(stored, cached.lastPublished);
      if (pending.length > 0) publisher.publish(state, pending, true);
    }
    return state;
  }

  /**
   * Reads the game anew, and has published what was not known of it.
   * @throws RookeryError `unknown_game`
   */
  refresh(gameID: number): Promise<GameState> {
    return this.inTurn(gameID, (entry) => {
      invalidate(entry);
      return this.load(gameID, entry);
    });
  }

  /** Has a game read again before it is next used. */
  invalidate(gameID: number): Promise<void> {
    return this.inTurn(gameID, async (entry) => invalidate(entry));
  }

  invalidateAll(): void {
    for (const gameID of this.parts.memory.gameIDs()) void this.invalidate(gameID);
  }

  /** A game's entry, from now on kept in step with what other processes write. */
  entry(gameID: number): Entry {
    const { memory, bus } = this.parts;
    const found = memory.get(gameID);
    if (found) return found;
    const release = bus.subscribe(`written:${gameID}`, (news) => {
      // Stale where the database can't be reached: `settle` tries again.
      this.#takeIn(gameID, news).catch(() => {});
    });
    return memory.add(gameID, release);
  }

  /** Forgets a game that was removed. */
  remove(gameID: number): void {
    const entry = this.parts.memory.get(gameID);
    if (entry) this.parts.memory.remove(gameID, entry);
  }

  /** Forgets every game: all were removed. */
  removeAll(): void {
    this.parts.schedule.removeAll();
    this.parts.memory.removeAll();
  }

  #takeIn(gameID: number, { events, quotas }: WrittenNews): Promise<void> {
    const known = { quotas: quotas ?? undefined };
    return this.inTurn(gameID, async (entry) => {
      for (const event of events) {
        const advanced = advance(entry, event, known);
        switch (advanced.type) {
          case 'applied':
            this.parts.publisher.publishHere(advanced.state, [event]);
            break;
          case 'stale':
            await this.load(gameID, entry);
            break;
          case 'unloaded':
          case 'repeated':
            break;
          default:
            advanced satisfies never;
        }
      }
    });
  }
}
