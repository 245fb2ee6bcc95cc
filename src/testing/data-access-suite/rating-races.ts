import { beforeEach, describe, expect, test } from 'vitest';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { asks, clock } from '../games/decided-game.ts';
import { makeUsers } from '../games/games-at-hand.ts';
import { attempt, begin, type LiveFixture, liveFixtureOn, playOn } from '../games/live-game.ts';

const names = ['alice', 'bob', 'carol', 'dave'] as const;
const pairs = names.flatMap((white) =>
  names.filter((black) => black !== white).map((black) => [white, black] as const),
);

/** The behaviour of ratings when several processes end games of the same users simultaneously. */
export function ratingRacesContract(db: DatabaseFixture): void {
  describe('ratings, raced by two processes', () => {
    let processes: readonly [LiveFixture, LiveFixture];
    beforeEach(async () => {
      await makeUsers(db, ...names);
      const other = await db.database.open(() => db.nowMs);
      processes = [
        liveFixtureOn(db),
        liveFixtureOn({ dataAccess: other.dataAccess, nowMs: db.nowMs }),
      ];
    });
    const setup = { timeControl: clock(180), rated: true };
    const made = (players: readonly [string, string]) =>
      begin(db, processes[0], setup, [...players]);
    const counted = async () => {
      const kind = { variant: 'standard', speed: 'blitz' } as const;
      const ratings = await db.dataAccess.ratings.get(names, kind);
      return names.map((name) => ratings.get(name)?.games ?? 0);
    };

    test('G-2 no update is lost, whichever process ends which game', async () => {
      const games = await Promise.all(pairs.map(made));
      for (const gameID of games) await playOn(processes[0], gameID, 'e4 e5');
      await Promise.all(
        games.map((gameID, n) =>
          processes[n % 2 ? 1 : 0].games.execute(gameID, asks(pairs[n]?.[0] ?? '', 'resign')),
        ),
      );
      expect(await counted()).toEqual([6, 6, 6, 6]);
      // Each change starts from the result of the previous one.
      const broken = await db.database.sql(`
        SELECT * FROM "ratingChange" AS a WHERE a."before" <> 1500 AND NOT EXISTS
          (SELECT 1 FROM "ratingChange" AS b WHERE b."username" = a."username" AND b."after" = a."before")`);
      expect(broken).toEqual([]);
      expect(await db.database.sql('SELECT * FROM "ratingChange"')).toHaveLength(24);
    });

    test('E-8 a game that both processes end counts once', async () => {
      for (let round = 1; round <= 10; round++) {
        const gameID = await made(['alice', 'bob']);
        await playOn(processes[0], gameID, 'e4 e5');
        const results = await Promise.all([
          attempt(processes[0], gameID, asks('alice', 'resign')),
          attempt(processes[1], gameID, asks('bob', 'resign')),
        ]);
        expect(results.filter((one) => one === 'game_over')).toHaveLength(1);
        expect((await counted())[0]).toBe(round);
        expect(await processes[0].games.view(gameID)).toEqual(
          await processes[1].games.view(gameID),
        );
      }
    });
  });
}
