import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';

/** The weight of a new measurement in the moving average. */
const WEIGHT = 0.25;

/** Each connection is measured once in this many calls of `measure`: a ping and its pong cost as much as a move. */
const ROUNDS = 12;

/** The chunks per call of `measure`, and the pause between them in ms: together less than a second. */
const CHUNKS = 80;
const PAUSE_MS = 10;

/** The smallest number of connections per chunk. */
const LEAST_CHUNK = 10;

/** Caps a measurement, in ms: a client gains no more than this by delaying its pongs (C-5). */
const LONGEST_MS = 2000;

/** The round trip of each connection, measured by the server (C-5). */
export class RoundTrips {
  readonly #averages = new WeakMap<WebSocket, number>();
  #round = 0;

  /** Measures a connection now, and later in {@link measure}. */
  follow(client: WebSocket): void {
    client.on('pong', (data) => this.#take(client, data));
    ping(client);
  }

  /**
   * Measures a part of these connections, another part at the next call. Pings are spread over time: thousands at once
   * would delay all other work.
   */
  async measure(clients: Iterable<WebSocket>): Promise<void> {
    this.#round = (this.#round + 1) % ROUNDS;
    const round = this.#round;
    const chosen = [...clients].filter((_, index) => index % ROUNDS === round);
    const chunk = Math.max(LEAST_CHUNK, Math.ceil(chosen.length / CHUNKS));
    for (let from = 0; from < chosen.length; from += chunk) {
      if (from > 0) await pause(PAUSE_MS, undefined, { ref: false });
      for (const client of chosen.slice(from, from + chunk)) ping(client);
    }
  }

  /** The moving average in ms; 0 before the first answer. */
  of = (client: WebSocket): number => this.#averages.get(client) ?? 0;

  #take(client: WebSocket, data: Buffer): void {
    if (data.length !== 8) return; // an unsolicited pong
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
