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

/** Loads games into memory, and applies the events of other processes. Work on each game is queued. */
export class GameCache {
  constructor(private readonly parts: GameCacheParts) {}

  /** Runs `work` after all earlier work on this game. */
  inTurn<T>(gameID: number, work: (entry: Entry) => Promise<T>): Promise<T> {
    const entry = this.entry(gameID);
    entry.usedAtMs = this.parts.now();
    const before = entry.tail;
    let end = () => {};
    const tail = new Promise<void>((resolve) => {
      end = () => {
        if (entry.tail === tail) entry.tail = null;
        resolve();
      };
    });
    // Before the work begins, which may ask for more work on this game.
    entry.tail = tail;
    const result = before === null ? work(entry) : before.then(() => work(entry));
    result.then(end, end);
    return result;
  }

  /**
   * The current game; queues only when it isn't in memory.
   * @throws RookeryError `unknown_game`
   */
  async read(gameID: number): Promise<GameState> {
    const known = this.parts.memory.known(gameID);
    return known ?? this.inTurn(gameID, (entry) => this.load(gameID, entry));
  }

  /**
   * Loads the game of an entry. To be called within {@link inTurn}.
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
   * Reads the game again, and publishes its missed events.
   * @throws RookeryError `unknown_game`
   */
  refresh(gameID: number): Promise<GameState> {
    return this.inTurn(gameID, (entry) => {
      invalidate(entry);
      return this.load(gameID, entry);
    });
  }

  /** Marks a game as stale: it is read again before its next use. */
  invalidate(gameID: number): Promise<void> {
    return this.inTurn(gameID, async (entry) => invalidate(entry));
  }

  invalidateAll(): void {
    for (const gameID of this.parts.memory.gameIDs()) void this.invalidate(gameID);
  }

  /** A game's entry, which receives the events of other processes until it is removed. */
  entry(gameID: number): Entry {
    const { memory, bus } = this.parts;
    const found = memory.get(gameID);
    if (found) return found;
    const release = bus.subscribe(`written:${gameID}`, (news) => {
      // Without the database the game stays stale: `settle` tries again.
      this.#applyWritten(gameID, news).catch(() => {});
    });
    return memory.add(gameID, release);
  }

  /** Drops a game that was deleted. */
  remove(gameID: number): void {
    const entry = this.parts.memory.get(gameID);
    if (entry) this.parts.memory.remove(gameID, entry);
  }

  /** Drops all games after a clear. */
  removeAll(): void {
    this.parts.schedule.removeAll();
    this.parts.memory.removeAll();
  }

  #applyWritten(gameID: number, { events, quotas }: WrittenNews): Promise<void> {
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
