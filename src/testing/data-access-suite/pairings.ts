import { beforeEach, describe, expect, test } from 'vitest';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { makeUsers, stateOf } from '../games/games-at-hand.ts';
import { pairingFixtureOn } from '../games/pairing-fixture.ts';

const names = ['alice', 'bob', 'carol', 'dave'];

/** The behaviour of data access to quick pairing. */
export function pairingsContract(db: DatabaseFixture): void {
  const { daysPool, ended, makeGame, pair, seekOf, wait, waiting } = pairingFixtureOn(db);

  describe('quick pairing', () => {
    beforeEach(() => makeUsers(db, ...names));

    test('G-1 two waiting users are seated in one write, and their seeks end', async () => {
      const [alice, bob] = [await seekOf('alice'), await seekOf('bob')];
      expect(await waiting()).toEqual(['alice', 'bob']);
      const gameID =
        (await pair(alice, { ...bob, rating: { rating: 1623, provisional: true } })) ?? 0;
      expect(await db.dataAccess.getGame(gameID)).toMatchObject({
        status: 'playing',
        whiteUsername: 'alice',
        blackUsername: 'bob',
        whiteRating: null,
        blackRating: { rating: 1623, provisional: true },
        setup: { host: null, invited: null },
        dueAtMs: db.nowMs + 25_000,
      });
      expect(await stateOf(db, gameID)).toMatchObject({
        status: 'playing',
        lastEvent: 2,
        seats: { black: { username: 'bob', rating: { rating: 1623 } } },
      });
      expect(await waiting()).toEqual([]);
      expect(await db.dataAccess.seeks.outcome(bob.seekID, db.nowMs)).toEqual({ gameID });
      expect(await db.dataAccess.reservations.playing('alice')).toBe(gameID);
    });

    test('G-1 a player of a paired game with a clock can’t seek another until it is over', async () => {
      const gameID = (await pair(await seekOf('alice'), await seekOf('bob'))) ?? 0;
      expect(await wait('alice')).toBeNull();
      expect(await wait('alice', daysPool)).not.toBeNull();
      await ended(gameID, 'bob');
      expect(await wait('alice')).not.toBeNull();
      expect(await db.dataAccess.reservations.playing('alice')).toBeNull();
    });

    test('G-1 correspondence games don’t prevent another seek', async () => {
      expect(
        await pair(await seekOf('alice', daysPool), await seekOf('bob', daysPool), daysPool),
      ).not.toBeNull();
      expect(
        await pair(await seekOf('alice', daysPool), await seekOf('carol', daysPool), daysPool),
      ).not.toBeNull();
      expect(await pair(await seekOf('alice'), await seekOf('bob'))).not.toBeNull();
    });

    test('G-1 a second seek replaces the first, which can’t be paired any more', async () => {
      const [first, bob] = [await seekOf('alice'), await seekOf('bob')];
      const second = await seekOf('alice');
      expect(await pair(first, bob)).toBeNull();
      expect(await waiting()).toEqual(['alice', 'bob']);
      expect(await db.dataAccess.seeks.outcome(first.seekID, db.nowMs)).toBe('gone');
      expect(await pair(second, bob)).not.toBeNull();
    });

    test('G-4 users who have blocked each other are not seated, and keep their seeks', async () => {
      const [alice, bob] = [await seekOf('alice'), await seekOf('bob')];
      await seekOf('carol');
      const { seeks, relations } = db.dataAccess;
      expect(await seeks.blocks()).toEqual(new Map());
      await relations.set('bob', 'alice', 'block', db.nowMs);
      await relations.set('carol', 'alice', 'mute', db.nowMs);
      await relations.set('carol', 'dave', 'block', db.nowMs);
      // Only the blocks between waiting users: dave doesn't wait.
      expect(await seeks.blocks()).toEqual(
        new Map([
          ['alice', new Set(['bob'])],
          ['bob', new Set(['alice'])],
        ]),
      );
      const gameID = await makeGame();
      for (const [white, black] of [
        [alice, bob],
        [bob, alice],
      ] as const) {
        expect(await seeks.pair(gameID, { white, black }, { atMs: db.nowMs, dueAtMs: null })).toBe(
          false,
        );
      }
      expect(await stateOf(db, gameID)).toMatchObject({ status: 'open', lastEvent: 0 });
      expect(await waiting()).toEqual(['alice', 'bob', 'carol']);
      await relations.remove('bob', 'alice');
      expect(
        await seeks.pair(gameID, { white: alice, black: bob }, { atMs: db.nowMs, dueAtMs: null }),
      ).toBe(true);
      expect(await stateOf(db, gameID)).toMatchObject({ status: 'playing', lastEvent: 2 });
    });

    test('G-1 of racing pairings of one user exactly one takes effect', async () => {
      for (let round = 0; round < 5; round++) {
        const [alice, bob] = [await seekOf('alice'), await seekOf('bob')];
        const [carol, dave] = [await seekOf('carol'), await seekOf('dave')];
        const games = await Promise.all([
          pair(alice, bob),
          pair(carol, alice),
          pair(alice, dave),
          pair(bob, alice),
        ]);
        const begun = games.filter((gameID) => gameID !== null);
        expect(begun).toHaveLength(1);
        for (const gameID of begun) await ended(gameID, 'alice');
      }
    });

    test('the seek of a dead server is removed, that of a live one is not', async () => {
      const [alice] = [await seekOf('alice'), await seekOf('bob')];
      db.nowMs += 14_000;
      await db.dataAccess.seeks.touch([alice.seekID], db.nowMs);
      db.nowMs += 14_000;
      expect(await waiting()).toEqual(['alice']);
      await db.dataAccess.seeks.leave([alice.seekID]);
      expect(await waiting()).toEqual([]);
    });
  });
}
