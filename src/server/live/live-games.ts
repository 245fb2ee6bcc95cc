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
import type { Listener } from './watch/follower.ts';
import { Followers, type Following } from './watch/followers.ts';

export interface LiveGamesParts {
  readonly dataAccess: DataAccess;
  readonly committer: GroupCommitter;
  readonly bus: Bus;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The runtime of games: executes commands, and publishes events and presence. */
export class LiveGames {
  readonly #now: () => number;
  readonly #memory: GamesInMemory;
  readonly #presence: PresenceBoard;
  readonly #publisher: GamePublisher;
  readonly #cache: GameCache;
  readonly #others: OtherProcesses;
  readonly #executor: CommandExecutor;
  readonly #followers: Followers;
  /** Ends games on time; the server's start-up code calls it. */
  readonly time: Timekeeper;

  /** Creates each part after those it depends on. */
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

  /** The number of a game's last event, including events of other processes that were not received yet. */
  async lastEvent(gameID: number): Promise<number> {
    const state = await this.#cache.read(gameID);
    const isBehind = await this.#others.haveWritten(state);
    return (isBehind ? await this.#cache.refresh(gameID) : state).lastEvent;
  }

  /** The current clocks. @throws RookeryError `unknown_game` */
  async sync(gameID: number): Promise<GameSync> {
    return syncOf(await this.#cache.read(gameID), this.#now());
  }

  /** @throws RookeryError `unknown_game` */
  async summary(gameID: number): Promise<GameSummary> {
    return summaryOf(await this.#cache.read(gameID));
  }

  /**
   * Executes a command, and returns its events once they are on disk. A repeated move returns the event of the first
   * time (T-2).
   * @throws RookeryError when the command is rejected; then nothing has changed
   */
  execute(gameID: number, command: Command): Promise<readonly GameEvent[]> {
    return this.#executor.execute(gameID, command);
  }

  /** Applies and publishes a seat that was taken outside of {@link execute}. Doesn't load the game for it. */
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
          // A command was faster: it has loaded the game with the seat, and published it in this process.
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

  /** Marks a game as stale: it may have events that were not published. */
  invalidate(gameID: number): Promise<void> {
    return this.#cache.invalidate(gameID);
  }

  /** Publishes a new game to the lobby. */
  announce(game: GameOrigin): void {
    this.#publisher.publish(newGame(game), [], true);
  }

  /** Publishes a game that was started by the write that seated its players. @throws RookeryError `unknown_game` */
  publishStarted(gameID: number): Promise<void> {
    return this.#cache.inTurn(gameID, async (entry) => {
      invalidate(entry);
      this.#publisher.publish(await this.#cache.load(gameID, entry), [], true);
    });
  }

  /**
   * Publishes the new name of a player, which is stored already, to the followers of a game.
   * @throws RookeryError `unknown_game`
   */
  async rename(gameID: number, from: string, to: string): Promise<void> {
    await this.execute(gameID, { type: 'rename', from, to });
    await this.#cache.inTurn(gameID, async (entry) => {
      // The setup of an open game contains the host's name.
      invalidate(entry);
      const state = await this.#cache.load(gameID, entry);
      this.#publisher.publish(state, [], state.status === 'open');
    });
  }

  /**
   * A game's events after number `after`, then live, without gap or repetition (T-1): subscribes first, then reads the
   * backlog, then skips the events that it has already yielded.
   * @throws RookeryError `unknown_game`, also during the iteration after a clear
   */
  events(
    gameID: number,
    following: Following,
    signal: AbortSignal,
  ): AsyncGenerator<GameEvent, void> {
    return this.#followers.events(gameID, following, signal);
  }

  /** As {@link events}, by callback, which is much cheaper than iteration. @returns a function that unsubscribes */
  listen(gameID: number, following: Following, listener: Listener): () => void {
    return this.#followers.listen(gameID, following, listener);
  }

  /** As {@link events}, for a transport that shares one stream between clients: counts no viewer (see {@link enter}). */
  follow(gameID: number, after: number, signal: AbortSignal): AsyncGenerator<GameEvent, void> {
    return this.#followers.events(gameID, { after, viewer: undefined }, signal);
  }

  /** Counts a user as present. @returns a function that ends it; `left`: false for a lost connection (E-6) */
  enter(gameID: number, username: string): (left: boolean) => void {
    return this.#presence.enter(gameID, username);
  }

  /**
   * Yields the presence of a game, then every change.
   * @throws RookeryError `unknown_game`
   */
  presence(gameID: number, signal: AbortSignal): AsyncGenerator<Presence, void> {
    return this.#followers.present(gameID, signal);
  }

  /** Publishes the delayed presence of large crowds. To be called about every second. */
  flushPresence(): void {
    this.#presence.flush();
  }

  /** Removes unwatched games from memory that were not used for `idleMs`. */
  forgetIdle(idleMs: number): void {
    this.#memory.removeIdle(this.#now() - idleMs);
  }

  /**
   * Reads outdated games again; cheap when there are none. To be called about every second.
   * @throws RookeryError `unavailable`; the next call tries again
   */
  settle(): Promise<void> {
    return this.#others.settle();
  }

  /** Removes all games from memory after a clear. */
  forgetAll(): void {
    this.#cache.removeAll();
  }
}
