import { setImmediate as nextRound } from 'node:timers/promises';
import { isRookeryError } from '../../contract/errors/index.ts';
import { foldEvent } from '../../contract/game/fold.ts';
import type { GameEvent, GameView } from '../../contract/game/index.ts';
import type { Log } from '../base/log.ts';
import type { Bus } from '../live/bus/bus.ts';
import type { LiveGames } from '../live/live-games.ts';
import type { Connection } from './connection.ts';
import { loadGame, type Message, notification } from './messages.ts';
import { grouped, notificationsFor, roleOf } from './notifications.ts';

/** How many sockets are sent to before other events get their turn. */
const CHUNK_SIZE = 100;

/** When to try again to follow a game after a failure of the database, in milliseconds. */
const RETRY_MS = 1000;

export interface RoomParts {
  readonly liveGames: Pick<LiveGames, 'view' | 'follow' | 'enter' | 'lastEvent'>;
  readonly bus: Bus;
  readonly log: Log;
}

interface Member {
  readonly username: string;
  /** Counts the user as gone; see `LiveGames.enter`. */
  readonly leave: (left: boolean) => void;
}

/**
 * The connections to one game at this process. Messages keep the order of events: each is sent to all before the next one
 * is sent to anybody.
 */
export class Room {
  readonly #members = new Map<Connection, Member>();
  readonly #ending = new AbortController();
  /** Events that have not been sent yet. */
  #pending: GameEvent[] = [];
  /** The connection that made a move, by the number of the move's event. */
  readonly #movers = new Map<number, Connection>();
  #sending: Promise<void> = Promise.resolve();
  /** Callers that wait until this room has the events that existed when they asked. */
  #catchingUp: { readonly lastEvent: number; readonly resolve: () => void }[] = [];
  #stopNotices = () => {};
  #loaded: { readonly view: GameView; readonly message: Message } | null = null;

