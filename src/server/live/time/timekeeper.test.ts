import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY_MS } from '../../../contract/game/time.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { clock } from '../../../testing/games/decided-game.ts';
import { makeUsers } from '../../../testing/games/games-at-hand.ts';
import {
  begin,
  liveFixtureOn,
  playOn,
  publishedBy,
  readAgain,
} from '../../../testing/games/live-game.ts';

const db = databaseFixtureOn(sqliteStore());
beforeEach(async () => {
  for (const table of ['heartbeat', 'downtime']) {
    await db.database.sql(`DELETE FROM "${table}"`);
  }
  await makeUsers(db, 'alice', 'bob');
});

/** A server process that starts now. */
async function start() {
  const live = liveFixtureOn(db);
  await live.games.time.begin();
  await live.games.time.look();
  return live;
}

/** Lets time pass while a server runs and writes heartbeats. */
async function pass({ games }: Awaited<ReturnType<typeof start>>, ms: number) {
  db.nowMs += ms;
  await games.time.beat();
}

describe('the server ends games by itself', () => {
  test('C-6 a flag falls on time by a real clock, and every viewer is notified once', async () => {
    const now = { dataAccess: db.dataAccess, nowMs: 0 };
    Object.defineProperty(now, 'nowMs', { get: Date.now });
    const live = liveFixtureOn(now);
    const gameID = await begin(now, live, { timeControl: clock(1) });
    const watched = await Promise.all(
      ['alice', 'bob', null].map(async (viewer) => {
        const seen: string[] = [];
        const stop = new AbortController();
        const reading = (async () => {
          for await (const event of live.games.events(gameID, { after: 0, viewer }, stop.signal)) {
            seen.push(event.type);
          }
        })();
        return { seen, done: () => stop.abort(), reading };
      }),
    );
    await playOn(live, gameID, 'e4 e5');
    const due = (await live.games.sync(gameID)).dueAtMs ?? 0;
    await vi.waitFor(
      async () => expect((await live.games.view(gameID)).status).toBe('finished'),
      10_000,
    );
    const view = await live.games.view(gameID);
    expect(view.ending).toEqual({ reason: 'timeout', winner: 'black' });
    expect(view.clocks).toEqual({ whiteMs: 0, blackMs: 1000 });
    const stored = await db.dataAccess.loadGame(gameID);
    expect(stored?.events.at(-1)?.atMs).toBeGreaterThanOrEqual(due);
    await vi.waitFor(() => {
      for (const { seen } of watched) expect(seen.at(-1)).toBe('ended');
    });
    for (const { seen, done, reading } of watched) {
      done();
      await reading;
      expect(seen).toEqual(['seatTaken', 'seatTaken', 'moved', 'moved', 'ended']);
    }
    await live.games.time.end();
  });

  test('C-7 a game is aborted without a first move, of White or of Black', async () => {
    const live = await start();
    const setup = { timeControl: clock(180) };
    const [none, one] = [await begin(db, live, setup), await begin(db, live, setup)];
    await playOn(live, one, 'e4');
    await pass(live, 24_999);
    await live.games.time.look();
    expect((await live.games.view(none)).status).toBe('playing');
    await pass(live, 1);
    await live.games.time.look();
    for (const gameID of [none, one]) {
      const { ending, clocks } = await readAgain(db, gameID);
      expect(ending).toEqual({ reason: 'aborted', winner: null });
      expect(clocks).toEqual({ whiteMs: 180_000, blackMs: 180_000 });
    }
  });

  test('C-6 also ends a game that another process has left behind', async () => {
    const first = await start();
    const gameID = await begin(db, first, { timeControl: clock(60) });
    await playOn(first, gameID, 'e4 e5');
    const second = await start();
    await pass(first, 61_169);
    await second.games.time.look();
    expect((await readAgain(db, gameID)).status).toBe('playing');
    await pass(first, 1); // 60 s and three gains of 390 ms
    const published = publishedBy(second, gameID);
    await second.games.time.look();
    expect((await readAgain(db, gameID)).ending?.reason).toBe('timeout');
    expect(published.map(({ type }) => type)).toEqual(['ended']);
    // The first process finds it finished, and publishes nothing twice.
    const late = publishedBy(first, gameID);
    await first.games.time.look();
    await first.games.execute(gameID, { type: 'expire' });
    expect(late.filter(({ type }) => type === 'ended').length).toBeLessThanOrEqual(1);
  });
});

