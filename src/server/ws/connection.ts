import type { WebSocket } from 'ws';
import type { Caller } from '../services/account/caller.ts';
import { CommandRate } from './command-rate.ts';
import type { Message } from './messages.ts';
import type { Room } from './room.ts';

/** A client with more unsent bytes than this does not read: it is dropped (W-8). */
const MAX_WAITING_BYTES = 64 * 1024;

/** How long a session is cached, in milliseconds; a logout is published at once. */
const BELIEVED_MS = 60_000;

/** A client that sends nothing for this long is gone, in milliseconds: a live one answers pings. */
const SILENCE_MS = 30_000;

/** One client's socket. */
export class Connection {
  /** The games that it follows. */
  readonly rooms = new Map<number, Room>();
  readonly rate = new CommandRate();
  /** Runs commands one after the other. */
  #tail: Promise<void> = Promise.resolve();
  #session: { readonly token: string; readonly caller: Caller; readonly atMs: number } | null =
    null;
  #heardAtMs: number;

  /** @param now milliseconds of any monotonic clock */
  constructor(
    readonly socket: WebSocket,
    private readonly now: () => number,
  ) {
    this.#heardAtMs = now();
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** The session of the last command. */
  get tokenDigest(): string | null {
    return this.#session?.caller.tokenDigest ?? null;
  }

  /** Sends, or drops a client that does not read. */
  send(message: Message): void {
    if (!this.isOpen) return;
    if (this.socket.bufferedAmount > MAX_WAITING_BYTES) this.socket.terminate();
    else this.socket.send(message, { binary: false });
  }

  /** Runs `work` after all earlier commands. */
  inTurn(work: () => Promise<void>): void {
    this.#tail = this.#tail.then(work);
  }

  heard(): void {
    this.#heardAtMs = this.now();
  }

  /** Drops a client that doesn't read, or is gone without a close. */
  dropIfDead(): void {
    const silent = this.now() - this.#heardAtMs > SILENCE_MS;
    if (silent || this.socket.bufferedAmount > MAX_WAITING_BYTES) this.socket.terminate();
  }

  /** The cached session of a token. */
  knownSession(token: string | null): Caller | null {
    const known = this.#session;
    if (!known || known.token !== token || this.now() - known.atMs > BELIEVED_MS) return null;
    return known.caller;
  }

  /** Clears the cached session. */
  forget(): void {
    this.#session = null;
  }

  remember(token: string | null, caller: Caller): void {
    if (token !== null) this.#session = { token, caller, atMs: this.now() };
  }
}
