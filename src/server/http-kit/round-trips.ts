import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';

/** How much a new measurement counts in the moving average. */
const WEIGHT = 0.25;

/** Each connection is measured at one in so many calls of `measure`. */
const ROUNDS = 4;

/** A call of `measure` is over in less than a second: at most so many pieces, and a pause between two of them, in ms. */
const PIECES = 80;
const PAUSE_MS = 10;

/** So few connections are measured at once. */
const LEAST_PIECE = 10;

/** Nothing longer counts: a client that holds its pongs back gains no more than this, in ms (C-5). */
const LONGEST_MS = 2000;

/** The round trip of each connection, measured by the server (C-5). */
export class RoundTrips {
  readonly #averages = new WeakMap<WebSocket, number>();
  #round = 0;

  /** Measures a connection now, and whenever {@link measure} comes to it. */
  follow(client: WebSocket): void {
    client.on('pong', (data) => this.#take(client, data));
    ping(client);
  }

  /**
   * Measures some of these connections, others the next time. Not all at one moment: thousands of pings, and their answers,
   * would keep everything else waiting.
   */
  async measure(clients: Iterable<WebSocket>): Promise<void> {
    this.#round = (this.#round + 1) % ROUNDS;
    const round = this.#round;
    const chosen = [...clients].filter((_, index) => index % ROUNDS === round);
    const piece = Math.max(LEAST_PIECE, Math.ceil(chosen.length / PIECES));
    for (let from = 0; from < chosen.length; from += piece) {
      if (from > 0) await pause(PAUSE_MS, undefined, { ref: false });
      for (const client of chosen.slice(from, from + piece)) ping(client);
    }
  }

  /** The moving average in ms; 0 before the first answer. */
  of = (client: WebSocket): number => this.#averages.get(client) ?? 0;

  #take(client: WebSocket, data: Buffer): void {
    if (data.length !== 8) return; // not ours
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