describe('C-10 downtime', () => {
  test('C-10 is charged to nobody, also when it happens repeatedly', async () => {
    const live = await start();
    const gameID = await begin(db, live, { timeControl: clock(600, 5) });
    await playOn(live, gameID, 'e4 e5');
    await pass(live, 10_000);
    await playOn(live, gameID, 'Nf3');
    await pass(live, 3000);
    let turnBegan = db.nowMs - 3000;
    for (const down of [5000, 600_000, 20 * DAY_MS]) {
      db.nowMs += down;
      const next = await start();
      turnBegan += down;
      const sync = await next.games.sync(gameID);
      expect(sync.turnBeganAtMs).toBe(turnBegan);
      expect(sync.clocks).toEqual({ whiteMs: 595_000, blackMs: 600_000 });
      expect(sync.dueAtMs).toBe(turnBegan + 600_000 + 2000);
      await pass(next, 1000);
    }
    // Black is charged 3 s before and 1 s after each of the three downtimes.
    const last = await start();
    await playOn(last, gameID, 'Nc6');
    expect((await last.games.view(gameID)).clocks).toEqual({
      whiteMs: 595_000,
      blackMs: 600_000 - 6000 + 5000,
    });
  });

  test('C-10 ends no game by itself; flags fall and games abort when the remaining time has passed', async () => {
    const live = await start();
    const [running, beginning] = [
      await begin(db, live, { timeControl: clock(15) }),
      await begin(db, live, { timeControl: clock(15) }),
    ];
    await playOn(live, running, 'e4 e5');
    await pass(live, 14_000);
    db.nowMs += 3_600_000;
    const next = await start();
    await next.games.time.look();
    for (const gameID of [running, beginning]) {
      expect((await next.games.view(gameID)).status).toBe('playing');
    }
    await pass(next, 1000);
    await next.games.time.look();
    expect((await next.games.view(beginning)).ending?.reason).toBe('aborted');
    expect((await next.games.view(running)).status).toBe('playing');
    await pass(next, 630); // three gains of 210 ms
    await next.games.time.look();
    expect((await next.games.view(running)).ending).toEqual({
      reason: 'timeout',
      winner: 'black',
    });
  });

  test('C-9 C-10 extends a correspondence deadline that falls within it', async () => {
    const live = await start();
    const gameID = await begin(db, live, {
      timeControl: { type: 'correspondence', daysPerMove: 1 },
    });
    await pass(live, DAY_MS / 2);
    db.nowMs += 3 * DAY_MS;
    const next = await start();
    expect((await next.games.view(gameID)).status).toBe('playing');
    await pass(next, DAY_MS / 2 - 1);
    await next.games.time.look();
    expect((await next.games.view(gameID)).status).toBe('playing');
    await pass(next, 1);
    await next.games.time.look();
    expect((await next.games.view(gameID)).ending).toEqual({ reason: 'timeout', winner: 'black' });
  });

  test('C-9 a game whose row has no due time gets one at the next start', async () => {
    const live = await start();
    const days = { type: 'correspondence', daysPerMove: 1 } as const;
    const gameIDs = [
      await begin(db, live, { timeControl: days }),
      await begin(db, live, { timeControl: clock(180) }),
    ];
    await db.database.sql('UPDATE "gameData" SET "dueAtMs" = NULL');
    const next = await start();
    await pass(next, 25_000);
    await next.games.time.look();
    await pass(next, DAY_MS - 25_000);
    await next.games.time.look();
    const reasons = await Promise.all(
      gameIDs.map(async (gameID) => (await readAgain(db, gameID)).ending?.reason),
    );
    expect(reasons).toEqual(['timeout', 'aborted']);
  });

  test('C-10 does not extend a turn that began after it', async () => {
    const live = await start();
    const gameID = await begin(db, live, { timeControl: clock(60) });
    await playOn(live, gameID, 'e4 e5');
    await pass(live, 1000);
    db.nowMs += 5000;
    const next = await start();
    await playOn(next, gameID, 'Nf3');
    await pass(next, 2000);
    const again = liveFixtureOn(db); // loads the game again, without another downtime
    expect((await again.games.sync(gameID)).turnBeganAtMs).toBe(db.nowMs - 2000);
    expect((await again.games.view(gameID)).clocks?.whiteMs).toBe(59_000);
  });
});

