import type {
  GameEvent,
  GameSummary,
  GameSync,
  GameView,
  Presence,
} from '../../contract/game/index.ts';
import type { DataAccess } from '../data-access/data-access.ts';
import type { SeatTaken } from '../data-access/db/records.ts';
import type { Command } from '../game/decide/index.ts';
import { type GameOrigin, newGame } from '../game/state.ts';
import { summaryOf, syncOf, viewOf } from '../game/views.ts';
import type { Bus } from './bus/bus.ts';
import { CommandExecutor } from './command-executor.ts';
import { PresenceBoard } from './presence/presence.ts';
import { GamePublisher } from './publisher.ts';
import { GameCache } from './store/game-cache.ts';
import { advance, GamesInMemory, invalidate } from './store/games-in-memory.ts';
import type { GroupCommitter } from './store/group-committer.ts';
import { OtherProcesses } from './store/other-processes.ts';
import { Heartbeat } from './time/heartbeat.ts';
import { Schedule } from './time/schedule.ts';
import { Timekeeper } from './time/timekeeper.ts';
import { Followers, type Following, type Listener } from './watch/followers.ts';

export interface LiveGamesParts {
  readonly dataAccess: DataAccess;
  readonly committer: GroupCommitter;
  readonly bus: Bus;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Games in progress. */
export class LiveGames {
  readonly #now: () => number;
  readonly #memory: GamesInMemory;
  readonly #presence: PresenceBoard;
  readonly #publisher: GamePublisher;
  readonly #cache: GameCache;
  readonly #others: OtherProcesses;
  readonly #executor: CommandExecutor;
  readonly #followers: Followers;
  /** Ends games on time; for whoever starts the server. */
  readonly time: Timekeeper;

  /** Each part is made after those that it needs. */
  constructor({ dataAccess, committer, bus, now }: LiveGamesParts) {
    const memory = new GamesInMemory();
    const schedule = new Schedule(now);
    const presence = new PresenceBoard({ bus, games: memory, now });
    const publisher = new GamePublisher({ bus, presence, schedule });
    const cache = new GameCache({ dataAccess, bus, memory, schedule, publisher, now });
    const others = new OtherProcesses({ dataAccess, bus, memory, cache });
    const heartbeat = new Heartbeat({ dataAccess, bus, schedule, now });
    const executor = new CommandExecutor({
      dataAccess,
      committer,
      memory,
      cache,
      others,
      presence,
      publisher,
      schedule,
      heartbeat,
      now,
    });
    this.time = new Timekeeper({ dataAccess, schedule, heartbeat, executor, now });
    this.#followers = new Followers({ dataAccess, bus, cache, presence });
    this.#now = now;
    this.#memory = memory;
    this.#presence = presence;
    this.#publisher = publisher;
    this.#cache = cache;
    this.#others = others;
    this.#executor = executor;
  }