  private constructor(
    private readonly parts: RoomParts,
    /** The game after the last event that was sent. */
    private view: GameView,
  ) {
    const notice = `notice:${view.gameID}` as const;
    this.#stopNotices = parts.bus.subscribe(notice, (text) => {
      this.#soon(() => this.#send([notification(text)]));
    });
    void this.#follow();
  }

  /** @throws RookeryError `unknown_game` */
  static async open(parts: RoomParts, gameID: number): Promise<Room> {
    return new Room(parts, await parts.liveGames.view(gameID));
  }

  get gameID(): number {
    return this.view.gameID;
  }

  get isEmpty(): boolean {
    return this.#members.size === 0;
  }

  /** Adds a connection: sends it the game, and notifies the others (W-1). */
  async admit(connection: Connection, username: string): Promise<void> {
    await this.#caughtUp();
    return this.#inOrder(async () => {
      const before = this.#members.get(connection);
      const leave = this.parts.liveGames.enter(this.gameID, username);
      before?.leave(true);
      this.#members.set(connection, { username, leave });
      connection.rooms.set(this.gameID, this);
      connection.send(this.#loadMessage());
      const text = `${username} joined the game as ${roleOf(this.view, username)}`;
      await this.#announce(text, connection);
    });
  }

  /** Removes a connection; it gets no further messages. @param left whether the user left, rather than the connection broke */
  remove(connection: Connection, left: boolean): void {
    const member = this.#members.get(connection);
    if (!member) return;
    this.#members.delete(connection);
    connection.rooms.delete(this.gameID);
    member.leave(left);
  }

  /** A user's role in the game: see {@link roleOf}. */
  roleOf(username: string): string {
    return roleOf(this.view, username);
  }

  /** Notifies all others of a LEAVE (W-3). @param freed the colours of the freed seats, if any */
  announceLeave(username: string, freed: string | null): Promise<void> {
    const seats = freed === null ? '' : `: ${freed} to be taken`;
    return this.#inOrder(() => this.#announce(`${username} left the game${seats}`));
  }

  /** @param eventNumber the event of a move made over this connection */
  movedBy(connection: Connection, eventNumber: number): void {
    const isOld = eventNumber <= this.view.lastEvent;
    if (!isOld && !this.#movers.has(eventNumber)) this.#movers.set(eventNumber, connection);
  }

  /** Resolves when all events so far have been sent. */
  settled(): Promise<void> {
    return this.#inOrder(async () => {});
  }

  close(): void {
    this.#ending.abort();
    this.#stopNotices();
    this.#release(Number.POSITIVE_INFINITY);
  }

  /** Resolves when this room knows every seat taken so far: no later message would correct a wrong one (W-10). */
  async #caughtUp(): Promise<void> {
    // Without the database the state in memory must do.
    const lastEvent = await this.parts.liveGames.lastEvent(this.gameID).catch(() => 0);
    if (this.#ending.signal.aborted || lastEvent <= this.view.lastEvent) return;
    await new Promise<void>((resolve) => this.#catchingUp.push({ lastEvent, resolve }));
  }

  #release(upTo: number): void {
    const waiting = this.#catchingUp;
    this.#catchingUp = waiting.filter(({ lastEvent }) => lastEvent > upTo);
    for (const { lastEvent, resolve } of waiting) if (lastEvent <= upTo) resolve();
  }

  async #follow(): Promise<void> {
    const { signal } = this.#ending;
    let { lastEvent } = this.view;
    while (!signal.aborted) {
      try {
        for await (const event of this.parts.liveGames.follow(this.gameID, lastEvent, signal)) {
          lastEvent = event.number;
          this.#pending.push(event);
          if (this.#pending.length === 1) this.#soon(() => this.#sendEvents());
        }
      } catch (error) {
        this.#release(Number.POSITIVE_INFINITY);
        // The database was cleared, and the connections are closed.
        if (isRookeryError(error) && error.code === 'unknown_game') return;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  /**
   * Runs `work` after all earlier work, and after the callbacks that are due now: then the connection that made a move is
   * known, and all events of one commit have arrived.
   */
  async #inOrder(work: () => Promise<void>): Promise<void> {
    await nextRound();
    const done = this.#sending.then(work);
    this.#sending = done.catch(() => {});
    return done;
  }

  #soon(work: () => Promise<void>): void {
    const { log } = this.parts;
    this.#inOrder(work).catch((error) =>
      log.error(`Sending the events of game ${this.gameID} failed`, error),
    );
  }

  async #sendEvents(): Promise<void> {
    const events = this.#pending;
    this.#pending = [];
    for (const group of grouped(events)) {
      this.view = group.reduce(foldEvent, this.view);
      const { load, toOthers, toAll } = notificationsFor(group, this.view);
      const mover = this.#movers.get(group[0]?.number ?? 0);
      const first = load ? [this.#loadMessage()] : [];
      const last = toAll.map(notification);
      const toMover = [...first, ...last];
      await this.#send([...first, ...toOthers.map(notification), ...last], mover, toMover);
    }
    this.#release(this.view.lastEvent);
    for (const number of this.#movers.keys()) {
      if (number <= this.view.lastEvent) this.#movers.delete(number);
    }
  }

  /** Sends a notification here and at the other processes. */
  async #announce(text: string, except?: Connection): Promise<void> {
    this.parts.bus.publish(`notice:${this.gameID}`, text);
    await this.#send([notification(text)], except);
  }

  /** Sends to all connections, players first; `other` gets different messages. */
  async #send(
    messages: readonly Message[],
    other?: Connection,
    toOther: readonly Message[] = [],
  ): Promise<void> {
    let sent = 0;
    for (const connection of this.#playersFirst()) {
      if (sent++ === CHUNK_SIZE) {
        sent = 1;
        await nextRound();
      }
      if (!this.#members.has(connection)) continue;
      for (const message of connection === other ? toOther : messages) connection.send(message);
    }
  }

  #playersFirst(): Connection[] {
    const { whiteUsername, blackUsername } = this.view;
    const players: Connection[] = [];
    const observers: Connection[] = [];
    for (const [connection, { username }] of this.#members) {
      const plays = username === whiteUsername || username === blackUsername;
      (plays ? players : observers).push(connection);
    }
    return [...players, ...observers];
  }

  #loadMessage(): Message {
    if (this.#loaded?.view !== this.view) {
      this.#loaded = { view: this.view, message: loadGame(this.view) };
    }
    return this.#loaded.message;
  }
}
