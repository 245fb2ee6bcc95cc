import { beforeEach, describe, expect, test } from 'vitest';
import type { Color } from '../../contract/game/index.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { makeGame, makeSeatedGame, makeUsers, resigned } from '../games/games-at-hand.ts';

/** The behaviour of data access to seats. */
export function seatsContract(db: DatabaseFixture): void {
  const join = (username: string, color: Color, gameID: number) =>
    db.dataAccess.addToGame(username, color, gameID);
  const eventsOf = async (gameID: number) => (await db.dataAccess.loadGame(gameID))?.events;

  describe('seats', () => {
    beforeEach(() => makeUsers(db, 'alice', 'bob', 'carol'));

    test('R-JOIN-4 the first seat leaves a game open, the second one makes it playing', async () => {
      const gameID = await makeGame(db);
      const madeAtMs = db.nowMs;
      db.nowMs += 1000;
      const first = await join('alice', 'white', gameID);
      expect(first?.event).toEqual({
        type: 'seatTaken',
        color: 'white',
        username: 'alice',
        number: 1,
        atMs: db.nowMs,
      });
      expect(first?.game).toMatchObject({
        whiteUsername: 'alice',
        blackUsername: null,
        status: 'open',
        changedAtMs: madeAtMs,
      });
      db.nowMs += 1000;
      const second = await join('bob', 'black', gameID);
      expect(second?.event).toMatchObject({ color: 'black', username: 'bob', number: 2 });
      expect(second?.game).toMatchObject({
        whiteUsername: 'alice',
        blackUsername: 'bob',
        status: 'playing',
        changedAtMs: db.nowMs,
      });
      expect(second?.game).toEqual(await db.dataAccess.getGame(gameID));
      expect(await eventsOf(gameID)).toEqual(
        [first, second].map((taken) => {
          const { number, atMs, ...body } = taken?.event ?? { number: 0, atMs: 0 };
          return { number, atMs, body };
        }),
      );
    });

    test('R-JOIN-3 a taken seat can’t be taken again, not even by its holder', async () => {
      const gameID = await makeGame(db);
      await join('alice', 'white', gameID);
      const before = await db.dataAccess.getGame(gameID);
      expect(await join('bob', 'white', gameID)).toBeNull();
      expect(await join('alice', 'white', gameID)).toBeNull();
      expect(await db.dataAccess.getGame(gameID)).toEqual(before);
      expect(await eventsOf(gameID)).toHaveLength(1);
    });

    test('R-JOIN-3 one user may hold both seats', async () => {
      const gameID = await makeSeatedGame(db, 'alice', 'alice');
      expect(await db.dataAccess.getGame(gameID)).toMatchObject({
        whiteUsername: 'alice',
        blackUsername: 'alice',
        status: 'playing',
      });
    });

    test('R-JOIN-4 of 200 simultaneous joins of one seat exactly one wins', async () => {
      const gameID = await makeGame(db);
      const names = Array.from({ length: 200 }, (_, n) => ['alice', 'bob', 'carol'][n % 3] ?? '');
      const taken = await Promise.all(names.map((name) => join(name, 'white', gameID)));
      const winners = taken.filter((one) => one !== null);
      expect(winners).toHaveLength(1);
      expect(winners[0]?.game).toEqual(await db.dataAccess.getGame(gameID));
      expect(await eventsOf(gameID)).toHaveLength(1);
      expect(await db.database.sql('SELECT * FROM "gameEvent"')).toHaveLength(1);
    });

    test('R-JOIN-4 two raced seats are taken once each, and their events have no gap', async () => {
      const gameID = await makeGame(db);
      const taken = await Promise.all(
        Array.from({ length: 100 }, (_, n) =>
          join(n % 3 ? 'alice' : 'bob', n % 2 ? 'white' : 'black', gameID),
        ),
      );
      const winners = taken.filter((one) => one !== null);
      expect(winners.map(({ event }) => event.number).sort()).toEqual([1, 2]);
      expect((await eventsOf(gameID))?.map(({ number }) => number)).toEqual([1, 2]);
      expect(await db.dataAccess.getGame(gameID)).toMatchObject({ status: 'playing' });
    });

    test('R-JOIN-4 a finished or unknown game has no seat', async () => {
      const gameID = await makeGame(db);
      await join('alice', 'white', gameID);
      await resigned(db, gameID, 'alice');
      expect(await join('bob', 'black', gameID)).toBeNull();
      expect(await join('bob', 'black', gameID + 1)).toBeNull();
      expect(await eventsOf(gameID)).toHaveLength(2);
      expect(await db.dataAccess.getGame(gameID)).toMatchObject({
        blackUsername: null,
        status: 'finished',
      });
    });
  });
}
