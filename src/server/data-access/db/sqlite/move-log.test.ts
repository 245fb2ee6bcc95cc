import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { databaseFixtureOn } from '../../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../../testing/databases/databases.ts';
import { commitOf, moveBy } from '../../../../testing/games/decided-game.ts';
import { makeSeatedGame, makeUsers, stateOf } from '../../../../testing/games/games-at-hand.ts';

const db = databaseFixtureOn(sqliteStore());

/** The file as another program sees it. */
function onDisk<T>(statement: string): T[] {
  const database = new Database(db.database.url.slice('file:'.length), { readonly: true });
  try {
    return database.prepare<[], T>(statement).all();
  } finally {
    database.close();
  }
}
const logged = () => onDisk('SELECT * FROM "moveLog"').length;
const stored = () => onDisk<{ san: string }>('SELECT "san" FROM "move"').map(({ san }) => san);

async function game(): Promise<number> {
  await makeUsers(db, 'alice', 'bob');
  return makeSeatedGame(db, 'alice', 'bob');
}

describe('the log of moves', () => {
  test('T-3 a move is on disk in the log, and in its tables before a query that names one of them', async () => {
    const gameID = await game();
    const state = await stateOf(db, gameID);
    await db.dataAccess.commitEvents([commitOf(state, moveBy(state, 'e2e4'), 5)]);
    expect([logged(), stored()]).toEqual([1, []]);
    await db.dataAccess.getUser('alice');
    expect([logged(), stored()]).toEqual([1, []]);
    expect(await db.dataAccess.getGame(gameID)).toMatchObject({ ply: 1, lastMove: 'e2e4' });
    expect([logged(), stored()]).toEqual([0, ['e4']]);
  });

  test('T-2 a decision on an event that is not the last one in the log is refused', async () => {
    const gameID = await game();
    const state = await stateOf(db, gameID);
    const commit = (uci: string) =>
      db.dataAccess.commitEvents([commitOf(state, moveBy(state, uci), 5)]);
    expect([...(await commit('e2e4'))]).toEqual([gameID]);
    expect([...(await commit('d2d4'))]).toEqual([]);
    expect(logged()).toBe(1);
    expect((await db.dataAccess.loadGame(gameID))?.events).toHaveLength(3);
  });

  test('a move that the tables would refuse does not get into the log', async () => {
    const gameID = await game();
    const state = await stateOf(db, gameID);
    const commit = commitOf(state, moveBy(state, 'e2e4'), 5);
    const [move] = commit.events;
    if (move?.type !== 'moved') throw new Error('not a move');
    const wrong = { ...commit, events: [{ ...move, ply: 3 }] };
    await expect(db.dataAccess.commitEvents([wrong])).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(logged()).toBe(0);
    expect([...(await db.dataAccess.commitEvents([commit]))]).toEqual([gameID]);
  });

  test('moves wait in it for a second, then they are written into their tables', async () => {
    const gameID = await game();
    const state = await stateOf(db, gameID);
    await db.dataAccess.commitEvents([commitOf(state, moveBy(state, 'e2e4'), 5)]);
    await expect.poll(logged, { timeout: 5000 }).toBe(0);
    expect(stored()).toEqual(['e4']);
  });
});
