import { beforeEach, describe, expect, test } from 'vitest';
import type { Bench } from '../databases/test-database.ts';
import {
  drawn,
  makeGame,
  makeSeatedGame,
  makeUsers,
  played,
  resigned,
} from '../games/games-at-hand.ts';

/** What data access promises about the lobby and about users' pages. */
export function viewsContract(bench: Bench): void {
  const ids = (games: readonly { gameID: number }[] | undefined) =>
    games?.map(({ gameID }) => gameID);

  describe('views', () => {
    beforeEach(() => makeUsers(bench, 'alice', 'Bob', 'carol'));

    test('a user’s games in play, and those just finished, are found', async () => {
      const running = await makeSeatedGame(bench, 'alice', 'Bob');
      await makeGame(bench);
      const long = await makeSeatedGame(bench, 'alice', 'Bob');
      await resigned(bench, long, 'alice');
      bench.nowMs += 1000;
      const just = await makeSeatedGame(bench, 'alice', 'Bob');
      await resigned(bench, just, 'alice');
      const since = bench.nowMs - 1;
      const of = (...usernames: string[]) => bench.dataAccess.getGamesOf(usernames, since);
      expect(await of('alice')).toEqual([running, just]);
      expect(await of('carol', 'Bob')).toEqual([running, just]);
      expect(await of('carol')).toEqual([]);
      expect(await of()).toEqual([]);
    });

    test('G-3 the lobby has the newest of each kind, newest change first', async () => {
      const made: number[] = [];
      for (let n = 0; n < 8; n++) {
        bench.nowMs += 1000;
        made.push(await makeGame(bench));
      }
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = made;
      for (const gameID of [e, b, d, a]) {
        bench.nowMs += 1000;
        await bench.dataAccess.addToGame('alice', 'white', gameID);
        await bench.dataAccess.addToGame('Bob', 'black', gameID);
      }
      for (const gameID of [d, b]) {
        bench.nowMs += 1000;
        await resigned(bench, gameID, 'alice');
      }
      bench.nowMs += 1000;
      // Neither one taken seat nor a move changes a status.
      await bench.dataAccess.addToGame('carol', 'white', c);
      await played(bench, e, 'e4 e5');
      const lobby = await bench.dataAccess.getLobby(10);
      expect(ids(lobby.open)).toEqual([h, g, f, c]);
      expect(ids(lobby.playing)).toEqual([a, e]);
      expect(ids(lobby.finished)).toEqual([b, d]);
      expect(lobby.playing[1]).toEqual(await bench.dataAccess.getGame(e));
      const short = await bench.dataAccess.getLobby(1);
      expect([ids(short.open), ids(short.playing), ids(short.finished)]).toEqual([[h], [a], [b]]);
    });

    test('G-3 of games that changed at one moment the larger number comes first', async () => {
      const made = [await makeGame(bench), await makeGame(bench), await makeGame(bench)];
      expect(ids((await bench.dataAccess.getLobby(2)).open)).toEqual(made.reverse().slice(0, 2));
    });

    test('a profile counts wins, losses, draws and games not yet finished', async () => {
      const wins = [
        await makeSeatedGame(bench, 'alice', 'Bob'),
        await makeSeatedGame(bench, 'Bob', 'alice'),
      ];
      for (const gameID of wins) await resigned(bench, gameID, 'Bob');
      await resigned(bench, await makeSeatedGame(bench, 'alice', 'Bob'), 'alice');
      await drawn(bench, await makeSeatedGame(bench, 'carol', 'alice'), 'carol', 'alice');
      await makeSeatedGame(bench, 'alice', 'Bob');
      await bench.dataAccess.addToGame('alice', 'black', await makeGame(bench));
      const createdAtMs = bench.nowMs;
      expect(await bench.dataAccess.getProfile('ALICE')).toEqual({
        username: 'alice',
        createdAtMs,
        wins: 2,
        losses: 1,
        draws: 1,
        running: 2,
      });
      expect(await bench.dataAccess.getProfile('bob')).toEqual({
        username: 'Bob',
        createdAtMs,
        wins: 1,
        losses: 2,
        draws: 0,
        running: 1,
      });
      expect(await bench.dataAccess.getProfile('nobody')).toBeNull();
    });

    test('R-JOIN-3 a game against oneself counts once while it runs, and for nothing after', async () => {
      await resigned(bench, await makeSeatedGame(bench, 'alice', 'alice'), 'alice');
      await drawn(bench, await makeSeatedGame(bench, 'alice', 'alice'), 'alice', 'alice');
      await makeSeatedGame(bench, 'alice', 'alice');
      expect(await bench.dataAccess.getProfile('alice')).toMatchObject({
        wins: 0,
        losses: 0,
        draws: 0,
        running: 1,
      });
    });

    test('a game that ended before anybody sat opposite counts for nothing', async () => {
      const gameID = await makeGame(bench);
      await bench.dataAccess.addToGame('alice', 'black', gameID);
      await resigned(bench, gameID, 'alice');
      expect(await bench.dataAccess.getProfile('alice')).toMatchObject({
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
        const gameID = await makeSeatedGame(bench, white, black);
        if (white === 'alice' || black === 'alice') mine.unshift(gameID);
      }
      const page = async (limit: number, before?: number) =>
        ids(await bench.dataAccess.getUserGames('alice', limit, before));
      expect(await page(10)).toEqual(mine);
      expect(await page(2)).toEqual(mine.slice(0, 2));
      expect(await page(2, mine[1])).toEqual(mine.slice(2, 4));
      expect(await page(2, mine[3])).toEqual(mine.slice(4));
      expect(await page(2, mine[4])).toEqual([]);
      const [newest] = await bench.dataAccess.getUserGames('alice', 1);
      expect(newest).toEqual(await bench.dataAccess.getGame(mine[0] ?? 0));
      expect(await bench.dataAccess.getUserGames('nobody', 5)).toEqual([]);
    });
  });
}
