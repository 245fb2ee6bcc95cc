import { RookeryError } from '../../contract/errors/index.ts';
import type {
  GameEvent,
  GameSummary,
  GameSync,
  GameView,
  Presence,
} from '../../contract/game/index.ts';
import type { DataAccess } from '../data-access/data-access.ts';
import type { GameCommit, SeatTaken } from '../data-access/db/records.ts';
import { apply } from '../game/apply.ts';
import { type Command, type Decision, decide, type Moment } from '../game/decide/index.ts';
import { asPublished, numberedFrom } from '../game/late-turn.ts';
import { eventsAfter } from '../game/replay.ts';
import { type GameOrigin, type GameState, newGame, turnOf } from '../game/state.ts';
import { summaryOf, syncOf, viewOf } from '../game/views.ts';
import type { Bus } from './bus/bus.ts';
import { PresenceBoard } from './presence/presence.ts';
import { GamePublisher } from './publisher.ts';
import { type Entry, GameCache, invalidate } from './store/game-cache.ts';
import type { GroupCommitter } from './store/group-committer.ts';
import { OtherProcesses } from './store/other-processes.ts';
import { Timekeeper } from './time/timekeeper.ts';
import { Followers, type Following } from './watch/followers.ts';

/** A decision may lose the race against another writer this often before it is given up. */
const TRIES = 20;

export interface LiveGamesParts {
  readonly dataAccess: DataAccess;
  readonly committer: GroupCommitter;
  readonly bus: Bus;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Games in progress: decides commands one game at a time, writes, and only then tells everyone (T-3). */
export class LiveGames {
  readonly #parts: LiveGamesParts;
  readonly #presence: PresenceBoard;
  readonly #cache: GameCache;
  readonly #followers: Followers;
  readonly #others: OtherProcesses;
  readonly #publisher: GamePublisher;
  /** Ends games on time; `begin`, `look` and `beat` are for whoever starts the server. */
  readonly time: Timekeeper;
  /** As `events`, by call instead of iteration, which is much cheaper. @returns a function that ends it */
  readonly listen: Followers['listen'];

