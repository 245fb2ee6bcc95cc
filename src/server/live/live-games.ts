import { RookeryError } from '../../contract/errors.ts';
import type { GameEvent, GameSummary, GameView, Presence } from '../../contract/game.ts';
import type { DataAccess, GameCommit, SeatTaken, StoredGame } from '../data-access/data-access.ts';
import type { Bus } from './bus.ts';
import { type Command, type Decision, decide } from './decide.ts';
import type { GroupCommitter } from './group-committer.ts';
import { Mailbox } from './mailbox.ts';
import { PresenceBoard } from './presence.ts';
import {
  apply,
  type GameState,
  newGame,
  replayEvent,
  replayGame,
  summaryOf,
  viewOf,
} from './state.ts';

/** A game in memory. What is here is a cache: the database is the truth. */
interface Entry {
  /** Null until read, and again after anything that leaves it in doubt. */
  state: GameState | null;
  /**
   * The last event that is known to have been told, after a write of which nobody knows whether it took effect; else
   * null. What it may have written is told as soon as the game is read again.
   */
  toldBeforeDoubt: number | null;
  /** The end of the queue of what is to be done with this game, one after the other. */
  tail: Promise<unknown>;
  usedAtMs: number;
  /** How many subscriptions watch it. */
  watchers: number;
}

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
  readonly #entries = new Map<number, Entry>();
  readonly #presence: PresenceBoard;

  constructor(parts: LiveGamesParts) {
    this.#parts = parts;
    this.#presence = new PresenceBoard(parts.bus);
  }

  /** @throws RookeryError `unknown_game` */
  async view(gameID: number): Promise<GameView> {
    return viewOf(await this.#read(gameID));
  }

  /** @throws RookeryError `unknown_game` */
  async summary(gameID: number): Promise<GameSummary> {
    return summaryOf(await this.#read(gameID));
  }

  /**
   * Carries out a command and returns what it made happen, once that is on disk. For a move played before, that is the
   * event which told of it then (T-2).
   * @throws RookeryError with the reason of a refusal; nothing has happened then
   */
  execute(gameID: number, command: Command): Promise<readonly GameEvent[]> {
    return this.#inTurn(gameID, async (entry) => {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const state = await this.#load(gameID, entry);
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
    return this.#inTurn(game.gameID, async (entry) => {
      if (entry.state?.lastEvent === event.number - 1) entry.state = apply(entry.state, event);
      else if (entry.state && entry.state.lastEvent < event.number) entry.state = null;
      // A command may have been quicker: then the game is further on than when the seat was taken.
      this.#publish(entry.state ? summaryOf(entry.state) : game, [event], true);
    });
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
  async *events(
    gameID: number,
    after: number,
    viewer: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<GameEvent, void> {
    const mailbox = new Mailbox<GameEvent | 'cleared'>();
    const { bus } = this.#parts;
    const stops = [
      bus.subscribe(`game:${gameID}`, mailbox.push),
      bus.subscribe('sessions', (news) => news.type === 'cleared' && mailbox.push('cleared')),
    ];
    try {
      const { lastEvent } = await this.#read(gameID);
      if (after > lastEvent) {
        const detail = `the game has only ${lastEvent} events`;
        throw new RookeryError('bad_request', { field: 'lastEventId', detail });
      }
      stops.push(this.#watch(gameID, viewer));
      let last = after;
      if (after < lastEvent) {
        for (const event of await this.#backlog(gameID, after)) {
          last = event.number;
          yield event;
        }
      }
      for await (const item of mailbox.items(signal)) {
        if (item === 'cleared') throw unknownGame(gameID, 'all games were removed');
        if (item.number <= last) continue;
        const missed = item.number === last + 1 ? [item] : await this.#backlog(gameID, last);
        for (const event of missed) {
          last = event.number;
          yield event;
        }
      }
    } finally {
      for (const stop of stops) stop();
    }
  }

  /**
   * Who is connected to a game: at once, and at every change.
   * @throws RookeryError `unknown_game`
   */
  async *presence(gameID: number, signal: AbortSignal): AsyncGenerator<Presence, void> {
    const mailbox = new Mailbox<Presence>();
    const stop = this.#parts.bus.subscribe(`presence:${gameID}`, mailbox.push);
    try {
      yield this.#presence.of(gameID, await this.#read(gameID));
      yield* mailbox.items(signal);
    } finally {
      stop();
    }
  }

  /** Forgets games that nobody watches and nobody has touched for `idleMs`. */
  forgetIdle(idleMs: number): void {
    const before = this.#parts.now() - idleMs;
    for (const [gameID, entry] of this.#entries) {
      if (entry.watchers === 0 && entry.usedAtMs < before) this.#entries.delete(gameID);
    }
  }

  /** Forgets every game: all were removed. */
  forgetAll(): void {
    this.#entries.clear();
  }

  #watch(gameID: number, viewer: string | null): () => void {
    const entry = this.#entry(gameID);
    entry.watchers++;
    const nobody = { whiteUsername: null, blackUsername: null };
    const leave = this.#presence.enter(gameID, viewer, () => entry.state ?? nobody);
    return () => {
      entry.watchers--;
      leave();
    };
  }

  #entry(gameID: number): Entry {
    const found = this.#entries.get(gameID);
    if (found) return found;
    const entry: Entry = {
      state: null,
      toldBeforeDoubt: null,
      tail: Promise.resolve(),
      usedAtMs: 0,
      watchers: 0,
    };
    this.#entries.set(gameID, entry);
    return entry;
  }

  /** Runs `work` when all earlier work on this game is done. */
  #inTurn<T>(gameID: number, work: (entry: Entry) => Promise<T>): Promise<T> {
    const entry = this.#entry(gameID);
    entry.usedAtMs = this.#parts.now();
    const result = entry.tail.then(() => work(entry));
    entry.tail = result.catch(() => {});
    return result;
  }

  async #read(gameID: number): Promise<GameState> {
    const cached = this.#entries.get(gameID)?.state;
    return cached ?? this.#inTurn(gameID, (entry) => this.#load(gameID, entry));
  }

  async #load(gameID: number, entry: Entry): Promise<GameState> {
    if (entry.state) return entry.state;
    const stored = await this.#parts.dataAccess.loadGame(gameID);
    if (!stored) {
      this.#entries.delete(gameID);
      throw unknownGame(gameID);
    }
    entry.state = replayGame(stored);
    if (entry.toldBeforeDoubt !== null) {
      const untold = eventsAfter(stored, entry.toldBeforeDoubt);
      entry.toldBeforeDoubt = null;
      if (untold.length > 0) this.#publish(summaryOf(entry.state), untold, true);
    }
    return entry.state;
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
      entry.state = null; // it may have been written or not
      entry.toldBeforeDoubt ??= state.lastEvent;
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
    const events = await this.#backlog(gameID, 0);
    return events.filter((event) => event.type === 'moved' && event.ply === ply);
  }

  /** The stored events after number `after`, as they were told at the time. */
  async #backlog(gameID: number, after: number): Promise<GameEvent[]> {
    const stored = await this.#parts.dataAccess.loadGame(gameID);
    if (!stored) throw unknownGame(gameID);
    return eventsAfter(stored, after);
  }
}

/** A game's stored events after number `after`, as they were told at the time. */
function eventsAfter(stored: StoredGame, after: number): GameEvent[] {
  const events: GameEvent[] = [];
  stored.events.reduce<GameState>((before, one) => {
    const [state, event] = replayEvent(before, one);
    events.push(event);
    return state;
  }, newGame(stored));
  return events.filter((event) => event.number > after);
}

const unknownGame = (gameID: number, why = 'no game has this number') =>
  new RookeryError('unknown_game', { field: 'gameID', detail: `${gameID}: ${why}` });
