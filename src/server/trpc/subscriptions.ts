import { RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import type { Context } from './context.ts';

/** How many subscriptions one connection may have, besides the events of games. */
const MOST = 100;

/**
 * Starts a subscription unless the connection has too many already.
 * @throws RookeryError `too_many_requests`
 */
export async function counting<R extends { readonly ok: boolean }>(
  { subscriptions }: Pick<Context, 'subscriptions'>,
  begin: () => Promise<R>,
): Promise<R> {
  if (!subscriptions) return begin();
  if (subscriptions.count >= MOST) {
    throw new RookeryError('too_many_requests', {
      problem: problem('request.mostSubscriptions', { most: MOST }),
      retryAfterSeconds: 1,
    });
  }
  subscriptions.count++;
  const end = () => {
    subscriptions.count--;
  };
  try {
    const result = await begin();
    if (!('data' in result) || !isIterable(result.data)) {
      end();
      return result;
    }
    return { ...result, data: ending(result.data, end) };
  } catch (error) {
    end();
    throw error;
  }
}

const isIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** The same items; calls `end` when they end, or the client unsubscribes. */
async function* ending(items: AsyncIterable<unknown>, end: () => void): AsyncGenerator<unknown> {
  try {
    yield* items;
  } finally {
    end();
  }
}
