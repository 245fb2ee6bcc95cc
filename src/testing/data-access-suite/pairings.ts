import { beforeEach, describe, expect, test } from 'vitest';
import { plainSetup } from '../../contract/game/setup.ts';
import { startRecord } from '../../rules/index.ts';
import type { PairedSeat, SeekPool } from '../../server/data-access/lobby/seeks.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { makeUsers, resigned, seated, stateOf } from '../games/games-at-hand.ts';

const blitzPool: SeekPool = {
  variant: 'standard',
  timeControl: { type: 'clock', limitMs: 180_000, incrementMs: 2000 },
  rated: false,
};
const daysPool: SeekPool = {
  ...blitzPool,
  timeControl: { type: 'correspondence', daysPerMove: 2 },
};

/** What data access promises about quick pairing and reservations. */
export function pairingsContract(db: DatabaseFixture): void {
  const names = ['alice', 'bob', 'carol', 'dave'];
  const wait = async (username: string, pool = blitzPool) => {
    const seek = { username, pool, rating: 1500, range: null, sinceMs: db.nowMs };
    return db.dataAccess.seeks.wait(seek, db.nowMs);
  };
  const seekOf = async (username: string, pool = blitzPool) => {
    const seek = await wait(username, pool);
    if (!seek) throw new Error(`${username} plays already.`);
    return { seekID: seek.seekID, username, rating: null as PairedSeat['rating'] };
  };
  const makeGame = (pool = blitzPool) =>
    db.dataAccess.createGameID('a game', startRecord().initialFen, db.nowMs, {
      ...plainSetup,
      ...pool,
    });
  const pair = async (
    white: Awaited<ReturnType<typeof seekOf>>,
    black: typeof white,
    pool = blitzPool,
  ) => {
    const gameID = await makeGame(pool);
    const dueAtMs = db.nowMs + 25_000;
    const done = await db.dataAccess.seeks.pair(
      gameID,
      { white, black },
      { atMs: db.nowMs, dueAtMs },
    );
    return done ? gameID : null;
  };
  /** Ends a game that has begun. */
  const ended = async (gameID: number, username: string) => {
    await resigned(db, gameID, username);
    expect(await db.dataAccess.getGame(gameID)).toMatchObject({ status: 'finished' });
  };
  const waiting = async () =>
    (await db.dataAccess.seeks.waiting(db.nowMs)).map(({ username }) => username).sort();

  describe('quick pairing', () => {
    beforeEach(() => makeUsers(db, ...names));

    test('G-1 two who wait are seated in one write, and wait no longer', async () => {
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

    test('G-1 who plays a paired game with a clock may not wait for another, until it is over', async () => {
      const gameID = (await pair(await seekOf('alice'), await seekOf('bob'))) ?? 0;
      expect(await wait('alice')).toBeNull();
      expect(await wait('alice', daysPool)).not.toBeNull();
      await ended(gameID, 'bob');
      expect(await wait('alice')).not.toBeNull();
      expect(await db.dataAccess.reservations.playing('alice')).toBeNull();
    });

    test('G-1 games over days keep nobody from another', async () => {
      expect(
        await pair(await seekOf('alice', daysPool), await seekOf('bob', daysPool), daysPool),
      ).not.toBeNull();
      expect(
        await pair(await seekOf('alice', daysPool), await seekOf('carol', daysPool), daysPool),
      ).not.toBeNull();
      expect(await pair(await seekOf('alice'), await seekOf('bob'))).not.toBeNull();
    });

    test('G-1 a seek anew takes the place of the first, which can’t be paired any more', async () => {
      const [first, bob] = [await seekOf('alice'), await seekOf('bob')];
      const second = await seekOf('alice');
      expect(await pair(first, bob)).toBeNull();
      expect(await waiting()).toEqual(['alice', 'bob']);
      expect(await db.dataAccess.seeks.outcome(first.seekID, db.nowMs)).toBe('gone');
      expect(await pair(second, bob)).not.toBeNull();
    });

    test('G-4 two of whom one has blocked the other are not seated, and keep their seeks', async () => {
      const [alice, bob] = [await seekOf('alice'), await seekOf('bob')];
      await seekOf('carol');
      const { seeks, relations } = db.dataAccess;
      expect(await seeks.blocks()).toEqual(new Map());
      await relations.set('bob', 'alice', 'block', db.nowMs);
      await relations.set('carol', 'alice', 'mute', db.nowMs);
      await relations.set('carol', 'dave', 'block', db.nowMs);
      // Of those who wait: dave doesn't.
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

    test('G-1 of pairings, accepted games and seeks of one user at the same moment one game begins', async () => {
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
        // Whoever is reserved is not free for anything else, and the others are.
        if (first)
          expect(await reservations.reserve(other, ['alice', 'dave'], db.nowMs)).toBe(false);
        if (first) expect(await wait('carol')).toBeNull();
        if (paired) await ended(paired, 'alice');
        db.nowMs += 61_000;
      }
    });

    test('G-1 of racing reservations of the same two for several games exactly one takes effect', async () => {
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

    test('a reservation whose game does not begin runs out, one that was refused ends at once', async () => {
      const { reservations } = db.dataAccess;
      const gameID = await makeGame();
      expect(await reservations.reserve(gameID, ['alice', 'bob'], db.nowMs)).toBe(true);
      expect(await reservations.reserve(gameID, ['alice', 'carol'], db.nowMs)).toBe(true);
      await reservations.release(gameID, 'carol', 'alice');
      expect(await wait('carol')).not.toBeNull();
      // Of the two others neither is free: the game may be about to begin with them.
      expect(await wait('bob')).toBeNull();
      expect(await wait('alice')).toBeNull();
      db.nowMs += 61_000;
      expect(await wait('bob')).not.toBeNull();
    });

    test('G-1 whoever sits at a board with a clock, however it came about, is kept from another', async () => {
      const { reservations } = db.dataAccess;
      const [alice, bob] = [await seekOf('alice'), await seekOf('bob')];
      // No seek was taken for this one: it stands in the way all the same.
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

    test('E-7 the next game of two keeps them from others as the first did', async () => {
      const { reservations } = db.dataAccess;
      const first = (await pair(await seekOf('alice'), await seekOf('bob'))) ?? 0;
      await ended(first, 'alice');
      const second = await makeGame();
      await seated(db, second, 'bob', 'alice');
      expect(await wait('alice')).toBeNull();
      expect(await reservations.reserve(await makeGame(), ['bob', 'carol'], db.nowMs)).toBe(false);
    });

    test('a reservation of who plays the game after all is not taken back', async () => {
      const { reservations } = db.dataAccess;
      const gameID = await makeGame();
      expect(await reservations.reserve(gameID, ['alice', 'bob'], db.nowMs)).toBe(true);
      await seated(db, gameID, 'alice', 'bob');
      await reservations.release(gameID, 'bob', 'alice');
      for (const name of ['alice', 'bob']) expect(await wait(name)).toBeNull();
      const rows = await db.database.sql(`SELECT * FROM "reservation" WHERE "gameID" = ${gameID}`);
      expect(rows).toHaveLength(2);
    });

    test('G-1 seeks that ended for a game which does not begin wait again', async () => {
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

    test('G-1 a seek whose game does not begin waits again by itself, unless its seeker has gone', async () => {
      const { reservations, seeks } = db.dataAccess;
      const [alice, bob] = [await seekOf('alice'), await seekOf('bob')];
      await reservations.reserve(await makeGame(), ['alice', 'bob'], db.nowMs);
      await seeks.leave([bob.seekID]);
      db.nowMs += 61_000;
      await seeks.touch([alice.seekID, bob.seekID], db.nowMs);
      expect(await seeks.outcome(bob.seekID, db.nowMs)).not.toBe('waiting');
      expect(await seeks.outcome(alice.seekID, db.nowMs)).toBe('waiting');
      expect(await waiting()).toEqual(['alice']);
      // As soon as its game is gone for good, it need not wait for that.
      const gone = await makeGame();
      await reservations.reserve(gone, ['alice', 'bob'], db.nowMs);
      await db.dataAccess.discardGame(gone);
      expect(await seeks.outcome(alice.seekID, db.nowMs)).toBe('waiting');
    });

    test('a seeker whose server has gone is forgotten, one who is heard of is not', async () => {
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
