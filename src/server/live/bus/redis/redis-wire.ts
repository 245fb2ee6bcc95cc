import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from 'redis';
import type { OpenWire, WireEvents } from './wire.ts';

export interface RedisWireOptions {
  /** `redis://` or `rediss://`; the number at its end, as in `redis://localhost/3`, separates installations. */
  readonly url: string;
  /** The channel that all processes of one installation share. */
  readonly channel: string;
}

/** A connection attempt may take so long, from the first packet to the subscription. */
const CONNECT_MS = 5000;

/** Between two attempts, doubled from the first to the second, and scattered by half. */
const RETRY_MS = { first: 100, most: 2000 } as const;

/**
 * A wire over Redis (or Valkey): PUBLISH on one connection, SUBSCRIBE on another, one channel for everything. Both are
 * replaced together when either is lost.
 */
export const redisWire =
  ({ url, channel }: RedisWireOptions): OpenWire =>
  (events) => {
    const stop = new AbortController();
    let link: Link | null = null;
    const running = keepOpen();

    async function keepOpen(): Promise<void> {
      for (let attempt = 0; !stop.signal.aborted; attempt++) {
        const reason = await openLink(url, channel, events.onText).then(
          async (opened) => {
            attempt = 0;
            link = opened;
            events.onUp();
            const ended = await opened.ended;
            link = null;
            return ended;
          },
          (error: unknown) => textOf(error),
        );
        if (stop.signal.aborted) return;
        events.onDown(reason);
        const most = Math.min(RETRY_MS.first * 2 ** attempt, RETRY_MS.most);
        await delay(most / 2 + (Math.random() * most) / 2, null, stop).catch(() => {});
      }
    }

    return {
      send: (text) => link?.publish(text) ?? Promise.reject(new Error('not connected')),
      reset: () => link?.end('it did not answer'),
      async close() {
        stop.abort();
        link?.end('closing');
        await running;
      },
    };
  };

/** Both connections, while they last. */
interface Link {
  publish(text: string): Promise<void>;
  end(reason: string): void;
  /** Resolves with the reason. */
  readonly ended: Promise<string>;
}

/** @throws Error when it can't be opened in time */
async function openLink(url: string, channel: string, onText: WireEvents['onText']): Promise<Link> {
  // No queue and no reconnecting of the client's own: what is lost must be known to be lost.
  const socket = { reconnectStrategy: false, connectTimeout: CONNECT_MS } as const;
  const options = { url, RESP: 2, disableOfflineQueue: true, socket } as const;
  const publisher = createClient(options);
  const subscriber = createClient(options);
  let end = (_reason: string) => {};
  const ended = new Promise<string>((resolve) => {
    end = (reason) => {
      for (const client of [publisher, subscriber]) if (client.isOpen) client.destroy();
      resolve(reason);
    };
  });
  for (const client of [publisher, subscriber]) {
    client.on('error', (error) => end(textOf(error)));
    client.on('end', () => end('the connection ended'));
  }
  const late = setTimeout(() => end('no answer'), CONNECT_MS);
  try {
    const opening = Promise.all([
      publisher.connect(),
      subscriber.connect().then(() => subscriber.subscribe(channel, onText)),
    ]);
    opening.catch(() => {});
    const lost = await Promise.race([ended, opening.then(() => null)]);
    if (lost !== null) throw new Error(lost);
  } catch (error) {
    end('');
    throw error;
  } finally {
    clearTimeout(late);
  }
  return {
    publish: async (text) => {
      await publisher.publish(channel, text);
    },
    end,
    ended,
  };
}

/** A refused connection's own message is empty when there were several addresses. */
function textOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || String(error);
}
