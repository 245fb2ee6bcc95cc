import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from 'redis';
import type { OpenWire, WireEvents } from './wire.ts';

export interface RedisWireOptions {
  /** `redis://` or `rediss://`; the number at its end, as in `redis://localhost/3`, separates installations. */
  readonly url: string;
  /** The Redis channel shared by all processes of one installation. */
  readonly channel: string;
}

/** The timeout of a connection attempt, from the first packet to the subscription. */
const CONNECT_MS = 5000;

/** The delay between two attempts: doubles from `first` up to `most`, with a jitter of half. */
const RETRY_MS = { first: 100, most: 2000 } as const;

/**
 * A wire over Redis (or Valkey): PUBLISH on one connection, SUBSCRIBE on another, one channel for all topics. When
 * either connection is lost, both are replaced.
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

/** A pair of open connections. */
interface Link {
  publish(text: string): Promise<void>;
  end(reason: string): void;
  /** Resolves with the reason for the end. */
  readonly ended: Promise<string>;
}

/** @throws Error when the connections don't open within {@link CONNECT_MS} */
async function openLink(url: string, channel: string, onText: WireEvents['onText']): Promise<Link> {
  // The client must not queue or reconnect by itself: a lost message must be noticed here.
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
  const timeout = setTimeout(() => end('no answer'), CONNECT_MS);
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
    clearTimeout(timeout);
  }
  return {
    publish: async (text) => {
      await publisher.publish(channel, text);
    },
    end,
    ended,
  };
}

/** The message of a refused connection is empty when the host has several addresses; its code isn't. */
function textOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || String(error);
}
