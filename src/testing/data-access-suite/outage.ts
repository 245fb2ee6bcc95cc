import { describe, expect, test } from 'vitest';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import type { PostgresStore } from '../databases/databases.ts';
import { commitOf, moveBy } from '../games/decided-game.ts';
import { makeSeatedGame, makeUsers, stateOf } from '../games/games-at-hand.ts';

/** The behaviour of data access during an outage of the database. */
export function outageContract(db: DatabaseFixture, store: PostgresStore): void {
  describe('outage', () => {
    test('R-ERR-2 every call fails with unavailable, and works again once the database is back', async () => {
      const { dataAccess } = db;
      await makeUsers(db, 'alice', 'bob');
      const token = await dataAccess.createAuth('alice');
      const gameID = await makeSeatedGame(db, 'alice', 'bob');
      const state = await stateOf(db, gameID);
      const move = commitOf(state, moveBy(state, 'e2e4'), 0);
      await store.interrupt();
      try {
        const calls = {
          getUser: () => dataAccess.getUser('alice'),
          createUser: () => dataAccess.createUser('carol', 'hash', 'c@example.org'),
          getLogin: () => dataAccess.getLogin('alice'),
          createAuth: () => dataAccess.createAuth('alice'),
          getAuth: () => dataAccess.getAuth(token),
          getAuthOfNothing: () => dataAccess.getAuth(''),
          deleteAuth: () => dataAccess.deleteAuth(token),
          deleteExpiredAuths: () => dataAccess.deleteExpiredAuths(),
          getGames: () => dataAccess.getGames({})[Symbol.asyncIterator]().next(),
          getGame: () => dataAccess.getGame(gameID),
          createGameID: () => dataAccess.createGameID('late', state.fen, 0),
          addToGame: () => dataAccess.addToGame('alice', 'white', gameID),
          listSummaries: () => dataAccess.listSummaries({ limit: 5 }),
          getLobby: () => dataAccess.getLobby(5),
          getProfile: () => dataAccess.getProfile('alice'),
          getUserGames: () => dataAccess.getUserGames('alice', 5),
          loadGame: () => dataAccess.loadGame(gameID),
          commitEvents: () => dataAccess.commitEvents([move]),
          say: () =>
            dataAccess.chat.add(
              { gameID, room: 'players', username: 'alice', text: 'Hi', atMs: 1 },
              { most: 9, sinceMs: 0, sameSinceMs: 0 },
            ),
          messages: () => dataAccess.chat.after({ gameID, room: 'players' }, 0),
          isBlocked: () => dataAccess.relations.isBlocked('alice', 'bob'),
          clearAllData: () => dataAccess.clearAllData(),
        };
        for (const [name, call] of Object.entries(calls)) {
          await expect(call(), name).rejects.toMatchObject({
            name: 'RookeryError',
            code: 'unavailable',
          });
        }
      } finally {
        await store.resume();
      }
      expect(await dataAccess.getAuth(token)).toMatchObject({ username: 'alice' });
      expect([...(await dataAccess.commitEvents([move]))]).toEqual([gameID]);
      expect(await dataAccess.getUser('carol')).toBeNull();
    });
  });
}
