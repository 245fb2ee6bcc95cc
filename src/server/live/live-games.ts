import { RookeryError } from '../../contract/errors.ts';
import type { GameEvent, GameSummary, GameView, Presence } from '../../contract/game.ts';
import type { DataAccess, GameCommit, SeatTaken } from '../data-access/data-access.ts';
import type { Bus } from './bus.ts';
import { type Command, type Decision, decide } from './decide.ts';
import { Followers } from './followers.ts';
import { type Entry, GameCache } from './game-cache.ts';
import type { GroupCommitter } from './group-committer.ts';
import { PresenceBoard } from './presence.ts';
import { apply, eventsAfter, type GameState, newGame, summaryOf, viewOf } from './state.ts';

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

  constructor(parts: LiveGamesParts) {
    const { dataAccess, bus, now } = parts;
    this.#parts = parts;
    this.#presence = new PresenceBoard(bus);
    this.#cache = new GameCache({
      dataAccess,
      now,
      onDoubtCleared: (state, stored, told) => {
        const untold = eventsAfter(stored, told);
        if (untold.length > 0) this.#publish(summaryOf(state), untold, true);
      },
    });
    this.#followers = new Followers({
      dataAccess,
      bus,
      cache: this.#cache,
      presence: this.#presence,
    });
  }

  /** @throws RookeryError `unknown_game` */
  async view(gameID: number): Promise<GameView> {
    return viewOf(await this.#cache.read(gameID));
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
    return this.#cache.inTurn(gameID, async (entry) => {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const state = await this.#cache.load(gameID, entry);
        const decision = decide(state, command);
        if (decision.events.length === 0) return this.#repeated(gameID, command);
        const events = await this.#commit(entry, state, decision);
        if (events) return events;
      }
      throw new RookeryError('too_many_requests', { retryAfterSeconds: 1 });
    });
  }

  /** Takes in a seat that was taken, and tells everyone. */
  absorb({ event, game }: SeatTaken): Promise<void> {
    return this.#cache.inTurn(game.gameID, async (entry) => {
      if (entry.state?.lastEvent === event.number - 1) entry.state = apply(entry.state, event);
      else if (entry.state && entry.state.lastEvent < event.number) entry.state = null;
      // A command may have been quicker: then the game is further on than when the seat was taken.
      this.#publish(entry.state ? summaryOf(entry.state) : game, [event], true);
    });
  }

  /** Has a game read again: something may have been written to it of which nobody has heard. */
  doubt(gameID: number): Promise<void> {
    return this.#cache.inTurn(gameID, async (entry) => leaveInDoubt(entry, entry.state));
  }

  /** Tells the lobby of a game just made. */
  announce(game: Parameters<typeof newGame>[0]): void {
    this.#publish(summaryOf(newGame(game)), [], true);
  }

  /**
   * A game's events after number `after`, then live, without gap or repetition (T-1): it listens first, then reads the
   * backlog, then leaves out what it has already given.
   * @throws RookeryError `unknown_game`, also later, when everything is cleared
   */
  events(
    gameID: number,
    after: number,
    viewer: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<GameEvent, void> {
    return this.#followers.events(gameID, after, viewer, signal);
  }

  /**
   * Who is connected to a game: at once, and at every change.
   * @throws RookeryError `unknown_game`
   */
  presence(gameID: number, signal: AbortSignal): AsyncGenerator<Presence, void> {
    return this.#followers.present(gameID, signal);
  }

  /** Forgets games that nobody watches and nobody has touched for `idleMs`. */
  forgetIdle(idleMs: number): void {
    this.#cache.forgetIdle(idleMs);
  }

  /** Forgets every game: all were removed. */
  forgetAll(): void {
    this.#cache.forgetAll();
  }

  /** Writes a decision and tells of it. @returns null when another writer was quicker: decide again */
  async #commit(
    entry: Entry,
    state: GameState,
    decision: Decision,
  ): Promise<readonly GameEvent[] | null> {
    const atMs = this.#parts.now();
    const events = decision.events.map((body, index): GameEvent => {
      const number = state.lastEvent + 1 + index;
      return { ...body, number, atMs };
    });
    const next = events.reduce((before, event) => apply(before, event, decision.record), state);
    const commit: GameCommit = {
      gameID: state.gameID,
      afterEvent: state.lastEvent,
      events,
      row: summaryOf(next),
    };
    const tookEffect = await this.#parts.committer.commit(commit).catch((error) => {
      leaveInDoubt(entry, state); // it may have been written or not
      throw error;
    });
    if (!tookEffect) {
      entry.state = null;
      return null;
    }
    entry.state = next;
    this.#publish(commit.row, events, next.status !== state.status);
    return events;
  }

  #publish(game: GameSummary, events: readonly GameEvent[], statusChanged: boolean): void {
    const { bus } = this.#parts;
    for (const event of events) bus.publish(`game:${game.gameID}`, event);
    bus.publish('games', { game, statusChanged });
    if (events.some((event) => event.type === 'seatTaken')) this.#presence.tell(game.gameID, game);
  }

  /** The event of a move that was played before. */
  async #repeated(gameID: number, command: Command): Promise<readonly GameEvent[]> {
    const ply = command.type === 'move' ? command.ply + 1 : 0;
    const events = await this.#followers.backlog(gameID, 0);
    return events.filter((event) => event.type === 'moved' && event.ply === ply);
  }
}

/** Forgets the state, and remembers what was told of it, so that the rest is told when the game is read again. */
function leaveInDoubt(entry: Entry, last: GameState | null): void {
  entry.state = null;
  if (last) entry.toldBeforeDoubt ??= last.lastEvent;
}
