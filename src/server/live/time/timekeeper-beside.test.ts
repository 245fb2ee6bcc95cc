import { beforeEach, expect, test } from 'vitest';
import { plainSetup } from '../../../contract/game/setup.ts';
import { startRecord } from '../../../rules/index.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { clock } from '../../../testing/games/decided-game.ts';
import { makeSeatedGame, makeUsers } from '../../../testing/games/games-at-hand.ts';
import { liveFixtureOn, playOn } from '../../../testing/games/live-game.ts';
import { onWire } from '../../../testing/server/buses.ts';
import type { Bus } from '../bus/bus.ts';

const db = databaseFixtureOn(sqliteStore());
const openBus = onWire();
beforeEach(async () => {
  await db.database.sql('DELETE FROM "heartbeat"');
  await db.database.sql('DELETE FROM "downtime"');
  await makeUsers(db, 'alice', 'bob');
});

/** A server process that starts now. */
async function start(bus?: Bus) {
  const live = liveFixtureOn(db, bus);
  await live.games.time.begin();
  return live;
}
const downtimes = () => db.dataAccess.heartbeat.downtimes(0);

/** Starts a game with a clock. */
async function beginTimed({ games }: ReturnType<typeof liveFixtureOn>) {
  const setup = { ...plainSetup, timeControl: clock(60) };
  const { initialFen } = startRecord();
  const gameID = await db.dataAccess.createGameID('timed', initialFen, db.nowMs, setup);
  const seat = (username: string) => ({ username, rating: null });
  await games.execute(gameID, { type: 'seat', white: seat('alice'), black: seat('bob') });
  return gameID;
}

test('C-10 a server does not take the long heartbeat interval of an idle one for downtime', async () => {
  const first = await start();
  await makeSeatedGame(db, 'alice', 'bob'); // untimed
  db.nowMs += 9999;
  await first.games.time.beat();
  await start();
  expect(await downtimes()).toEqual([]);
});

test('C-10 a gap longer than the idle interval is downtime, even without a running clock', async () => {
  await start();
  const fromMs = db.nowMs;
  db.nowMs += 10_501;
  await start();
  expect(await downtimes()).toEqual([{ fromMs, toMs: db.nowMs }]);
});

test('C-10 a short gap is downtime while a clock runs, and none once the game is over', async () => {
  const first = await start();
  const gameID = await beginTimed(first);
  const fromMs = db.nowMs;
  db.nowMs += 501;
  const second = await start();
  expect(await downtimes()).toEqual([{ fromMs, toMs: db.nowMs }]);
  await second.games.execute(gameID, { type: 'abort', username: 'alice' });
  db.nowMs += 501;
  await start();
  expect(await downtimes()).toHaveLength(1);
});

test('C-10 a server that starts beside one with a running clock records no downtime', async () => {
  const first = await start();
  await beginTimed(first);
  db.nowMs += 20_000;
  await first.games.time.beat();
  db.nowMs += 75;
  await start();
  expect(await downtimes()).toEqual([]);
});

test('C-10 downtime recorded by one process also counts in others that have the game in memory', async () => {
  const buses = [await openBus(), await openBus()] as const;
  const first = await start(buses[0]);
  const gameID = await beginTimed(first);
  await playOn(first, gameID, 'e4 e5');
  db.nowMs += 1000;
  await first.games.time.beat();
  db.nowMs += 20_000; // nobody could play
  const received = new Promise<void>((resolve) => buses[0].subscribe('givenBack', () => resolve()));
  await start(buses[1]);
  expect(await downtimes()).toHaveLength(1);
  await received;
  await playOn(first, gameID, 'Nf3');
  expect((await first.games.view(gameID)).clocks?.whiteMs).toBe(59_000);
  await Promise.all(buses.map((bus) => bus.close()));
});
