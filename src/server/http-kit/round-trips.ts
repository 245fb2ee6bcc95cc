import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';

/** The weight of a new measurement in the moving average. */
const WEIGHT = 0.25;

/** Each connection is measured in one of this many calls of `measure`. */
const ROUNDS = 4;

/** The most chunks in one call of `measure`, with a pause in ms between them: together under a second. */
const MOST_CHUNKS = 80;
const PAUSE_MS = 10;

/** The smallest chunk, in connections. */
const SMALLEST_CHUNK = 10;

/** The longest round trip that counts, in ms: a client that delays its pongs gains no more than this (C-5). */
const LONGEST_MS = 2000;

/** The round trip of each connection, measured by the server (C-5). */
export class RoundTrips {
  readonly #averages = new WeakMap<WebSocket, number>();
  #round = 0;

  /** Measures a connection now, and in its turn of {@link measure}. */
  follow(client: WebSocket): void {
    client.on('pong', (data) => this.#take(client, data));
    ping(client);
  }

  /**
   * Measures some of these connections, others the next time. Spread out in time: thousands of simultaneous pings and pongs
   * would block the event loop.
   */
  async measure(clients: Iterable<WebSocket>): Promise<void> {
    this.#round = (this.#round + 1) % ROUNDS;
    const round = this.#round;
    const chosen = [...clients].filter((_, index) => index % ROUNDS === round);
    const size = Math.max(SMALLEST_CHUNK, Math.ceil(chosen.length / MOST_CHUNKS));
    for (let from = 0; from < chosen.length; from += size) {
      if (from > 0) await pause(PAUSE_MS, undefined, { ref: false });
      for (const client of chosen.slice(from, from + size)) ping(client);
    }
  }

  /** The moving average in ms; 0 before the first answer. */
  of = (client: WebSocket): number => this.#averages.get(client) ?? 0;

  #take(client: WebSocket, data: Buffer): void {
    if (data.length !== 8) return; // not one of our pings
    const ms = performance.now() - data.readDoubleBE();
    if (!(ms >= 0)) return;
    const known = this.#averages.get(client);
    const taken = Math.min(ms, LONGEST_MS);
    this.#averages.set(client, known === undefined ? taken : known + WEIGHT * (taken - known));
  }
}

function ping(client: WebSocket): void {
  if (client.readyState !== client.OPEN) return;
  const sentAt = Buffer.alloc(8);
  sentAt.writeDoubleBE(performance.now());
  client.ping(sentAt);
}
