import { beforeEach, describe, expect, test } from 'vitest';
import { summaryOf } from '../../server/game/views.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { commitOf, moveBy, uciOf } from '../games/decided-game.ts';
import {
  fillWithGames,
  makeGame,
  makeSeatedGame,
  makeUsers,
  stateOf,
} from '../games/games-at-hand.ts';

/** The behaviour of data access when several callers write to the same games simultaneously. */
export function racesContract(db: DatabaseFixture): void {
  const numbersOf = async (gameID: number) =>
    (await db.dataAccess.loadGame(gameID))?.events.map(({ number }) => number);
  const upTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1);

  describe('races', () => {
    beforeEach(() => makeUsers(db, 'alice', 'bob', 'carol'));

    test('T-1 simultaneous joins, moves and resignations leave events without gaps', async () => {
      for (let round = 0; round < 10; round++) {
        const gameID = await makeGame(db);
        await db.dataAccess.addToGame('alice', 'white', gameID);
        const state = await stateOf(db, gameID);
        const moves = ['e4', 'd4'].map((san) => moveBy(state, uciOf(state, san)[0] ?? ''));
        const commits = [...moves, { type: 'resign', username: 'alice' } as const].map((command) =>
          commitOf(state, command, db.nowMs),
        );
        const [joined, ...committed] = await Promise.all([
          db.dataAccess.addToGame('bob', 'black', gameID),
          ...commits.map((one) => db.dataAccess.commitEvents([one])),
        ]);
        const written = committed.filter((games) => games.has(gameID)).length;
        expect(written).toBeLessThanOrEqual(1);
        expect(written + (joined ? 1 : 0)).toBeGreaterThanOrEqual(1);
        const row = await db.dataAccess.getGame(gameID);
        expect(await numbersOf(gameID)).toEqual(upTo(1 + written + (joined ? 1 : 0)));
        expect(summaryOf(await stateOf(db, gameID))).toEqual(row);
      }
    });

    test('batches that share games in opposite orders all complete', async () => {
      // With this many games the database looks up each by its number, in the order of the batch.
      await fillWithGames(db, 20_000);
      await db.database.sql('ANALYZE');
      const made = Array.from({ length: 50 }, () => makeSeatedGame(db, 'alice', 'bob'));
      const games = await Promise.all(made);
      const states = await Promise.all(games.map((gameID) => stateOf(db, gameID)));
      const batchOf = (uci: string) =>
        states.map((state) => commitOf(state, moveBy(state, uci), db.nowMs));
      const batches = Array.from({ length: 12 }, (_, n) =>
        n % 2 ? batchOf('e2e4') : batchOf('d2d4').reverse(),
      );
      const done = await Promise.all(batches.map((batch) => db.dataAccess.commitEvents(batch)));
      const written = done.flatMap((one) => [...one]);
      expect(written.toSorted()).toEqual(games.toSorted());
    });

    test('G-5 a game read while it changes is consistent', async () => {
      const gameID = await makeSeatedGame(db, 'alice', 'alice');
      const line = uciOf(await stateOf(db, gameID), 'e4 e5 Nf3 Nc6 Bb5 a6 Ba4 Nf6 O-O Be7');
      let playing = true;
      const play = async () => {
        for (const uci of line) {
          const state = await stateOf(db, gameID);
          await db.dataAccess.commitEvents([commitOf(state, moveBy(state, uci), db.nowMs)]);
        }
        playing = false;
      };
      const read = async () => {
        let last = 0;
        while (playing) {
          const numbers = await numbersOf(gameID);
          expect(numbers).toEqual(upTo(numbers?.length ?? 0));
          expect(numbers?.length).toBeGreaterThanOrEqual(last);
          last = numbers?.length ?? 0;
        }
      };
      await Promise.all([play(), read(), read(), read()]);
      expect(await numbersOf(gameID)).toEqual(upTo(2 + line.length));
    });

    test('R-CLEAR-1 a clear during all kinds of writes leaves nothing', async () => {
      const made = Array.from({ length: 40 }, () => makeGame(db));
      const games = await Promise.all(made);
      const join = (gameID: number) => db.dataAccess.addToGame('carol', 'white', gameID);
      await Promise.all(games.map(join));
      const states = await Promise.all(games.map((gameID) => stateOf(db, gameID)));
      // Updated rows are rewritten elsewhere, so that their order on disk differs from that of their numbers.
      for (const state of states.toReversed()) {
        await db.dataAccess.addToGame('alice', 'black', state.gameID);
      }
      const joined = await Promise.all(games.map((gameID) => stateOf(db, gameID)));
      const commit = (uci: string) =>
        db.dataAccess.commitEvents(
          joined.map((state) => commitOf(state, moveBy(state, uci), db.nowMs)),
        );
      await Promise.all([
        ...['e2e4', 'd2d4', 'c2c4'].map(commit),
        db.dataAccess.clearAllData(),
        ...['e2e3', 'd2d3', 'c2c3'].map(commit),
        ...games.map(join),
        ...games.map((gameID) => db.dataAccess.loadGame(gameID)),
      ]);
      for (const table of ['user', 'auth', 'gameData', 'move', 'gameEvent']) {
        expect(await db.database.sql(`SELECT * FROM "${table}"`)).toEqual([]);
      }
    });
  });
}
