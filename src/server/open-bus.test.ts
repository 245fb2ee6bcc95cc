import { afterEach, describe, expect, test } from 'vitest';
import { onRedis } from '../testing/server/buses.ts';
import { freePort } from '../testing/util/ports.ts';
import { createLog } from './base/log.ts';
import type { Bus } from './live/bus/bus.ts';
import { openBus } from './open-bus.ts';

const log = createLog('error');
const buses: Bus[] = [];
afterEach(async () => {
  for (const bus of buses.splice(0)) await bus.close();
});
async function open(REDIS_URL?: string, databaseId = 'here') {
  const opened = await openBus({ REDIS_URL }, databaseId, log);
  buses.push(opened.bus);
  return opened;
}

const ended = (tokenDigest: string) => ({ type: 'ended', tokenDigest }) as const;

/** Collects all session events from now on. */
function listen(bus: Bus): unknown[] {
  const received: unknown[] = [];
  bus.subscribe('sessions', (event) => received.push(event));
  return received;
}

describe('the bus that the settings ask for', () => {
  test('without REDIS_URL serves this process only, without a line at start-up', async () => {
    expect(await open()).toMatchObject({ bus: { alone: true }, description: null });
  });

  test('F-8 serves this process before Redis is reachable', async () => {
    const { bus, description } = await open(`redis://user:secret@127.0.0.1:${await freePort()}`);
    expect(description).toMatch(/^Redis 127\.0\.0\.1:\d+ \(not reached yet/);
    expect(description).not.toMatch(/secret/);
    const received = listen(bus);
    bus.publish('sessions', ended('x'));
    expect(received).toEqual([ended('x')]);
  });
});

onRedis('the bus on a Redis that several installations share', (_, redis) => {
  test('W-6 reaches only the processes of the same installation', async () => {
    const [from, same, other, numbered] = [
      await open(redis.url, 'one'),
      await open(redis.url, 'one'),
      await open(redis.url, 'two'),
      await open(`${redis.url}/1`, 'one'),
    ];
    expect(from.description).toMatch(/^Redis 127\.0\.0\.1:\d+$/);
    const received = [same, other, numbered].map(({ bus }) => listen(bus));
    from.bus.publish('sessions', ended('x'));
    await expect.poll(() => received[0]).toEqual([ended('x')]);
    // Events arrive in order: after its own event, a bus can receive no earlier one.
    const last = [await open(redis.url, 'two'), await open(`${redis.url}/1`, 'one')];
    for (const { bus } of last) bus.publish('sessions', ended('y'));
    await expect.poll(() => received.slice(1)).toEqual([[ended('y')], [ended('y')]]);
  });
});
