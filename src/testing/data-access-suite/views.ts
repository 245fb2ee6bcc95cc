import { beforeEach, describe, expect, test } from 'vitest';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import {
  drawn,
  makeGame,
  makeSeatedGame,
  makeUsers,
  played,
  resigned,
} from '../games/games-at-hand.ts';

/** The behaviour of data access to the lobby and users' pages. */
export function viewsContract(db: DatabaseFixture): void {
  const ids = (games: readonly { gameID: number }[] | undefined) =>
    games?.map(({ gameID }) => gameID);

  describe('views', () => {
    beforeEach(() => makeUsers(db, 'alice', 'Bob', 'carol'));

    test('a user’s games in play, and those just finished, are found', async () => {
      const running = await makeSeatedGame(db, 'alice', 'Bob');
      await makeGame(db);
      const long = await makeSeatedGame(db, 'alice', 'Bob');
      await resigned(db, long, 'alice');
      db.nowMs += 1000;
      const just = await makeSeatedGame(db, 'alice', 'Bob');
      await resigned(db, just, 'alice');
      const since = db.nowMs - 1;
      const of = (...usernames: string[]) => db.dataAccess.getGamesOf(usernames, since);
      expect(await of('alice')).toEqual([running, just]);
      expect(await of('carol', 'Bob')).toEqual([running, just]);
      expect(await of('carol')).toEqual([]);
      expect(await of()).toEqual([]);
    });

    test('G-3 the lobby has the newest of each kind, newest change first', async () => {
      const made: number[] = [];
      for (let n = 0; n < 8; n++) {
        db.nowMs += 1000;
        made.push(await makeGame(db));
      }
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = made;
      for (const gameID of [e, b, d, a]) {
        db.nowMs += 1000;
        await db.dataAccess.addToGame('alice', 'white', gameID);
        await db.dataAccess.addToGame('Bob', 'black', gameID);
      }
      for (const gameID of [d, b]) {
        db.nowMs += 1000;
        await resigned(db, gameID, 'alice');
      }
      db.nowMs += 1000;
      // Neither a taken seat nor a move changes a status.
      await db.dataAccess.addToGame('carol', 'white', c);
      await played(db, e, 'e4 e5');
      const lobby = await db.dataAccess.getLobby(10);
      expect(ids(lobby.open)).toEqual([h, g, f, c]);
      expect(ids(lobby.playing)).toEqual([a, e]);
      expect(ids(lobby.finished)).toEqual([b, d]);
      expect(lobby.playing[1]).toEqual(await db.dataAccess.getGame(e));
      const short = await db.dataAccess.getLobby(1);
      expect([ids(short.open), ids(short.playing), ids(short.finished)]).toEqual([[h], [a], [b]]);
    });

    test('G-3 of games that changed at the same time the larger number comes first', async () => {
      const made = [await makeGame(db), await makeGame(db), await makeGame(db)];
      expect(ids((await db.dataAccess.getLobby(2)).open)).toEqual(made.reverse().slice(0, 2));
    });

    test('a profile counts wins, losses, draws and games not yet finished', async () => {
      const wins = [
        await makeSeatedGame(db, 'alice', 'Bob'),
        await makeSeatedGame(db, 'Bob', 'alice'),
      ];
      for (const gameID of wins) await resigned(db, gameID, 'Bob');
      await resigned(db, await makeSeatedGame(db, 'alice', 'Bob'), 'alice');
      await drawn(db, await makeSeatedGame(db, 'carol', 'alice'), 'carol', 'alice');
      await makeSeatedGame(db, 'alice', 'Bob');
      await db.dataAccess.addToGame('alice', 'black', await makeGame(db));
      const createdAtMs = db.nowMs;
      expect(await db.dataAccess.getProfile('ALICE')).toEqual({
        username: 'alice',
        createdAtMs,
        wins: 2,
        losses: 1,
        draws: 1,
        running: 2,
      });
      expect(await db.dataAccess.getProfile('bob')).toEqual({
        username: 'Bob',
        createdAtMs,
        wins: 1,
        losses: 2,
        draws: 0,
        running: 1,
      });
      expect(await db.dataAccess.getProfile('nobody')).toBeNull();
    });

    test('R-JOIN-3 a game against oneself counts once while it runs, and not at all afterwards', async () => {
      await resigned(db, await makeSeatedGame(db, 'alice', 'alice'), 'alice');
      await drawn(db, await makeSeatedGame(db, 'alice', 'alice'), 'alice', 'alice');
      await makeSeatedGame(db, 'alice', 'alice');
      expect(await db.dataAccess.getProfile('alice')).toMatchObject({
        wins: 0,
        losses: 0,
        draws: 0,
        running: 1,
      });
    });

    test('a game that ended before it had an opponent doesn’t count', async () => {
      const gameID = await makeGame(db);
      await db.dataAccess.addToGame('alice', 'black', gameID);
      await resigned(db, gameID, 'alice');
      expect(await db.dataAccess.getProfile('alice')).toMatchObject({
        wins: 0,
        losses: 0,
        draws: 0,
        running: 0,
      });
    });

    test('a user’s games come newest first, each once, page by page', async () => {
      const mine: number[] = [];
      for (const [white, black] of [
        ['alice', 'Bob'],
        ['Bob', 'alice'],
        ['alice', 'alice'],
        ['Bob', 'carol'],
        ['carol', 'alice'],
        ['alice', 'carol'],
      ] as const) {
        const gameID = await makeSeatedGame(db, white, black);
        if (white === 'alice' || black === 'alice') mine.unshift(gameID);
      }
      const page = async (limit: number, before?: number) =>
        ids(await db.dataAccess.getUserGames('alice', limit, before));
      expect(await page(10)).toEqual(mine);
      expect(await page(2)).toEqual(mine.slice(0, 2));
      expect(await page(2, mine[1])).toEqual(mine.slice(2, 4));
      expect(await page(2, mine[3])).toEqual(mine.slice(4));
      expect(await page(2, mine[4])).toEqual([]);
      const [newest] = await db.dataAccess.getUserGames('alice', 1);
      expect(newest).toEqual(await db.dataAccess.getGame(mine[0] ?? 0));
      expect(await db.dataAccess.getUserGames('nobody', 5)).toEqual([]);
    });
  });
}
