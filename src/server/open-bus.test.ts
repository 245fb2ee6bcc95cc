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

/** Everything that is told about sessions from now on. */
function listen(bus: Bus): unknown[] {
  const told: unknown[] = [];
  bus.subscribe('sessions', (news) => told.push(news));
  return told;
}

describe('the bus that the settings ask for', () => {
  test('without REDIS_URL is for this process alone, and nothing is said of it', async () => {
    expect(await open()).toMatchObject({ bus: { alone: true }, description: null });
  });

  test('F-8 serves this process though Redis is not there yet', async () => {
    const { bus, description } = await open(`redis://user:secret@127.0.0.1:${await freePort()}`);
    expect(description).toMatch(/^Redis 127\.0\.0\.1:\d+ \(not reached yet/);
    expect(description).not.toMatch(/secret/);
    const told = listen(bus);
    bus.publish('sessions', ended('x'));
    expect(told).toEqual([ended('x')]);
  });
});

onRedis('the bus on a Redis that several installations share', (_, redis) => {
  test('W-6 is heard by the processes of the same installation only', async () => {
    const [from, same, other, numbered] = [
      await open(redis.url, 'one'),
      await open(redis.url, 'one'),
      await open(redis.url, 'two'),
      await open(`${redis.url}/1`, 'one'),
    ];
    expect(from.description).toMatch(/^Redis 127\.0\.0\.1:\d+$/);
    const told = [same, other, numbered].map(({ bus }) => listen(bus));
    from.bus.publish('sessions', ended('x'));
    await expect.poll(() => told[0]).toEqual([ended('x')]);
    // What the others could have heard would be there by the time they hear themselves.
    const last = [await open(redis.url, 'two'), await open(`${redis.url}/1`, 'one')];
    for (const { bus } of last) bus.publish('sessions', ended('y'));
    await expect.poll(() => told.slice(1)).toEqual([[ended('y')], [ended('y')]]);
  });
});
