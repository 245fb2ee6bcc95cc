import { describe, expect, test } from 'vitest';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { makeGame, makeSeatedGame, makeUsers, resigned, stateOf } from '../games/games-at-hand.ts';

/** The behaviour of data access to guests, and of finding users' games. */
export function guestsContract(db: DatabaseFixture): void {
  const DAY_MS = 86_400_000;

  describe('guests', () => {
    test('a guest has no password, and becomes a user with the same games and session', async () => {
      const { guests } = db.dataAccess;
      await makeUsers(db, 'bob');
      expect(await guests.create('Guest-7kx2')).toBe(true);
      expect(await guests.create('guest-7KX2')).toBe(false);
      expect(await db.dataAccess.getUser('Guest-7kx2')).toMatchObject({ guest: true });
      expect(await db.dataAccess.getLogin('Guest-7kx2')).toBeNull();
      const token = await db.dataAccess.createAuth('Guest-7kx2');
      const gameID = await makeSeatedGame(db, 'Guest-7kx2', 'bob');

      const register = (name: string) =>
        guests.register('Guest-7kx2', name, 'hash', 'a@example.org');
      expect(await register('BOB')).toBe('taken');
      expect(await register('ada')).toBe('done');
      expect(await register('eve')).toBe('gone');
      expect(await db.dataAccess.getAuth(token)).toMatchObject({ username: 'ada' });
      expect(await db.dataAccess.getLogin('ADA')).toMatchObject({ passwordHash: 'hash' });
      expect(await db.dataAccess.getUser('Guest-7kx2')).toBeNull();
      expect(await db.dataAccess.getGame(gameID)).toMatchObject({ whiteUsername: 'ada' });
      expect(await stateOf(db, gameID)).toMatchObject({ seats: { white: { username: 'ada' } } });
    });

    test('only old guests without a session or a running game are removed', async () => {
      const { guests } = db.dataAccess;
      await makeUsers(db, 'old');
      for (const name of ['Guest-gone', 'Guest-plays', 'Guest-here', 'Guest-over'])
        await guests.create(name);
      await makeSeatedGame(db, 'Guest-plays', 'old');
      const over = await makeSeatedGame(db, 'Guest-over', 'old');
      await resigned(db, over, 'old');
      await db.dataAccess.createAuth('Guest-here');
      db.nowMs += DAY_MS;
      await guests.create('Guest-new');
      expect(await guests.removeOld(db.nowMs)).toBe(2);
      const left = await db.database.sql('SELECT "username" FROM "user" ORDER BY 1');
      expect(left.map(({ username }) => username).sort()).toEqual([
        'Guest-here',
        'Guest-new',
        'Guest-plays',
        'old',
      ]);
      expect(await db.dataAccess.getGame(over)).toMatchObject({ whiteUsername: null });
    });
  });

  describe('finding games', () => {
    test('a user’s unfinished games are those played, offered, and challenged to', async () => {
      await makeUsers(db, 'alice', 'bob');
      const { finder } = db.dataAccess;
      const running = await makeSeatedGame(db, 'alice', 'bob');
      const over = await makeSeatedGame(db, 'bob', 'alice');
      await resigned(db, over, 'bob');
      await makeGame(db);
      const numbers = async (name: string) =>
        (await finder.unfinishedOf(name, 10)).map(({ gameID }) => gameID);
      expect(await numbers('alice')).toEqual([running]);
      expect(await finder.lastOf('alice', 10)).toEqual([over, running]);
    });

    test('G-3 the best running game is of standard chess with a clock, by mean rating, then the latest', async () => {
      await makeUsers(db, 'alice', 'bob');
      const { finder } = db.dataAccess;
      const columns = async (gameID: number, set: string) => {
        await db.database.sql(`UPDATE "gameData" SET ${set} WHERE "gameID" = ${gameID}`);
        return gameID;
      };
      expect(await finder.best({})).toBeNull();
      const game = () => makeSeatedGame(db, 'alice', 'bob');
      const days = await game();
      expect(await finder.best({})).toMatchObject({ gameID: days });
      const clock = `"limitMs" = 180000, "incrementMs" = 0`;
      const bullet = await columns(
        await game(),
        `${clock}, "speed" = 'bullet', "whiteRating" = 2600`,
      );
      expect(await finder.best({})).toMatchObject({ gameID: bullet });
      const blitz = await columns(
        await game(),
        `${clock}, "speed" = 'blitz', "whiteRating" = 1500`,
      );
      await columns(
        await game(),
        `${clock}, "speed" = 'blitz', "whiteRating" = 2900, "visibility" = 'link'`,
      );
      expect(await finder.best({})).toMatchObject({ gameID: blitz });
      expect(await finder.best({ speed: 'bullet' })).toMatchObject({ gameID: bullet });
      expect(await finder.best({ variant: 'atomic' })).toBeNull();
    });
  });
}
