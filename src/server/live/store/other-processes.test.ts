import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GameEvent } from '../../../contract/game/index.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { seatedGame, uciOf } from '../../../testing/games/decided-game.ts';
import { makeGame, makeSeatedGame, makeUsers } from '../../../testing/games/games-at-hand.ts';
import {
  attempt,
  type LiveFixture,
  liveFixtureOn,
  publishedBy,
  readAgain,
} from '../../../testing/games/live-game.ts';
import { onWire } from '../../../testing/server/buses.ts';
import type { MemoryWire } from '../../../testing/server/memory-wire.ts';
import type { SharedBus } from '../bus/redis/shared-bus.ts';
import { LobbyFeed } from '../feeds/lobby-feed.ts';

const db = databaseFixtureOn(sqliteStore());
const line = uciOf(seatedGame(), 'e4 e5 Nf3 Nc6 Bc4 Nd4 Nxe5 Qg5 Nxf7 Qxg2 Rf1 Qxe4+ Be2 Nf3#');

/** Two server processes over one database, and the wire between them. */
describe('two processes on one bus', () => {
  let wire: MemoryWire;
  const openBus = onWire((one) => {
    wire = one;
  });
  let buses: SharedBus[];
  let a: LiveFixture;
  let b: LiveFixture;
  let gameID: number;
  beforeEach(async () => {
    buses = [await openBus(20), await openBus(20)];
    [a, b] = buses.map((bus) => liveFixtureOn(db, bus)) as [LiveFixture, LiveFixture];
    await makeUsers(db, 'alice', 'bob');
    gameID = await makeSeatedGame(db, 'alice', 'bob');
  });
  afterEach(() => Promise.all(buses.map((bus) => bus.close())));

  const move = (ply: number, uci = line[ply] ?? '') =>
    ({ type: 'move', username: ply % 2 ? 'bob' : 'alice', ply, uci }) as const;

  /** Follows the game at a process from its first event. */
  function follow(live: LiveFixture, viewer: string | null = null) {
    const events: GameEvent[] = [];
    const stop = new AbortController();
    const done = (async () => {
      for await (const event of live.games.events(gameID, { after: 0, viewer }, stop.signal)) {
        events.push(event);
      }
    })();
    const numbers = () => events.map(({ number }) => number);
    return {
      numbers,
      /** Resolves when the follower has `count` events, each once, in order. */
      async has(count: number) {
        const all = Array.from({ length: count }, (_, n) => n + 1);
        await expect.poll(numbers, { interval: 5, timeout: 10_000 }).toEqual(all);
      },
      async stop() {
        stop.abort();
        await done;
      },
    };
  }

  test('T-1 a game in memory follows events written elsewhere, even without watchers', async () => {
    await b.games.view(gameID);
    await a.games.execute(gameID, move(0));
    await expect.poll(async () => (await b.games.view(gameID)).lastEvent).toBe(3);
    expect(await b.games.view(gameID)).toEqual(await readAgain(db, gameID));
  });

  test('T-1 a process that missed events reads them', async () => {
    const follower = follow(b);
    await follower.has(2);
    wire.lossy = true;
    await a.games.execute(gameID, move(0));
    await expect.poll(() => wire.sent.some((text) => text.includes('e2e4'))).toBe(true);
    wire.lossy = false;
    await a.games.execute(gameID, move(1));
    await follower.has(4);
    await follower.stop();
  });

  test('F-9 events that a process wrote but did not publish before it died are published by the other', async () => {
    const follower = follow(b);
    await follower.has(2);
    wire.silence(buses[0]?.id ?? '');
    await a.games.execute(gameID, move(0));
    await follower.has(3);
    await follower.stop();
  });

  test('F-9 a viewer who comes from another process may know more than this one', async () => {
    await b.games.view(gameID);
    wire.silence(buses[0]?.id ?? '');
    await a.games.execute(gameID, move(0));
    const stop = new AbortController();
    const events = b.games.events(gameID, { after: 3, viewer: 'bob' }, stop.signal);
    const next = events.next();
    await b.games.execute(gameID, move(1));
    expect((await next).value).toMatchObject({ number: 4, san: 'e5' });
    stop.abort();
  });

  test('R-CLEAR-1 a clear at one process removes the games of the other', async () => {
    const events = b.games.events(gameID, { after: 2, viewer: null }, new AbortController().signal);
    const rejected = expect(events.next()).rejects.toMatchObject({ code: 'unknown_game' });
    await b.games.view(gameID);
    await db.dataAccess.clearAllData();
    a.games.forgetAll();
    a.bus.publish('sessions', { type: 'cleared' });
    await rejected;
    await expect(b.games.view(gameID)).rejects.toMatchObject({ code: 'unknown_game' });
  });

  test('R-CLEAR-1 a clear whose message was lost is noticed afterwards', async () => {
    const events = b.games.events(gameID, { after: 2, viewer: null }, new AbortController().signal);
    const rejected = expect(events.next()).rejects.toMatchObject({ code: 'unknown_game' });
    await b.games.view(gameID);
    wire.lossy = true;
    await db.dataAccess.clearAllData();
    a.games.forgetAll();
    a.bus.publish('sessions', { type: 'cleared' });
    await expect.poll(() => wire.sent.some((text) => text.includes('cleared'))).toBe(true);
    wire.lossy = false;
    await rejected;
  });

  test('R-CLEAR-1 a game discarded elsewhere is not taken for a clear', async () => {
    const discarded = await makeGame(db);
    await b.games.view(discarded);
    const follower = follow(b);
    await follower.has(2);
    let cleared = 0;
    b.bus.subscribe('sessions', () => cleared++);
    await db.dataAccess.discardGame(discarded);
    wire.lossy = true;
    await a.games.execute(gameID, move(0));
    await expect.poll(() => wire.sent.some((text) => text.includes('e2e4'))).toBe(true);
    wire.lossy = false;
    await follower.has(3);
    await expect(b.games.view(discarded)).rejects.toMatchObject({ code: 'unknown_game' });
    expect(cleared).toBe(0);
    await follower.stop();
  });

  test('G-3 the lobby shows changes of other processes, even after lost messages', async () => {
    const feed = new LobbyFeed(db.dataAccess, b.bus);
    await feed.current();
    const shown = async () => {
      await feed.flush();
      return feed.current();
    };
    await a.games.execute(gameID, move(0));
    await expect.poll(async () => (await shown()).playing[0]?.ply).toBe(1);
    wire.lossy = true;
    await a.games.execute(gameID, move(1));
    await a.games.execute(gameID, { type: 'resign', username: 'alice' });
    await expect.poll(() => wire.sent.some((text) => text.includes('resignation'))).toBe(true);
    wire.lossy = false;
    await expect.poll(async () => (await shown()).finished[0]?.gameID).toBe(gameID);
    expect(await feed.current()).toEqual(await db.dataAccess.getLobby(50));
  });

  /** Faults and repairs of the wire. */
  const troubles = {
    lose: async () => {
      wire.lossy = true;
    },
    heal: async () => {
      wire.lossy = false;
    },
    down: async () => wire.down(),
    up: async () => wire.up(),
    pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
  const movers = { a: () => [a], b: () => [b], both: () => [a, b] };
  const isTrouble = (action: string): action is keyof typeof troubles => action in troubles;

  async function act(actions: readonly (keyof typeof troubles | keyof typeof movers)[]) {
    let ply = 0;
    for (const action of actions) {
      if (isTrouble(action)) await troubles[action]();
      else if (ply < line.length) {
        await Promise.all(movers[action]().map((live) => attempt(live, gameID, move(ply))));
        ply++;
      }
    }
  }

  test('T-1 every follower gets each event once and in order, whatever messages are lost', async () => {
    const action = fc.constantFrom('a', 'b', 'both', 'lose', 'heal', 'down', 'up', 'pause');
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 40 }), async (actions) => {
        gameID = await makeSeatedGame(db, 'alice', 'bob');
        const followers = [follow(a), follow(b)];
        const published = [a, b].map((live) => publishedBy(live, gameID));
        for (const follower of followers) await follower.has(2);
        await act(actions);
        wire.lossy = false;
        wire.up();
        const { lastEvent } = await readAgain(db, gameID);
        for (const follower of followers) {
          await follower.has(lastEvent);
          await follower.stop();
        }
        const numbers = Array.from({ length: lastEvent - 2 }, (_, n) => n + 3);
        for (const events of published) {
          expect(events.map(({ number }) => number)).toEqual(numbers);
        }
      }),
      { numRuns: 25 },
    );
  });
});
