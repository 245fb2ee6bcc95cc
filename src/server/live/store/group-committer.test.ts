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
  test('T-3 commits of several games share a transaction, and each caller gets its own result', async () => {
    const games = [await game(), await game(), await game(), await game()];
    const commits = await Promise.all(games.map((gameID) => moveIn(gameID)));
    const [, , stale] = games;
    await db.dataAccess.commitEvents([await moveIn(stale ?? 0, 'd2d4')]);
    const results = await Promise.all(commits.map((commit) => committer.commit(commit)));
    expect(results.map((one) => one !== null)).toEqual([true, true, false, true]);
    expect(sizes).toEqual([4]);
  });

  test('E-8 of concurrent commits to one game exactly one takes effect', async () => {
    const gameID = await game();
    const state = await stateOf(db, gameID);
    const resign = commitOf(state, { type: 'resign', username: 'bob' }, 0);
    const results = await Promise.all([
      committer.commit(await moveIn(gameID)),
      committer.commit(resign),
      committer.commit(await moveIn(gameID, 'd2d4')),
    ]);
    expect(results.filter(Boolean)).toHaveLength(1);
    expect((await stateOf(db, gameID)).lastEvent).toBe(3);
  });

  test('a commit that fails does not fail the others', async () => {
    const [sound, broken, other] = [await game(), await game(), await game()];
    const first = await moveIn(broken);
    await db.dataAccess.commitEvents([first]);
    // Ply 1 again: its row exists.
    const again = { ...first, afterEvent: 3 };
    const results = await Promise.allSettled([
      committer.commit(await moveIn(sound)),
      committer.commit(again),
      committer.commit(await moveIn(other)),
    ]);
    expect(results.map((one) => one.status === 'fulfilled' && one.value !== null)).toEqual([
      true,
      false,
      true,
    ]);
    expect(results[1]).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
    expect((await stateOf(db, broken)).lastEvent).toBe(3);
  });

  test('commits that arrive during a transaction go into the next', async () => {
    const games = [await game(), await game(), await game()];
    const [first, ...rest] = await Promise.all(games.map((gameID) => moveIn(gameID)));
    if (!first) throw new Error('There is no first move.');
    const results = await Promise.all([
      committer.commit(first),
      // Runs right after the first transaction was started.
      new Promise<unknown[]>((resolve) => {
        setImmediate(() => resolve(Promise.all(rest.map((one) => committer.commit(one)))));
      }),
    ]);
    expect(results.flat().map((one) => one !== null)).toEqual([true, true, true]);
    expect(sizes).toEqual([1, 2]);
  });
});
