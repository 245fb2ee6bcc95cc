import { beforeEach, describe, expect, test } from 'vitest';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { makeUsers, seated } from '../games/games-at-hand.ts';
import { pairingFixtureOn } from '../games/pairing-fixture.ts';

const names = ['alice', 'bob', 'carol', 'dave'];

/** The behaviour of data access to reservations of players for games with a clock. */
export function reservationsSuite(db: DatabaseFixture): void {
  const { daysPool, ended, makeGame, pair, seekOf, wait, waiting } = pairingFixtureOn(db);

  describe('reservations', () => {
    beforeEach(() => makeUsers(db, ...names));

    test('G-1 of simultaneous pairings, accepted games and seeks of one user one game starts', async () => {
      for (let round = 0; round < 5; round++) {
        const [alice, bob] = [await seekOf('alice'), await seekOf('bob')];
        const [one, other] = [await makeGame(), await makeGame()];
        const { reservations } = db.dataAccess;
        const [paired, first, second] = await Promise.all([
          pair(alice, bob),
          reservations.reserve(one, ['alice', 'carol'], db.nowMs),
          reservations.reserve(other, ['dave', 'alice'], db.nowMs),
          wait('alice'),
        ]);
        expect([paired !== null, first, second].filter(Boolean).length).toBeLessThanOrEqual(1);
        // A reserved user is not free for anything else, and the others are.
        if (first)
          expect(await reservations.reserve(other, ['alice', 'dave'], db.nowMs)).toBe(false);
        if (first) expect(await wait('carol')).toBeNull();
        if (paired) await ended(paired, 'alice');
        db.nowMs += 61_000;
      }
    });

    test('G-1 of racing reservations of the same two users for several games exactly one takes effect', async () => {
      const { reservations } = db.dataAccess;
      for (let round = 0; round < 5; round++) {
        const games = await Promise.all(Array.from({ length: 6 }, () => makeGame()));
        const done = await Promise.all(
          games.map((gameID, n) => {
            const players = n % 2 ? ['alice', 'bob'] : ['bob', 'alice'];
            return reservations.reserve(gameID, players, db.nowMs);
          }),
        );
        expect(done.filter(Boolean)).toHaveLength(1);
        db.nowMs += 61_000;
      }
    });

    test('R-CLEAR-1 a clear during pairings and reservations leaves none', async () => {
      const { reservations } = db.dataAccess;
      for (let round = 0; round < 5; round++) {
        await makeUsers(db, ...names);
        const [alice, bob] = [await seekOf('alice'), await seekOf('bob')];
        const games = await Promise.all(Array.from({ length: 4 }, () => makeGame()));
        await Promise.all([
          ...games.flatMap((gameID) => [
            db.dataAccess.seeks.pair(
              gameID,
              { white: alice, black: bob },
              { atMs: db.nowMs, dueAtMs: null },
            ),
            reservations.reserve(gameID, ['carol', 'dave'], db.nowMs),
            reservations.release(gameID, 'carol', 'dave'),
            wait('dave'),
          ]),
          db.dataAccess.clearAllData(),
          ...games.map((gameID) => reservations.reserve(gameID, ['bob', 'alice'], db.nowMs)),
        ]);
        for (const table of ['user', 'gameData', 'gameEvent', 'seek', 'reservation']) {
          expect(await db.database.sql(`SELECT * FROM "${table}"`), table).toEqual([]);
        }
      }
    });

    test('a reservation whose game does not start expires, a released one ends at once', async () => {
      const { reservations } = db.dataAccess;
      const gameID = await makeGame();
      expect(await reservations.reserve(gameID, ['alice', 'bob'], db.nowMs)).toBe(true);
      expect(await reservations.reserve(gameID, ['alice', 'carol'], db.nowMs)).toBe(true);
      await reservations.release(gameID, 'carol', 'alice');
      expect(await wait('carol')).not.toBeNull();
      // Neither of the other two is free: their game may be about to start.
      expect(await wait('bob')).toBeNull();
      expect(await wait('alice')).toBeNull();
      db.nowMs += 61_000;
      expect(await wait('bob')).not.toBeNull();
    });

    test('G-1 the player of any game with a clock can’t start another', async () => {
      const { reservations } = db.dataAccess;
      const [alice, bob] = [await seekOf('alice'), await seekOf('bob')];
      // This game had no seek: it counts all the same.
      const running = await makeGame();
      await seated(db, running, 'alice', 'carol');
      const other = await makeGame();
      for (const name of ['alice', 'carol']) {
        expect(await reservations.playing(name)).toBe(running);
        expect(await wait(name)).toBeNull();
        expect(await wait(name, daysPool)).not.toBeNull();
        expect(await reservations.reserve(other, [name], db.nowMs)).toBe(false);
        expect(await reservations.reserve(other, ['dave', name], db.nowMs)).toBe(false);
      }
      expect(await pair(alice, bob)).toBeNull();
      expect(await pair(bob, alice)).toBeNull();
      await ended(running, 'carol');
      expect(await pair(alice, bob)).not.toBeNull();
      expect(await reservations.reserve(other, ['carol', 'dave'], db.nowMs)).toBe(true);
    });

    test('E-7 a rematch reserves its players like the first game', async () => {
      const { reservations } = db.dataAccess;
      const first = (await pair(await seekOf('alice'), await seekOf('bob'))) ?? 0;
      await ended(first, 'alice');
      const second = await makeGame();
      await seated(db, second, 'bob', 'alice');
      expect(await wait('alice')).toBeNull();
      expect(await reservations.reserve(await makeGame(), ['bob', 'carol'], db.nowMs)).toBe(false);
    });

    test('the reservation of a player whose game has started is not released', async () => {
      const { reservations } = db.dataAccess;
      const gameID = await makeGame();
      expect(await reservations.reserve(gameID, ['alice', 'bob'], db.nowMs)).toBe(true);
      await seated(db, gameID, 'alice', 'bob');
      await reservations.release(gameID, 'bob', 'alice');
      for (const name of ['alice', 'bob']) expect(await wait(name)).toBeNull();
      const rows = await db.database.sql(`SELECT * FROM "reservation" WHERE "gameID" = ${gameID}`);
      expect(rows).toHaveLength(2);
    });

    test('G-1 seeks that ended for a game that does not start are restored', async () => {
      const { reservations, seeks } = db.dataAccess;
      const [alice, bob] = [await seekOf('alice'), await seekOf('bob')];
      const gameID = await makeGame();
      await reservations.reserve(gameID, ['alice', 'bob'], db.nowMs);
      expect(await waiting()).toEqual([]);
      expect(await seeks.outcome(alice.seekID, db.nowMs)).toBe('reserved');
      db.nowMs += 20_000;
      await seeks.touch([alice.seekID, bob.seekID], db.nowMs);
      await reservations.release(gameID, 'bob', 'alice');
      expect(await waiting()).toEqual(['alice', 'bob']);
      expect(await pair(alice, bob)).not.toBeNull();
    });

    test('G-1 a seek whose game does not start is restored by itself, unless its seeker has gone', async () => {
      const { reservations, seeks } = db.dataAccess;
      const [alice, bob] = [await seekOf('alice'), await seekOf('bob')];
      await reservations.reserve(await makeGame(), ['alice', 'bob'], db.nowMs);
      await seeks.leave([bob.seekID]);
      db.nowMs += 61_000;
      await seeks.touch([alice.seekID, bob.seekID], db.nowMs);
      expect(await seeks.outcome(bob.seekID, db.nowMs)).not.toBe('waiting');
      expect(await seeks.outcome(alice.seekID, db.nowMs)).toBe('waiting');
      expect(await waiting()).toEqual(['alice']);
      // Once its game is deleted, it need not wait for that.
      const gone = await makeGame();
      await reservations.reserve(gone, ['alice', 'bob'], db.nowMs);
      await db.dataAccess.discardGame(gone);
      expect(await seeks.outcome(alice.seekID, db.nowMs)).toBe('waiting');
    });
  });
}