  constructor(parts: LiveGamesParts) {
    const { dataAccess, bus, now } = parts;
    this.#parts = parts;
    this.#presence = new PresenceBoard(bus, (gameID) => this.#cache.known(gameID), now);
    this.#publisher = new GamePublisher({
      bus,
      presence: this.#presence,
      schedule: (state) => this.time.follow(state),
    });
    this.time = new Timekeeper({
      dataAccess,
      now,
      expire: (gameID) => this.#expire(gameID),
      onGivenBack: () => bus.publish('givenBack', null),
    });
    bus.subscribe('givenBack', () => this.#cache.invalidateAll());
    this.#cache = new GameCache({
      dataAccess,
      now,
      hold: (gameID) => this.#others.hold(gameID),
      onRead: (state) => this.time.follow(state),
      onReloaded: (state, stored, told) => {
        const pending = eventsAfter(stored, told);
        if (pending.length > 0) this.#publisher.publish(state, pending, true);
      },
    });
    this.#others = new OtherProcesses({
      dataAccess,
      bus,
      cache: this.#cache,
      tell: (state, event) => this.#publisher.publishHere(state, [event]),
    });
    bus.subscribe('sessions', (news) => {
      if (news.type === 'cleared') this.forgetAll();
    });
    this.#followers = new Followers({
      dataAccess,
      bus,
      cache: this.#cache,
      presence: this.#presence,
    });
    this.listen = this.#followers.listen.bind(this.#followers);
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
    return syncOf(await this.#cache.read(gameID), this.#parts.now());
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
    // What a player asks counts from now: the time that it waits for others, or for the disk, is nobody's.
    const nowMs = this.time.judged(this.#parts.now());
    return this.#cache.inTurn(gameID, async (entry) => {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const state = await this.#cache.load(gameID, entry);
        const moment = { nowMs, absence: this.#presence.absences(state) };
        const decision = await this.#decide(entry, state, command, moment);
        if (!decision) continue;
        if (decision.events.length === 0) {
          return command.type === 'move' ? this.#followers.repeated(gameID, command) : [];
        }
        const events = await this.#commit(entry, state, decision);
        if (events) return events;
      }
      throw new RookeryError('too_many_requests', { retryAfterSeconds: 1 });
    });
  }

  /** Takes in a seat that was taken, and tells everyone. A game that nobody here has asked for isn't read for it. */
  async applyExternal({ event, game }: SeatTaken): Promise<void> {
    if (!this.#cache.holds(game.gameID)) return this.#publisher.publishSeat(game, event);
    return this.#cache.inTurn(game.gameID, async (entry) => {
      const { state } = entry;
      if (state && state.lastEvent >= event.number) {
        // A command was quicker: it has read the game with the seat, and whoever listens here knows it.
        this.#publisher.publishElsewhere(summaryOf(state), state.lastEvent, [event], true);
      } else if (state?.lastEvent === event.number - 1) {
        entry.state = apply(state, event);
        this.#publisher.publish(entry.state, [event], true);
      } else if (!state && entry.lastPublished === null) {
        this.#publisher.publishSeat(game, event);
      } else {
        invalidate(entry, state);
        await this.#cache.load(game.gameID, entry).catch(() => {}); // it stays in doubt
      }
    });
  }

  /** Has a game read again: something may have been written to it of which nobody has heard. */
  invalidate(gameID: number): Promise<void> {
    return this.#cache.inTurn(gameID, async (entry) => invalidate(entry, entry.state));
  }

  /** Tells the lobby of a game just made. */
  announce(game: GameOrigin): void {
    this.#publisher.publish(newGame(game), [], true);
  }

  /** Tells everyone of a game that has begun in the write which seated its players. @throws RookeryError `unknown_game` */
  publishStarted(gameID: number): Promise<void> {
    return this.#cache.inTurn(gameID, async (entry) => {
      invalidate(entry, entry.state);
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
      invalidate(entry, entry.state);
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
    this.#cache.forgetIdle(idleMs);
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
    this.time.forgetAll();
    this.#cache.forgetAll();
  }

  /** Decides, but refuses nothing on a state that is out of date. @returns null when it was: decide again */
  async #decide(
    entry: Entry,
    state: GameState,
    command: Command,
    moment: Moment,
  ): Promise<Decision | null> {
    try {
      return decide(state, command, moment);
    } catch (refusal) {
      if (!(await this.#others.haveWritten(state))) throw refusal;
      invalidate(entry, state);
      return null;
    }
  }

  /** Ends a game whose time has run out, or sets when it is due instead. */
  async #expire(gameID: number): Promise<void> {
    try {
      await this.execute(gameID, { type: 'expire' });
      const state = this.#cache.known(gameID);
      if (state) this.time.follow(state);
    } catch (error) {
      if (!(error instanceof RookeryError && error.code === 'unknown_game')) throw error;
      this.time.set(gameID, null, false);
    }
  }

  /** Writes a decision and tells of it. @returns null when another writer was quicker: decide again */
  async #commit(
    entry: Entry,
    state: GameState,
    decision: Decision,
  ): Promise<readonly GameEvent[] | null> {
    const atMs = this.#parts.now();
    const numbered = numberedFrom(state.lastEvent + 1, decision.events, atMs);
    const play = (events: readonly GameEvent[]) =>
      events.reduce((before, event) => apply(before, event, decision), state);
    const next = play(numbered);
    const commit: GameCommit = {
      gameID: state.gameID,
      afterEvent: state.lastEvent,
      events: numbered,
      row: summaryOf(next),
      quotaMs: decision.quotas?.[turnOf(state)],
    };
    const committed = await this.#parts.committer.commit(commit).catch((error) => {
      invalidate(entry, state); // it may have been written or not
      throw error;
    });
    if (!committed) {
      invalidate(entry, state); // what the other writer wrote may not have been told here
      return null;
    }
    const events = asPublished(committed.events, next, atMs, this.#parts.now());
    const isAsWritten = events === numbered;
    entry.state = isAsWritten ? next : play(events);
    const row = isAsWritten ? commit.row : summaryOf(entry.state);
    this.#publisher.publish(entry.state, events, next.status !== state.status, row);
    if (events !== committed.events) {
      this.#parts.dataAccess.timing.retime({ ...commit, events, row }).catch(() => {});
    }
    return events;
  }
}
