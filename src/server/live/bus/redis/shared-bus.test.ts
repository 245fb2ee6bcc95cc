import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { onRedis, onWire } from '../../../../testing/server/buses.ts';
import type { MemoryWire } from '../../../../testing/server/memory-wire.ts';
import type { SharedBus } from './shared-bus.ts';

/** Short, so that a process counts as silent after 60 ms. */
const BEAT_MS = 20;

const ended = (tokenDigest: string) => ({ type: 'ended', tokenDigest }) as const;

/** Records the messages of a bus from now on. */
function record(bus: SharedBus) {
  const resyncs: string[] = [];
  const sessions: unknown[] = [];
  const left: string[] = [];
  /** Whether the bus was connected at the last resync. */
  let wasConnected = false;
  bus.subscribe('resync', (reason) => {
    resyncs.push(reason);
    wasConnected = bus.connected;
  });
  bus.subscribe('sessions', (news) => sessions.push(news));
  bus.subscribe('peers', (peer) => peer.type === 'left' && left.push(peer.id));
  return { resyncs, sessions, left, resyncedWhenConnected: () => wasConnected };
}

/** Resolves when a new message of `from` has arrived at `to`, and with it everything sent before. */
async function settled(from: SharedBus, to: SharedBus): Promise<void> {
  const digest = `settled ${Math.random()}`;
  await new Promise<void>((resolve) => {
    const stop = to.subscribe('sessions', (news) => {
      if (news.type !== 'ended' || news.tokenDigest !== digest) return;
      stop();
      resolve();
    });
    from.publish('sessions', ended(digest));
  });
}

describe('the shared bus on a wire that fails', () => {
  let wire: MemoryWire;
  const open = onWire((one) => {
    wire = one;
  });
  let [a, b]: SharedBus[] = [];
  const both = (): [SharedBus, SharedBus] => {
    if (!a || !b) throw new Error('The buses are open during tests only.');
    return [a, b];
  };
  beforeEach(async () => {
    [a, b] = [await open(BEAT_MS), await open(BEAT_MS)];
    await settled(a, b);
    await settled(b, a);
  });
  afterEach(() => Promise.all(both().map((bus) => bus.close())));

  test('F-8 asks for a resync at every beat while the wire is down, and once more after reconnecting', async () => {
    const [here] = both();
    const { resyncs, resyncedWhenConnected } = record(here);
    wire.down();
    expect(here.connected).toBe(false);
    await expect
      .poll(() => resyncs.filter((why) => why === 'not connected').length)
      .toBeGreaterThanOrEqual(3);
    expect(resyncedWhenConnected()).toBe(false);
    wire.up();
    await expect.poll(resyncedWhenConnected).toBe(true);
  });

  test('F-8 messages published while the wire is down are not sent later, and receivers notice the loss', async () => {
    const [here, there] = both();
    const { sessions, resyncedWhenConnected } = record(there);
    wire.down();
    for (let n = 0; n < 1000; n++) here.publish('sessions', ended('while away'));
    await expect.poll(() => wire.sent.some((text) => text.includes('while away'))).toBe(true);
    wire.up();
    await settled(here, there);
    expect(sessions).toHaveLength(1);
    await expect.poll(resyncedWhenConnected).toBe(true);
  });

  test('T-1 notices that a message was lost', async () => {
    const [here, there] = both();
    const { resyncs, sessions } = record(there);
    wire.lossy = true;
    here.publish('sessions', ended('lost'));
    await expect.poll(() => wire.sent.some((text) => text.includes('lost'))).toBe(true);
    wire.lossy = false;
    await expect.poll(() => resyncs).toContain('messages were lost');
    expect(sessions).toEqual([]);
  });

  test('T-1 a process that falls silent causes a resync: it may have died before publishing its writes', async () => {
    const [here, there] = both();
    const { resyncs, left } = record(there);
    wire.silence(here.id);
    await expect.poll(() => resyncs).toContain('a process is silent');
    await expect.poll(() => left).toEqual([here.id]);
  });

  test.each([
    ['nothing', ''],
    ['another program’s text', 'hello'],
    ['a frame of a later version', 'rookery2 x 1\nsessions\t{"type":"cleared"}'],
    ['no JSON', 'rookery1 x 1\nsessions\t{"type"'],
    ['no message', 'rookery1 x 1\nsessions'],
    ['JSON of another form', 'rookery1 x 1\nsessions\t{"type":"ended"}'],
  ])('%s is not delivered, and causes a resync', async (_, text) => {
    const [here] = both();
    const { resyncs, sessions } = record(here);
    wire.inject(text);
    await expect.poll(() => resyncs).toContainEqual(expect.stringMatching(/unreadable|wrong/));
    expect(sessions).toEqual([]);
  });

  test('unknown topics and topics with reach here are not delivered', async () => {
    const [here, there] = both();
    const received: unknown[] = [];
    for (const topic of ['game:1', 'presence:1', 'resync', 'toString'] as 'resync'[]) {
      here.subscribe(topic, (message) => received.push(message));
    }
    const before = received.length;
    wire.inject('rookery1 x 1\ngame:1\t{}\npresence:1\t{}\nresync\t"x"\ntoString\t1');
    await settled(there, here);
    expect(received.slice(before).filter((message) => message !== 'connected')).toEqual([]);
  });
});

onRedis('the shared bus on a Redis that fails', (open, redis) => {
  let buses: SharedBus[] = [];
  beforeEach(async () => {
    buses = [await open(200), await open(200)];
  });
  afterEach(() => Promise.all(buses.map((bus) => bus.close())));

  async function reconnected(): Promise<void> {
    const [here, there] = buses;
    if (!here || !there) throw new Error('This test needs two buses.');
    await Promise.all([here.whenConnected(), there.whenConnected()]);
    await settled(here, there);
    await settled(there, here);
  }

  test('F-8 reconnects after a restart of Redis', async () => {
    const records = buses.map(record);
    await redis.stop();
    await expect.poll(() => buses.map((bus) => bus.connected)).toEqual([false, false]);
    for (const { resyncs } of records) {
      await expect.poll(() => resyncs).toContain('not connected');
    }
    await redis.start();
    await reconnected();
    for (const { resyncedWhenConnected } of records)
      await expect.poll(resyncedWhenConnected).toBe(true);
  });

  test('F-8 notices a connected Redis that does not answer', async () => {
    redis.freeze();
    await expect
      .poll(() => buses.map((bus) => bus.connected), { timeout: 10_000 })
      .toEqual([false, false]);
    redis.thaw();
    await reconnected();
  });

  test('F-8 can be closed while Redis does not answer', async () => {
    redis.freeze();
    buses[0]?.publish('sessions', ended('into the void'));
    await Promise.all(buses.map((bus) => bus.close()));
    buses = [];
    redis.thaw();
  });
});