  /** @throws RookeryError `unknown_game` */
  async view(gameID: number): Promise<GameView> {
    return viewOf(await this.#cache.read(gameID));
  }

  /** The number of a game's last event, also one that another process wrote and this one has not heard of yet. */
  async lastEvent(gameID: number): Promise<number> {
    const state = await this.#cache.read(gameID);
    const isBehind = await this.#others.haveWritten(state);
    return (isBehind ? await this.#cache.refresh(gameID) : state).lastEvent;
  }

  /** The clocks as they are now. @throws RookeryError `unknown_game` */
  async sync(gameID: number): Promise<GameSync> {
    return syncOf(await this.#cache.read(gameID), this.#now());
  }

  /** @throws RookeryError `unknown_game` */
  async summary(gameID: number): Promise<GameSummary> {
    return summaryOf(await this.#cache.read(gameID));
  }

  /**
   * Carries out a command and returns what it made happen, once that is on disk. For a move played before, that is the
   * event which told of it then (T-2).
   * @throws RookeryError with the reason of a refusal; nothing has happened then
   */
  execute(gameID: number, command: Command): Promise<readonly GameEvent[]> {
    return this.#executor.execute(gameID, command);
  }

  /** Takes in a seat that was taken, and tells everyone. A game that nobody here has asked for isn't read for it. */
  async applyExternal({ event, game }: SeatTaken): Promise<void> {
    const publisher = this.#publisher;
    if (!this.#memory.get(game.gameID)) return publisher.publishSeat(game, event);
    return this.#cache.inTurn(game.gameID, async (entry) => {
      const advanced = advance(entry, event);
      switch (advanced.type) {
        case 'unloaded':
          publisher.publishSeat(game, event);
          break;
        case 'repeated': {
          // A command was quicker: it has read the game with the seat, and whoever listens here knows it.
          const { state } = advanced;
          const { lastEvent } = state;
          const change = { lastEvent, events: [event], statusChanged: true };
          publisher.publishElsewhere({ game: summaryOf(state), ...change });
          break;
        }
        case 'applied':
          publisher.publish(advanced.state, [event], true);
          break;
        case 'stale':
          await this.#cache.load(game.gameID, entry).catch(() => {}); // it stays stale
          break;
        default:
          advanced satisfies never;
      }
    });
  }

  /** Has a game read again: something may have been written to it of which nobody has heard. */
  invalidate(gameID: number): Promise<void> {
    return this.#cache.invalidate(gameID);
  }

  /** Tells the lobby of a game just made. */
  announce(game: GameOrigin): void {
    this.#publisher.publish(newGame(game), [], true);
  }

  /** Tells everyone of a game that has begun in the write which seated its players. @throws RookeryError `unknown_game` */
  publishStarted(gameID: number): Promise<void> {
    return this.#cache.inTurn(gameID, async (entry) => {
      invalidate(entry);
      this.#publisher.publish(await this.#cache.load(gameID, entry), [], true);
    });
  }

  /**
   * Tells whoever follows a game that a player has another name, which is stored already.
   * @throws RookeryError `unknown_game`
   */
  async rename(gameID: number, from: string, to: string): Promise<void> {
    await this.execute(gameID, { type: 'rename', from, to });
    await this.#cache.inTurn(gameID, async (entry) => {
      // The offer of an open game, in which nobody sits, has the name in its setup.
      invalidate(entry);
      const state = await this.#cache.load(gameID, entry);
      this.#publisher.publish(state, [], state.status === 'open');
    });
  }

  /**
   * A game's events after number `after`, then live, without gap or repetition (T-1): it listens first, then reads the
   * backlog, then leaves out what it has already given.
   * @throws RookeryError `unknown_game`, also later, when everything is cleared
   */
  events(
    gameID: number,
    following: Following,
    signal: AbortSignal,
  ): AsyncGenerator<GameEvent, void> {
    return this.#followers.events(gameID, following, signal);
  }

  /** As {@link events}, by call instead of iteration, which is much cheaper. @returns a function that ends it */
  listen(gameID: number, following: Following, listener: Listener): () => void {
    return this.#followers.listen(gameID, following, listener);
  }

  /** As {@link events}, for a door that gives one stream to many: nobody is counted as present (see {@link enter}). */
  follow(gameID: number, after: number, signal: AbortSignal): AsyncGenerator<GameEvent, void> {
    return this.#followers.events(gameID, { after, viewer: undefined }, signal);
  }

  /** Counts a user in as present at a game. @returns what counts them out; `left`: not by a broken connection (E-6) */
  enter(gameID: number, username: string): (left: boolean) => void {
    return this.#presence.enter(gameID, username);
  }

  /**
   * Who is connected to a game: at once, and at every change.
   * @throws RookeryError `unknown_game`
   */
  presence(gameID: number, signal: AbortSignal): AsyncGenerator<Presence, void> {
    return this.#followers.present(gameID, signal);
  }

  /** Tells large crowds who has come and gone. To be called every second or so. */
  flushPresence(): void {
    this.#presence.flush();
  }

  /** Forgets games that nobody watches and nobody has touched for `idleMs`. */
  forgetIdle(idleMs: number): void {
    this.#memory.removeIdle(this.#now() - idleMs);
  }

  /**
   * Reads again what may be out of date, cheap when nothing is; to be called every second or so.
   * @throws RookeryError `unavailable`; then the next call tries again
   */
  settle(): Promise<void> {
    return this.#others.settle();
  }

  /** Forgets every game: all were removed. */
  forgetAll(): void {
    this.#cache.removeAll();
  }
}
