import { beforeEach, describe, expect, test } from 'vitest';
import { plainSetup } from '../../contract/game/setup.ts';
import { startRecord } from '../../rules/index.ts';
import { newcomer, rate } from '../../rules/rating/glicko2.ts';
import type { GameCommit } from '../../server/data-access/db/records.ts';
import type { Command } from '../../server/game/decide/index.ts';
import { GroupCommitter } from '../../server/live/store/group-committer.ts';
import { withRatings } from '../../server/live/store/rate-game.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { asks, clock, commitOf } from '../games/decided-game.ts';
import { makeUsers, played, stateOf } from '../games/games-at-hand.ts';

const kind = { variant: 'standard', speed: 'blitz' } as const;
const setup = { ...plainSetup, timeControl: clock(180), rated: true, source: 'lobby' } as const;

/** The behaviour of data access to ratings: they change together with the end of a game, or not at all. */
export function ratingsContract(db: DatabaseFixture): void {
  /** A rated game in which both have moved. */
  const begin = async (white: string, black: string, rated = true) => {
    const { initialFen } = startRecord();
    const { dataAccess, nowMs } = db;
    const gameID = await dataAccess.createGameID('rated', initialFen, nowMs, { ...setup, rated });
    const seat = (username: string) => ({ username, rating: null });
    const sit: Command = { type: 'seat', white: seat(white), black: seat(black) };
    await dataAccess.commitEvents([commitOf(await stateOf(db, gameID), sit, nowMs)]);
    await played(db, gameID, 'e4 e5');
    return gameID;
  };
  const decided = async (gameID: number, command: Command): Promise<GameCommit> =>
    commitOf(await stateOf(db, gameID), command, db.nowMs);
  const resigns = (username: string) => asks(username, 'resign');
  const rating = async (username: string) =>
    (await db.dataAccess.ratings.get([username], kind)).get(username);

  describe('ratings', () => {
    beforeEach(() => makeUsers(db, 'alice', 'bob', 'carol', 'dave'));

    test('G-2 change in the write that ends the game, for both players, with their history', async () => {
      const gameID = await begin('alice', 'bob');
      const committer = new GroupCommitter(db.dataAccess);
      const committed = await committer.commit(await decided(gameID, resigns('bob')));
      const win = rate(newcomer, [{ opponent: newcomer, score: 1 }], 0);
      const loss = rate(newcomer, [{ opponent: newcomer, score: 0 }], 0);
      const changes = {
        white: { before: 1500, after: Math.round(win.rating) },
        black: { before: 1500, after: Math.round(loss.rating) },
      };
      expect(committed?.events.at(-1)).toMatchObject({ type: 'ended', ratings: changes });
      const stored = await db.dataAccess.loadGame(gameID);
      expect(stored?.events.at(-1)?.body).toMatchObject({ type: 'ended', ratings: changes });
      expect(await rating('alice')).toEqual({ ...win, games: 1, updatedAtMs: db.nowMs });
      expect(await rating('bob')).toEqual({ ...loss, games: 1, updatedAtMs: db.nowMs });
      expect(await db.dataAccess.ratings.history('bob', kind, 9)).toEqual([
        { gameID, after: loss.rating, atMs: db.nowMs },
      ]);
      expect(await db.dataAccess.ratings.ofUser('alice')).toMatchObject([{ ...kind, games: 1 }]);
    });

    test('G-2 do not change in casual games, or by an abort', async () => {
      const committer = new GroupCommitter(db.dataAccess);
      const casual = await begin('alice', 'bob', false);
      await committer.commit(await decided(casual, resigns('bob')));
      const { initialFen } = startRecord();
      const aborted = await db.dataAccess.createGameID('x', initialFen, db.nowMs, setup);
      const seat = (username: string) => ({ username, rating: null });
      const sit: Command = { type: 'seat', white: seat('alice'), black: seat('bob') };
      await committer.commit(await decided(aborted, sit));
      await committer.commit(await decided(aborted, asks('bob', 'abort')));
      expect(await db.dataAccess.getGame(aborted)).toMatchObject({ status: 'finished' });
      expect(await rating('alice')).toBeUndefined();
      expect(await db.database.sql('SELECT * FROM "ratingChange"')).toEqual([]);
    });

    test('E-8 a second ending changes no rating', async () => {
      const gameID = await begin('alice', 'bob');
      const [first, second] = [
        await decided(gameID, resigns('bob')),
        await decided(gameID, resigns('alice')),
      ];
      const rated = [
        await withRatings(db.dataAccess, first),
        await withRatings(db.dataAccess, second),
      ] as const;
      expect([...(await db.dataAccess.commitEvents([rated[0]]))]).toEqual([gameID]);
      const after = await rating('alice');
      const { lastEvent } = await stateOf(db, gameID);
      for (const afterEvent of [rated[1].afterEvent, lastEvent]) {
        expect([...(await db.dataAccess.commitEvents([{ ...rated[1], afterEvent }]))]).toEqual([]);
      }
      expect(await rating('alice')).toEqual(after);
      expect(await db.database.sql('SELECT * FROM "ratingChange"')).toHaveLength(2);
    });

    test('G-2 two games of one player that end simultaneously both count, one after the other', async () => {
      const [one, two] = [await begin('alice', 'bob'), await begin('carol', 'alice')];
      const committer = new GroupCommitter(db.dataAccess);
      const done = await Promise.all([
        committer.commit(await decided(one, resigns('bob'))),
        committer.commit(await decided(two, resigns('carol'))),
      ]);
      expect(done.every(Boolean)).toBe(true);
      const first = rate(newcomer, [{ opponent: newcomer, score: 1 }], 0);
      const second = rate(first, [{ opponent: newcomer, score: 1 }], 0);
      expect(await rating('alice')).toEqual({ ...second, games: 2, updatedAtMs: db.nowMs });
      const history = await db.dataAccess.ratings.history('alice', kind, 9);
      expect(history.map(({ after }) => after).toSorted((a, b) => a - b)).toEqual([
        first.rating,
        second.rating,
      ]);
    });

    test('G-2 many simultaneous endings between the same players lose no update', async () => {
      const names = ['alice', 'bob', 'carol', 'dave'] as const;
      const pairs = names.flatMap((white) =>
        names.filter((black) => black !== white).map((black) => [white, black] as const),
      );
      const games = await Promise.all(pairs.map(([white, black]) => begin(white, black)));
      const committer = new GroupCommitter(db.dataAccess);
      const commits = await Promise.all(
        games.map((gameID, n) => decided(gameID, resigns(pairs[n]?.[n % 2] ?? ''))),
      );
      const done = await Promise.all(commits.map((commit) => committer.commit(commit)));
      expect(done.every(Boolean)).toBe(true);
      for (const name of names) expect((await rating(name))?.games).toBe(6);
      expect(await db.database.sql('SELECT * FROM "ratingChange"')).toHaveLength(24);
    });

    test('G-2 a year of inactivity raises the deviation, with effect on the opponent’s rating too', async () => {
      const yearAgoMs = db.nowMs - 365 * 86_400_000;
      await db.database.sql(`INSERT INTO "rating" VALUES
        ('bob', 'standard', 'blitz', 1700, 60, 0.06, 50, ${yearAgoMs})`);
      const committer = new GroupCommitter(db.dataAccess);
      await committer.commit(await decided(await begin('alice', 'bob'), resigns('bob')));
      // By the paper's formula bob's deviation has grown to √(60² + 365·(173.7178·0.06)²) = 207.98.
      const alice = await rating('alice');
      expect(alice?.rating).toBeCloseTo(1771.84, 1);
      expect(alice?.deviation).toBeCloseTo(279.7, 1);
      const bob = await rating('bob');
      expect(bob?.rating).toBeCloseTo(1600.0, 1);
      expect(bob?.deviation).toBeCloseTo(194.86, 1);
    });

    test('G-2 the highest established ratings, highest first', async () => {
      const committer = new GroupCommitter(db.dataAccess);
      for (const loser of ['bob', 'carol', 'carol']) {
        await committer.commit(await decided(await begin('alice', loser), resigns(loser)));
      }
      const names = async (deviation: number) =>
        (await db.dataAccess.ratings.leaders(kind, deviation, 10)).map(({ username }) => username);
      expect(await names(350)).toEqual(['alice', 'bob', 'carol']);
      const { deviation = 0 } = (await rating('carol')) ?? {};
      expect(await names(deviation)).toEqual(['alice', 'carol']);
      expect(await names(45)).toEqual([]);
    });
  });
}
