import type { WebSocket } from 'ws';
import type { Caller } from '../services/account/caller.ts';
import { CommandRate } from './command-rate.ts';
import type { Message } from './messages.ts';
import type { Room } from './room.ts';

/** A client for whom more than this waits does not read: it is dropped (W-8). */
const MAX_WAITING_BYTES = 64 * 1024;

/** A session found once is believed for this long, in milliseconds; its end by logout is heard of at once. */
const BELIEVED_MS = 60_000;

/** Nobody who lives is silent for so long, in milliseconds: pings are answered. */
const SILENCE_MS = 30_000;

/** One client's socket. */
export class Connection {
  /** The games that it is connected to. */
  readonly rooms = new Map<number, Room>();
  readonly pace = new CommandRate();
  /** The commands that came, one after the other. */
  #tail: Promise<void> = Promise.resolve();
  #session: { readonly token: string; readonly caller: Caller; readonly atMs: number } | null =
    null;
  #heardAtMs: number;

  /** @param now milliseconds since any moment */
  constructor(
    readonly socket: WebSocket,
    private readonly now: () => number,
  ) {
    this.#heardAtMs = now();
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** The session that the last command was sent with. */
  get tokenDigest(): string | null {
    return this.#session?.caller.tokenDigest ?? null;
  }

  /** Sends, or drops a client that does not read. */
  send(message: Message): void {
    if (!this.isOpen) return;
    if (this.socket.bufferedAmount > MAX_WAITING_BYTES) this.socket.terminate();
    else this.socket.send(message, { binary: false });
  }

  /** Runs `work` when all that was asked before is done. */
  inTurn(work: () => Promise<void>): void {
    this.#tail = this.#tail.then(work);
  }

  heard(): void {
    this.#heardAtMs = this.now();
  }

  /** Drops a client that doesn't read, or that is gone without a word. */
  dropIfDead(): void {
    const silent = this.now() - this.#heardAtMs > SILENCE_MS;
    if (silent || this.socket.bufferedAmount > MAX_WAITING_BYTES) this.socket.terminate();
  }

  /** The session of a token, if it was found not long ago. */
  knownSession(token: string | null): Caller | null {
    const known = this.#session;
    if (!known || known.token !== token || this.now() - known.atMs > BELIEVED_MS) return null;
    return known.caller;
  }

  /** The session has ended. */
  forget(): void {
    this.#session = null;
  }

  remember(token: string | null, caller: Caller): void {
    if (token !== null) this.#session = { token, caller, atMs: this.now() };
  }
}
