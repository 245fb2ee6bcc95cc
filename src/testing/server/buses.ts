import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { redisWire } from '../../server/live/bus/redis/redis-wire.ts';
import { SharedBus } from '../../server/live/bus/redis/shared-bus.ts';
import { type MemoryWire, memoryWire } from './memory-wire.ts';
import { type TestRedis, testRedis } from './redis.ts';

/** Opens a bus. @param beatMs as in production unless a test waits for a missing heartbeat */
type OpenBus = (beatMs?: number) => Promise<SharedBus>;

async function opened(bus: SharedBus): Promise<SharedBus> {
  await bus.whenConnected();
  return bus;
}

/** Opens buses on one wire, a new one for each test. */
export function onWire(use: (wire: MemoryWire) => void = () => {}): OpenBus {
  let wire = memoryWire();
  beforeEach(() => {
    wire = memoryWire();
    use(wire);
  });
  return (beatMs = 1000) =>
    opened(new SharedBus({ openWire: wire.open, beatMs, onState: () => {} }));
}

/** Describes tests of buses on a real Redis; skips them, with the reason in the title, where there is none. */
export function onRedis(title: string, tests: (open: OpenBus, redis: TestRedis) => void): void {
  const redis = testRedis();
  const { missing } = redis;
  describe.skipIf(missing !== null)(missing === null ? title : `${title} (${missing})`, () => {
    let channel = 0;
    beforeAll(() => redis.start());
    beforeEach(() => {
      channel++;
    });
    afterAll(() => redis.stop());
    tests((beatMs = 1000) => {
      const openWire = redisWire({ url: redis.url, channel: `test-${channel}` });
      return opened(new SharedBus({ openWire, beatMs, onState: () => {} }));
    }, redis);
  });
}
