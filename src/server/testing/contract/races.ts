import { beforeEach, describe, expect, test } from 'vitest';
import { summaryOf } from '../../live/state.ts';
import type { Bench } from '../bench.ts';
import { commitOf, moveBy, uciOf } from '../play.ts';
import { makeGame, makeSeatedGame, makeUsers, stateOf } from './games-at-hand.ts';

/** What data access promises when several write to the same games at the same moment. */
export function racesContract(bench: Bench): void {
  const numbersOf = async (gameID: number) =>
    (await bench.dataAccess.loadGame(gameID))?.events.map(({ number }) => number);
  const upTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1);

  describe('races', () => {
    beforeEach(() => makeUsers(bench, 'alice', 'bob', 'carol'));

    test('T-1 joins, moves and resignations at once leave events without gaps', async () => {
      for (let round = 0; round < 10; round++) {
        const gameID = await makeGame(bench);
        await bench.dataAccess.addToGame('alice', 'white', gameID);
        const state = await stateOf(bench, gameID);
        const moves = ['e4', 'd4'].map((san) => moveBy(state, uciOf(state, san)[0] ?? ''));
        const commits = [...moves, { type: 'resign', username: 'alice' } as const].map((command) =>
          commitOf(state, command, bench.nowMs),
        );
        const [joined, ...committed] = await Promise.all([
          bench.dataAccess.addToGame('bob', 'black', gameID),
          ...commits.map((one) => bench.dataAccess.commitEvents([one])),
        ]);
        const written = committed.filter((games) => games.has(gameID)).length;
        expect(written).toBeLessThanOrEqual(1);
        expect(written + (joined ? 1 : 0)).toBeGreaterThanOrEqual(1);
        const row = await bench.dataAccess.getGame(gameID);
        expect(await numbersOf(gameID)).toEqual(upTo(1 + written + (joined ? 1 : 0)));
        expect(summaryOf(await stateOf(bench, gameID))).toEqual(row);
      }
    });

    test('batches that share games in opposite orders all come to an end', async () => {
      const games = await Promise.all(
        Array.from({ length: 10 }, () => makeSeatedGame(bench, 'alice', 'bob')),
      );
      const states = await Promise.all(games.map((gameID) => stateOf(bench, gameID)));
      const batchOf = (uci: string) =>
        states.map((state) => commitOf(state, moveBy(state, uci), bench.nowMs));
      const batches = Array.from({ length: 12 }, (_, n) =>
        n % 2 ? batchOf('e2e4') : batchOf('d2d4').reverse(),
      );
      const done = await Promise.all(batches.map((batch) => bench.dataAccess.commitEvents(batch)));
      const written = done.flatMap((one) => [...one]);
      expect(written.toSorted()).toEqual(games.toSorted());
    });

    test('G-5 a game that is read while it changes is whole', async () => {
      const gameID = await makeSeatedGame(bench, 'alice', 'alice');
      const line = uciOf(await stateOf(bench, gameID), 'e4 e5 Nf3 Nc6 Bb5 a6 Ba4 Nf6 O-O Be7');
      let playing = true;
      const play = async () => {
        for (const uci of line) {
          const state = await stateOf(bench, gameID);
          await bench.dataAccess.commitEvents([commitOf(state, moveBy(state, uci), bench.nowMs)]);
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

    test('R-CLEAR-1 a clear in the middle of everything leaves nothing inconsistent', async () => {
      const gameID = await makeSeatedGame(bench, 'alice', 'bob');
      const state = await stateOf(bench, gameID);
      const attempt = (work: Promise<unknown>) => work.catch(() => null);
      await Promise.all([
        attempt(bench.dataAccess.commitEvents([commitOf(state, moveBy(state, 'e2e4'), 0)])),
        attempt(bench.dataAccess.createAuth('alice')),
        bench.dataAccess.clearAllData(),
        attempt(bench.dataAccess.loadGame(gameID)),
        attempt(bench.dataAccess.addToGame('carol', 'white', gameID)),
        attempt(bench.dataAccess.createAuth('carol')),
      ]);
      for (const table of ['user', 'auth', 'gameData', 'move', 'gameEvent']) {
        expect(await bench.database.sql(`SELECT * FROM "${table}"`)).toEqual([]);
      }
    });
  });
}
