import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GameEvent } from '../../../contract/game/index.ts';
import { plainSetup } from '../../../contract/game/setup.ts';
import { onRedis, onWire } from '../../../testing/server/buses.ts';
import { type Bus, createLocalBus } from './bus.ts';
import type { GameNews } from './topics.ts';

const presence = (spectators: number) => ({
  white: false,
  black: false,
  spectators,
  names: [],
  absent: null,
});
const ended = (tokenDigest: string) => ({ type: 'ended', tokenDigest }) as const;
const news = (gameID: number, lastEvent = 1): GameNews => ({
  game: {
    gameID,
    gameName: 'a\tgame\nof "two"',
    setup: plainSetup,
    whiteRating: null,
    blackRating: null,
    dueAtMs: null,
    whiteUsername: 'alice',
    blackUsername: null,
    status: 'open',
    ply: 0,
    fen: '8/8/8/8/8/8/8/8 w - - 0 1',
    lastMove: null,
    ending: null,
    changedAtMs: 0,
  },
  lastEvent,
  statusChanged: true,
});
const seat = { type: 'seatTaken', color: 'white', username: 'alice', number: 1, atMs: 0 } as const;
const writtenNews = (...events: readonly GameEvent[]) => ({ events, quotas: null });

/** What every bus guarantees to the listeners in one process. */
function busContract(open: () => Promise<Bus>): void {
  let bus: Bus;
  beforeEach(async () => {
    bus = await open();
  });
  afterEach(() => bus.close());

  test('calls every listener synchronously, in the order of subscription', () => {
    const received: string[] = [];
    bus.subscribe('sessions', () => received.push('first'));
    bus.subscribe('sessions', (message) => received.push(JSON.stringify(message)));
    bus.publish('sessions', ended('x'));
    expect(received).toEqual(['first', '{"type":"ended","tokenDigest":"x"}']);
  });

  test('W-6 delivers to the listeners of the topic only', () => {
    const received: unknown[] = [];
    bus.subscribe('presence:1', (message) => received.push(message));
    bus.subscribe('presence:11', (message) => received.push(message));
    bus.publish('presence:1', presence(1));
    bus.publish('presence:2', presence(2));
    bus.publish('games', news(1));
    expect(received).toEqual([presence(1)]);
  });

  test('delivers nothing after a listener unsubscribed, even during a delivery', () => {
    const received: string[] = [];
    const stops = ['a', 'b', 'c'].map((name) =>
      bus.subscribe('games', () => {
        received.push(name);
        stops[1]?.();
      }),
    );
    bus.publish('games', news(1));
    stops[1]?.();
    stops[2]?.();
    bus.publish('games', news(1));
    expect(received).toEqual(['a', 'c', 'a']);
  });

  test('does not deliver messages for other processes to local listeners', () => {
    const received: unknown[] = [];
    bus.subscribe('written:1', (news) => received.push(news));
    bus.publish('written:1', writtenNews(seat));
    expect(received).toEqual([]);
    bus.publishHere('written:1', writtenNews(seat));
    expect(received).toEqual([writtenNews(seat)]);
  });

  test('delivers in the order of publishing, each message to all listeners before the next', () => {
    const received: number[] = [];
    bus.subscribe('games', ({ lastEvent }) => received.push(lastEvent));
    for (let n = 1; n <= 100; n++) bus.publish('games', news(1, n));
    expect(received).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  });
}

/** What a bus between processes guarantees in addition. */
function sharedContract(open: () => Promise<Bus>): void {
  let buses: Bus[] = [];
  const bus = (n: number): Bus => {
    const found = buses[n];
    if (!found) throw new Error(`There is no bus ${n}.`);
    return found;
  };
  beforeEach(async () => {
    buses = await Promise.all([open(), open(), open()]);
  });
  afterEach(() => Promise.all(buses.map((one) => one.close())));

  /** Records the messages on a topic; `come` waits until there are `count` of them. */
  function listen<T extends 'games' | 'sessions' | `written:${number}`>(on: Bus, topic: T) {
    const received: unknown[] = [];
    let check = () => {};
    on.subscribe(topic, (message) => {
      received.push(message);
      check();
    });
    const come = (count: number) =>
      new Promise<unknown[]>((resolve) => {
        check = () => received.length >= count && resolve(received);
        check();
      });
    return { received, come };
  }

  test('delivers topics with reach everywhere to each process once, to its own synchronously', async () => {
    const [here, there, beyond] = buses.map((one) => listen(one, 'games'));
    bus(0).publish('games', news(7));
    expect(here?.received).toEqual([news(7)]);
    expect(await there?.come(1)).toEqual([news(7)]);
    expect(await beyond?.come(1)).toEqual([news(7)]);
    // An echo of the first message would arrive before this one.
    bus(1).publish('games', news(8));
    expect(await here?.come(2)).toEqual([news(7), news(8)]);
  });

  test('delivers to other processes only the topics that reach them', async () => {
    const written = buses.map((one) => listen(one, 'written:7'));
    const received: unknown[] = [];
    bus(1).subscribe('game:7', (event) => received.push(event));
    bus(1).subscribe('presence:7', (seen) => received.push(seen));
    const after = [1, 2].map((n) => listen(bus(n), 'sessions'));
    bus(0).publish('game:7', seat);
    bus(0).publish('presence:7', presence(1));
    bus(0).publish('written:70', writtenNews(seat));
    bus(0).publish('written:7', writtenNews(seat, { ...seat, number: 2 }));
    bus(0).publishHere('sessions', ended('only here'));
    bus(0).publish('sessions', ended('y'));
    for (const one of after) expect(await one.come(1)).toEqual([ended('y')]);
    expect(written.map((one) => one.received.length)).toEqual([0, 1, 1]);
    expect(await written[1]?.come(1)).toEqual([writtenNews(seat, { ...seat, number: 2 })]);
    expect(received).toEqual([]);
  });

  test('T-1 keeps the order of each process’s messages, large ones included', async () => {
    const there = listen(bus(2), 'games');
    const large = { ...news(1), game: { ...news(1).game, gameName: 'x'.repeat(300_000) } };
    for (let n = 1; n <= 500; n++) {
      bus(0).publish('games', n % 100 === 0 ? { ...large, lastEvent: n } : news(1, n));
      bus(1).publish('games', news(2, n));
    }
    const received = (await there.come(1000)) as GameNews[];
    for (const gameID of [1, 2]) {
      const numbers = received
        .filter(({ game }) => game.gameID === gameID)
        .map((one) => one.lastEvent);
      expect(numbers).toEqual(Array.from({ length: 500 }, (_, n) => n + 1));
    }
  });

  test('sends pending messages before it closes, and announces that it leaves', async () => {
    const there = listen(bus(1), 'games');
    const left = new Promise<string>((resolve) => {
      bus(1).subscribe('peers', (peer) => peer.type === 'left' && resolve(peer.id));
    });
    bus(0).publish('games', news(1));
    const closed = bus(0).close();
    bus(0).publish('games', news(2));
    await closed;
    expect(await there.come(1)).toEqual([news(1)]);
    expect(await left).toBe(bus(0).id);
    // The message published while closing is not sent.
    bus(2).publish('games', news(3));
    expect(await there.come(2)).toEqual([news(1), news(3)]);
  });
}

describe('the local bus', () => {
  busContract(async () => createLocalBus());
});

describe('the shared bus on a wire in memory', () => {
  const open = onWire();
  busContract(open);
  sharedContract(open);
});

onRedis('the shared bus on Redis', (open) => {
  busContract(open);
  sharedContract(open);
});
