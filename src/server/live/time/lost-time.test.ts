import { beforeEach, expect, test, vi } from 'vitest';
import { RookeryError } from '../../../contract/errors/index.ts';
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
import type { DataAccess } from '../../data-access/data-access.ts';

const db = databaseFixtureOn(sqliteStore());
beforeEach(async () => {
  for (const table of ['heartbeat', 'downtime']) {
    await db.database.sql(`DELETE FROM "${table}"`);
  }
  await makeUsers(db, 'alice', 'bob');
});

/** A process whose commits take `slow.ms`, and whose database is unreachable while `slow.away`. */
async function start() {
  const slow = { ms: 0, away: false };
  const { dataAccess } = db;
  const heartbeat: DataAccess['heartbeat'] = Object.create(dataAccess.heartbeat, {
    beat: {
      value: (atMs: number) => {
        if (slow.away) throw new RookeryError('unavailable');
        return dataAccess.heartbeat.beat(atMs);
      },
    },
  });
  const changed: DataAccess = Object.create(dataAccess, {
    heartbeat: { value: heartbeat },
    commitEvents: {
      async value(commits: Parameters<DataAccess['commitEvents']>[0]) {
        if (slow.away) throw new RookeryError('unavailable');
        const done = await dataAccess.commitEvents(commits);
        db.nowMs += slow.ms;
        return done;
      },
    },
  });
  const live = liveFixtureOn({
    dataAccess: changed,
    get nowMs() {
      return db.nowMs;
    },
  });
  await live.games.time.begin();
  return { live, slow };
}

test('C-6 the time it takes to write a move is not charged to the opponent', async () => {
  const { live, slow } = await start();
  const gameID = await begin(db, live, { timeControl: clock(5) });
  await playOn(live, gameID, 'e4 e5');
  const published = publishedBy(live, gameID);
  slow.ms = 9000;
  db.nowMs += 1000;
  await playOn(live, gameID, 'Nf3');
  slow.ms = 0;
  const began = db.nowMs;
  expect(published.at(-1)?.atMs).toBe(began);
  const { dueAtMs } = await live.games.sync(gameID);
  expect(dueAtMs).toBe(began + 5000 + 510);
  // The stored game agrees, so another process that loads it does too.
  await vi.waitFor(async () => {
    expect((await readAgain(db, gameID)).turnBeganAtMs).toBe(began);
    expect((await db.dataAccess.getGame(gameID))?.dueAtMs).toBe(dueAtMs);
  });
  await live.games.execute(gameID, { type: 'expire' });
  db.nowMs += 2000;
  await playOn(live, gameID, 'Nc6');
  expect((await live.games.view(gameID)).clocks).toEqual({ whiteMs: 4000, blackMs: 3000 });
  await live.games.time.end();
});

test('C-10 time without a database is charged to nobody, and no flag falls because of it', async () => {
  const { live, slow } = await start();
  const gameID = await begin(db, live, { timeControl: clock(5) });
  await playOn(live, gameID, 'e4 e5');
  db.nowMs += 1000;
  slow.away = true;
  await live.games.time.beat().catch(() => {});
  const away = db.nowMs;
  db.nowMs += 30_000;
  await expect(playOn(live, gameID, 'Nf3')).rejects.toMatchObject({ code: 'unavailable' });
  slow.away = false;
  // No flag falls before the next heartbeat either.
  await live.games.execute(gameID, { type: 'expire' });
  await live.games.time.look();
  await live.games.time.beat();
  await live.games.time.look();
  expect(await live.games.sync(gameID)).toMatchObject({
    turnBeganAtMs: db.nowMs - 1000,
    clocks: { whiteMs: 5000, blackMs: 5000 },
  });
  expect(await db.dataAccess.heartbeat.downtimes(0)).toEqual([{ fromMs: away, toMs: db.nowMs }]);
  db.nowMs += 1000;
  await playOn(live, gameID, 'Nf3');
  expect((await live.games.view(gameID)).clocks).toEqual({ whiteMs: 3000, blackMs: 5000 });
  await live.games.time.end();
});
