import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Bus, Listeners } from '../bus.ts';
import { type Topics, travelsOf } from '../topics.ts';
import { type Frame, readFrame, readLine, writeLine } from './frame.ts';
import { Outbox } from './outbox.ts';
import { Peers } from './peers.ts';
import { ResyncLimiter } from './resync-limiter.ts';
import type { OpenWire, Wire } from './wire.ts';

/** Beats without an echo of our own frames after which the wire counts as dead, even if it seems connected. */
const DEAF = 3;

/** How long `close` waits for queued messages to be sent, in milliseconds. */
const CLOSE_TIMEOUT_MS = 1000;

/** Lines other than messages: a request for the others' state, a goodbye, and a sign of life. */
const control = { asking: '!asking', leaving: '!leaving', beat: '!beat' } as const;

export interface SharedBusOptions {
  readonly openWire: OpenWire;
  /** The interval at which each process sends a sign of life. */
  readonly beatMs: number;
  /** Called with the reason when the connection is lost, and with null when it is back. */
  readonly onState: (lost: string | null) => void;
}

/** Whether messages of other processes arrive. */
type Connection =
  | {
      readonly type: 'away';
      /** Called when the bus is connected. */
      readonly waiting: Set<() => void>;
    }
  | { readonly type: 'connected' }
  /** No more messages are sent. */
  | { readonly type: 'closing' };

/**
 * A bus between processes, over a wire that may lose messages. Listeners in this process are called synchronously, as
 * on the local bus. A possible loss (the wire was down, a frame number was skipped, a process fell silent) causes a
 * `resync`. While the wire is down there is a resync every beat, so that games continue through the database.
 */
export class SharedBus implements Bus {
  readonly id = randomBytes(9).toString('base64url');
  readonly alone = false;
  readonly #listeners = new Listeners();
  readonly publishHere: Bus['publishHere'] = this.#listeners.deliver;
  readonly subscribe: Bus['subscribe'] = this.#listeners.add;
  readonly #peers = new Peers();
  readonly #resyncs = new ResyncLimiter((reason) => this.#listeners.deliver('resync', reason));
  readonly #onState: SharedBusOptions['onState'];
  readonly #wire: Wire;
  readonly #outbox: Outbox;
  readonly #timer: NodeJS.Timeout;
  #connection: Connection = { type: 'away', waiting: new Set() };
  /** Beats since the last echo of our own frames. */
  #deafBeats = 0;

  constructor({ openWire, beatMs, onState }: SharedBusOptions) {
    this.#onState = onState;
    this.#wire = openWire({
      onUp: () => this.#send(control.beat),
      onDown: (reason) => this.#lose(reason),
      onText: (text) => this.#onText(text),
    });
    this.#outbox = new Outbox(this.id, this.#wire);
    this.#timer = setInterval(() => this.#beat(), beatMs);
  }

  get connected(): boolean {
    return this.#connection.type === 'connected';
  }

  /** Resolves when the bus is connected; never after {@link close}. */
  whenConnected(): Promise<void> {
    return new Promise((resolve) => {
      const connection = this.#connection;
      switch (connection.type) {
        case 'connected':
          resolve();
          break;
        case 'away':
          connection.waiting.add(resolve);
          break;
        case 'closing':
          break;
        default:
          connection satisfies never;
      }
    });
  }

  publish<T extends keyof Topics>(topic: T, message: Topics[T]): void {
    const reach = travelsOf(topic)?.reach;
    if (reach !== 'elsewhere') this.#listeners.deliver(topic, message);
    if (reach !== 'here') this.#send(writeLine(topic, message));
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#send(control.leaving);
    this.#connection = { type: 'closing' };
    // A wire that hangs must not delay the shutdown.
    const timeout = delay(CLOSE_TIMEOUT_MS, null, { ref: false });
    await Promise.race([this.#outbox.sent(), timeout]);
    await this.#wire.close();
  }

  #send(line: string): void {
    // After the goodbye nothing may be sent: peers would take this process for alive again.
    if (this.#connection.type !== 'closing') this.#outbox.push(line);
  }

  #lose(reason: string): void {
    this.#outbox.drop();
    if (this.#connection.type !== 'connected') return;
    this.#connection = { type: 'away', waiting: new Set() };
    this.#onState(reason);
  }

  #onText(text: string): void {
    const frame = readFrame(text);
    if (!frame) this.#resyncs.request('something unreadable came');
    else if (frame.id === this.id) this.#onEcho();
    else this.#onFrame(frame);
  }

  #onEcho(): void {
    this.#deafBeats = 0;
    const before = this.#connection;
    if (before.type !== 'away') return;
    this.#connection = { type: 'connected' };
    this.#onState(null);
    this.#peers.forgive();
    this.#resyncs.request('connected');
    this.#send(control.asking);
    for (const resolve of before.waiting) resolve();
  }

  #onFrame(frame: Frame): void {
    if (this.#peers.heard(frame)) {
      this.#resyncs.request('messages were lost');
      this.#send(control.asking);
    }
    for (const line of frame.lines) this.#onLine(frame.id, line);
  }

  #onLine(from: string, line: string): void {
    switch (line) {
      case control.beat:
        break;
      case control.asking:
        this.#listeners.deliver('peers', { type: 'asking' });
        break;
      case control.leaving:
        this.#peers.left(from);
        this.#listeners.deliver('peers', { type: 'left', id: from });
        break;
      default:
        this.#onMessage(line);
    }
  }

  #onMessage(line: string): void {
    const { topic, json } = readLine(line);
    if (!this.#listeners.has(topic)) return; // spares the parsing of most messages in a process with few games
    const travels = travelsOf(topic);
    if (!travels || travels.reach === 'here') return;
    const message = travels.schema.safeParse(parse(json));
    if (message.success) this.#listeners.deliver(topic, message.data);
    else this.#resyncs.request(`something wrong came about ${topic}`);
  }

  #beat(): void {
    this.#deafBeats++;
    if (this.connected && this.#deafBeats > DEAF) {
      this.#lose('no answer');
      this.#wire.reset();
    } else if (!this.connected && this.#deafBeats % (2 * DEAF) === 0) this.#wire.reset();
    this.#resyncs.beat(this.connected ? this.#beatPeers() : 'not connected');
    this.#send(control.beat);
  }

  /** @returns why a resync is needed */
  #beatPeers(): string | null {
    const { silent, gone } = this.#peers.beat();
    for (const peer of gone) this.#listeners.deliver('peers', { type: 'left', id: peer });
    return silent ? 'a process is silent' : null;
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
