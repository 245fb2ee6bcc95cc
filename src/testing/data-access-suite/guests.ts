import { describe, expect, test } from 'vitest';
import type { Bench } from '../databases/test-database.ts';
import { makeGame, makeSeatedGame, makeUsers, resigned, stateOf } from '../games/games-at-hand.ts';

/** What data access promises about guests, and about finding users' games. */
export function guestsContract(bench: Bench): void {
  const DAY_MS = 86_400_000;

  describe('guests', () => {
    test('a guest has no password, and becomes a user with the same games and session', async () => {
      const { guests } = bench.dataAccess;
      await makeUsers(bench, 'bob');
      expect(await guests.create('Guest-7kx2')).toBe(true);
      expect(await guests.create('guest-7KX2')).toBe(false);
      expect(await bench.dataAccess.getUser('Guest-7kx2')).toMatchObject({ guest: true });
      expect(await bench.dataAccess.getLogin('Guest-7kx2')).toBeNull();
      const token = await bench.dataAccess.createAuth('Guest-7kx2');
      const gameID = await makeSeatedGame(bench, 'Guest-7kx2', 'bob');

      const register = (name: string) =>
        guests.register('Guest-7kx2', name, 'hash', 'a@example.org');
      expect(await register('BOB')).toBe('taken');
      expect(await register('ada')).toBe('done');
      expect(await register('eve')).toBe('gone');
      expect(await bench.dataAccess.getAuth(token)).toMatchObject({ username: 'ada' });
      expect(await bench.dataAccess.getLogin('ADA')).toMatchObject({ passwordHash: 'hash' });
      expect(await bench.dataAccess.getUser('Guest-7kx2')).toBeNull();
      expect(await bench.dataAccess.getGame(gameID)).toMatchObject({ whiteUsername: 'ada' });
      expect(await stateOf(bench, gameID)).toMatchObject({ seats: { white: { username: 'ada' } } });
    });

    test('only guests of long ago without a session or a running game are removed', async () => {
      const { guests } = bench.dataAccess;
      await makeUsers(bench, 'old');
      for (const name of ['Guest-gone', 'Guest-plays', 'Guest-here', 'Guest-over'])
        await guests.create(name);
      await makeSeatedGame(bench, 'Guest-plays', 'old');
      const over = await makeSeatedGame(bench, 'Guest-over', 'old');
      await resigned(bench, over, 'old');
      await bench.dataAccess.createAuth('Guest-here');
      bench.nowMs += DAY_MS;
      await guests.create('Guest-new');
      expect(await guests.removeOld(bench.nowMs)).toBe(2);
      const left = await bench.database.sql('SELECT "username" FROM "user" ORDER BY 1');
      expect(left.map(({ username }) => username).sort()).toEqual([
        'Guest-here',
        'Guest-new',
        'Guest-plays',
        'old',
      ]);
      expect(await bench.dataAccess.getGame(over)).toMatchObject({ whiteUsername: null });
    });
  });

  describe('finding games', () => {
    test('a user’s unfinished games are those played, offered, and challenged to', async () => {
      await makeUsers(bench, 'alice', 'bob');
      const { finder } = bench.dataAccess;
      const running = await makeSeatedGame(bench, 'alice', 'bob');
      const over = await makeSeatedGame(bench, 'bob', 'alice');
      await resigned(bench, over, 'bob');
      await makeGame(bench);
      const numbers = async (name: string) =>
        (await finder.unfinishedOf(name, 10)).map(({ gameID }) => gameID);
      expect(await numbers('alice')).toEqual([running]);
      expect(await finder.lastOf('alice', 10)).toEqual([over, running]);
    });

    test('G-3 the best running game is of standard chess with a clock, by mean rating, then the latest', async () => {
      await makeUsers(bench, 'alice', 'bob');
      const { finder } = bench.dataAccess;
      const columns = async (gameID: number, set: string) => {
        await bench.database.sql(`UPDATE "gameData" SET ${set} WHERE "gameID" = ${gameID}`);
        return gameID;
      };
      expect(await finder.best({})).toBeNull();
      const game = () => makeSeatedGame(bench, 'alice', 'bob');
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