describe('C-10 heartbeats', () => {
  const lastBeat = () => db.dataAccess.heartbeat.lastBeat();

  test('C-10 are written at every beat while a clock runs, even far from its flag', async () => {
    const live = await start();
    const gameID = await begin(db, live, { timeControl: clock(10_800) });
    await playOn(live, gameID, 'e4 e5');
    for (let n = 0; n < 3; n++) {
      await pass(live, 75);
      expect(await lastBeat()).toBe(db.nowMs);
    }
    await live.games.execute(gameID, { type: 'resign', username: 'bob' });
    const then = await lastBeat();
    await pass(live, 75);
    expect(await lastBeat()).toBe(then);
    await pass(live, 10_000);
    expect(await lastBeat()).toBe(db.nowMs);
  });

  test('C-10 become infrequent once a game that is no longer in memory has ended elsewhere', async () => {
    const [live, other] = [await start(), await start()];
    const gameID = await begin(db, live, { timeControl: clock(10_800) });
    await playOn(live, gameID, 'e4 e5');
    db.nowMs += 1000;
    live.games.forgetIdle(0);
    await other.games.execute(gameID, { type: 'resign', username: 'bob' });
    await live.games.time.look();
    await pass(live, 75);
    const then = await lastBeat();
    await pass(live, 75);
    expect(await lastBeat()).toBe(then);
  });

  test('C-10 are written for a game that began before a restart, once it is loaded', async () => {
    const before = await start();
    const gameID = await begin(db, before, { timeControl: clock(1800) });
    await playOn(before, gameID, 'e4 e5');
    await pass(before, 75);
    const live = await start();
    await live.games.sync(gameID);
    await pass(live, 75);
    expect(await lastBeat()).toBe(db.nowMs);
  });

  test('C-10 the last one is written when the server stops', async () => {
    const live = await start();
    const gameID = await begin(db, live, { timeControl: clock(60) });
    await playOn(live, gameID, 'e4 e5');
    db.nowMs += 1234;
    await live.games.time.end();
    expect(await lastBeat()).toBe(db.nowMs);
  });

  test('C-10 accept a system clock that was set back an hour', async () => {
    await start();
    db.nowMs -= 3_600_000;
    const live = await start();
    expect(await lastBeat()).toBe(db.nowMs);
    expect(await db.dataAccess.heartbeat.downtimes(0)).toEqual([]);
    const gameID = await begin(db, live, { timeControl: clock(60) });
    await playOn(live, gameID, 'e4 e5');
    await pass(live, 1000);
    db.nowMs += 5000;
    const next = await start();
    expect((await next.games.sync(gameID)).turnBeganAtMs).toBe(db.nowMs - 1000);
  });

  test('C-10 none is written before the previous one was read', async () => {
    const before = await start();
    await begin(db, before, { timeControl: clock(60) });
    await pass(before, 75);
    const fromMs = db.nowMs;
    db.nowMs += 5000;
    const next = liveFixtureOn(db);
    await next.games.time.beat();
    await next.games.time.begin();
    expect(await db.dataAccess.heartbeat.downtimes(0)).toEqual([{ fromMs, toMs: db.nowMs }]);
  });

  test('C-10 a new database has none, and no downtime', async () => {
    expect(await lastBeat()).toBeNull();
    await start();
    expect(await db.dataAccess.heartbeat.downtimes(0)).toEqual([]);
  });
});
