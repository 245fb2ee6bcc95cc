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
const wrote = (...events: readonly GameEvent[]) => ({ events, quotas: null });

/** What a bus promises to the listeners in one process, whatever carries it to others. */
function busContract(open: () => Promise<Bus>): void {
  let bus: Bus;
  beforeEach(async () => {
    bus = await open();
  });
  afterEach(() => bus.close());

  test('tells every listener at once, in the order in which they came', () => {
    const told: string[] = [];
    bus.subscribe('sessions', () => told.push('first'));
    bus.subscribe('sessions', (message) => told.push(JSON.stringify(message)));
    bus.publish('sessions', ended('x'));
    expect(told).toEqual(['first', '{"type":"ended","tokenDigest":"x"}']);
  });

  test('W-6 tells a topic’s own listeners only', () => {
    const told: unknown[] = [];
    bus.subscribe('presence:1', (message) => told.push(message));
    bus.subscribe('presence:11', (message) => told.push(message));
    bus.publish('presence:1', presence(1));
    bus.publish('presence:2', presence(2));
    bus.publish('games', news(1));
    expect(told).toEqual([presence(1)]);
  });

  test('tells nobody who has stopped listening, also when that happens while it tells', () => {
    const told: string[] = [];
    const stops = ['a', 'b', 'c'].map((name) =>
      bus.subscribe('games', () => {
        told.push(name);
        stops[1]?.();
      }),
    );
    bus.publish('games', news(1));
    stops[1]?.();
    stops[2]?.();
    bus.publish('games', news(1));
    expect(told).toEqual(['a', 'c', 'a']);
  });

  test('keeps what is meant for other processes from the listeners here', () => {
    const told: unknown[] = [];
    bus.subscribe('written:1', (news) => told.push(news));
    bus.publish('written:1', wrote(seat));
    expect(told).toEqual([]);
    bus.publishHere('written:1', wrote(seat));
    expect(told).toEqual([wrote(seat)]);
  });

  test('tells in the order of publishing, one message wholly before the next', () => {
    const told: number[] = [];
    bus.subscribe('games', ({ lastEvent }) => told.push(lastEvent));
    for (let n = 1; n <= 100; n++) bus.publish('games', news(1, n));
    expect(told).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  });
}

/** What a bus between processes promises besides. */
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

  /** What the bus tells about a topic from now on, and a way to wait for so many. */
  function listen<T extends 'games' | 'sessions' | `written:${number}`>(on: Bus, topic: T) {
    const told: unknown[] = [];
    let look = () => {};
    on.subscribe(topic, (message) => {
      told.push(message);
      look();
    });
    const come = (count: number) =>
      new Promise<unknown[]>((resolve) => {
        look = () => told.length >= count && resolve(told);
        look();
      });
    return { told, come };
  }

  test('brings what reaches everywhere to every process once, the own one at once', async () => {
    const [here, there, beyond] = buses.map((one) => listen(one, 'games'));
    bus(0).publish('games', news(7));
    expect(here?.told).toEqual([news(7)]);
    expect(await there?.come(1)).toEqual([news(7)]);
    expect(await beyond?.come(1)).toEqual([news(7)]);
    // Its echo would have come before this.
    bus(1).publish('games', news(8));
    expect(await here?.come(2)).toEqual([news(7), news(8)]);
  });

  test('brings to other processes what is for them, and keeps from them what is not', async () => {
    const written = buses.map((one) => listen(one, 'written:7'));
    const told: unknown[] = [];
    bus(1).subscribe('game:7', (event) => told.push(event));
    bus(1).subscribe('presence:7', (seen) => told.push(seen));
    const after = [1, 2].map((n) => listen(bus(n), 'sessions'));
    bus(0).publish('game:7', seat);
    bus(0).publish('presence:7', presence(1));
    bus(0).publish('written:70', wrote(seat));
    bus(0).publish('written:7', wrote(seat, { ...seat, number: 2 }));
    bus(0).publishHere('sessions', ended('only here'));
    bus(0).publish('sessions', ended('y'));
    for (const one of after) expect(await one.come(1)).toEqual([ended('y')]);
    expect(written.map((one) => one.told.length)).toEqual([0, 1, 1]);
    expect(await written[1]?.come(1)).toEqual([wrote(seat, { ...seat, number: 2 })]);
    expect(told).toEqual([]);
  });

  test('T-1 keeps each process’s order, also of large messages among many', async () => {
    const there = listen(bus(2), 'games');
    const large = { ...news(1), game: { ...news(1).game, gameName: 'x'.repeat(300_000) } };
    for (let n = 1; n <= 500; n++) {
      bus(0).publish('games', n % 100 === 0 ? { ...large, lastEvent: n } : news(1, n));
      bus(1).publish('games', news(2, n));
    }
    const told = (await there.come(1000)) as GameNews[];
    for (const gameID of [1, 2]) {
      const numbers = told.filter(({ game }) => game.gameID === gameID).map((one) => one.lastEvent);
      expect(numbers).toEqual(Array.from({ length: 500 }, (_, n) => n + 1));
    }
  });

  test('sends what was published before it closes, and tells the others that it goes', async () => {
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
    // Nothing came after its last words.
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
