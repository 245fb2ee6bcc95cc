import { beforeEach, expect, test } from 'vitest';
import type { MyGamesUpdate } from '../../../contract/lobby/my-games.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { makeSeatedGame, makeUsers } from '../../../testing/games/games-at-hand.ts';
import { type LiveFixture, liveFixtureOn } from '../../../testing/games/live-game.ts';
import { UserFeed } from './user-feed.ts';

const db = databaseFixtureOn(sqliteStore());
let live: LiveFixture;
let gameID: number;
let updates: AsyncGenerator<MyGamesUpdate, void>;
beforeEach(async () => {
  await makeUsers(db, 'alice', 'bob');
  gameID = await makeSeatedGame(db, 'alice', 'bob');
  live = liveFixtureOn(db);
  updates = new UserFeed(db.dataAccess, live.bus).watch('alice', new AbortController().signal);
  return async () => {
    await updates.return();
  };
});

const next = async () => (await updates.next()).value;

test('G-3 a user receives their games, then each changed game', async () => {
  expect(await next()).toMatchObject({ type: 'snapshot', games: [{ gameID }] });
  const change = next();
  await live.games.execute(gameID, { type: 'resign', username: 'bob' });
  expect(await change).toMatchObject({ type: 'changed', game: { gameID, status: 'finished' } });
});

test('G-3 a user receives all their games again after a resync', async () => {
  await next();
  const again = next();
  const other = await makeSeatedGame(db, 'bob', 'alice');
  live.bus.publish('resync', 'messages were lost');
  const snapshot = await again;
  expect(snapshot).toMatchObject({ type: 'snapshot' });
  const games = snapshot?.type === 'snapshot' ? snapshot.games : [];
  expect(games.map((game) => game.gameID).sort()).toEqual([gameID, other].sort());
});

test('R-CLEAR-1 a user receives an empty list after a clear', async () => {
  await next();
  const again = next();
  await db.dataAccess.clearAllData();
  live.bus.publish('sessions', { type: 'cleared' });
  expect(await again).toEqual({ type: 'snapshot', games: [] });
});
