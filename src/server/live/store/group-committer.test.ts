import { beforeEach, describe, expect, test } from 'vitest';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { commitOf, moveBy } from '../../../testing/games/decided-game.ts';
import { makeSeatedGame, makeUsers, stateOf } from '../../../testing/games/games-at-hand.ts';
import type { GameCommit } from '../../data-access/db/records.ts';
import { GroupCommitter } from './group-committer.ts';

const db = databaseFixtureOn(sqliteStore());
let sizes: number[];
let committer: GroupCommitter;
beforeEach(async () => {
  await makeUsers(db, 'alice', 'bob');
  sizes = [];
  committer = new GroupCommitter({
    ratings: db.dataAccess.ratings,
    commitEvents: (commits) => {
      sizes.push(commits.length);
      return db.dataAccess.commitEvents(commits);
    },
  });
});
const game = () => makeSeatedGame(db, 'alice', 'bob');
const moveIn = async (gameID: number, uci = 'e2e4'): Promise<GameCommit> => {
  const state = await stateOf(db, gameID);
  return commitOf(state, moveBy(state, uci), 0);
};

describe('decisions written together', () => {
  test('T-3 those of many games go into one transaction, and each is told of its own', async () => {
    const games = [await game(), await game(), await game(), await game()];
    const commits = await Promise.all(games.map((gameID) => moveIn(gameID)));
    const [, , stale] = games;
    await db.dataAccess.commitEvents([await moveIn(stale ?? 0, 'd2d4')]);
    const told = await Promise.all(commits.map((commit) => committer.commit(commit)));
    expect(told.map((one) => one !== null)).toEqual([true, true, false, true]);
    expect(sizes).toEqual([4]);
  });

  test('E-8 of two on one game exactly one takes effect', async () => {
    const gameID = await game();
    const state = await stateOf(db, gameID);
    const resign = commitOf(state, { type: 'resign', username: 'bob' }, 0);
    const told = await Promise.all([
      committer.commit(await moveIn(gameID)),
      committer.commit(resign),
      committer.commit(await moveIn(gameID, 'd2d4')),
    ]);
    expect(told.filter(Boolean)).toHaveLength(1);
    expect((await stateOf(db, gameID)).lastEvent).toBe(3);
  });

  test('one that can not be written does not fail the others', async () => {
    const [sound, broken, other] = [await game(), await game(), await game()];
    const first = await moveIn(broken);
    await db.dataAccess.commitEvents([first]);
    // Ply 1 once more: its row is there already.
    const again = { ...first, afterEvent: 3 };
    const told = await Promise.allSettled([
      committer.commit(await moveIn(sound)),
      committer.commit(again),
      committer.commit(await moveIn(other)),
    ]);
    expect(told.map((one) => one.status === 'fulfilled' && one.value !== null)).toEqual([
      true,
      false,
      true,
    ]);
    expect(told[1]).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
    expect((await stateOf(db, broken)).lastEvent).toBe(3);
  });

  test('what comes while one transaction runs goes into the next', async () => {
    const games = [await game(), await game(), await game()];
    const [first, ...rest] = await Promise.all(games.map((gameID) => moveIn(gameID)));
    if (!first) throw new Error('There is no first move.');
    const told = await Promise.all([
      committer.commit(first),
      // Runs right after the first transaction was handed over.
      new Promise<unknown[]>((resolve) => {
        setImmediate(() => resolve(Promise.all(rest.map((one) => committer.commit(one)))));
      }),
    ]);
    expect(told.flat().map((one) => one !== null)).toEqual([true, true, true]);
    expect(sizes).toEqual([1, 2]);
  });
});
