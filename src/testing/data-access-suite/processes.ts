import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import type { Race } from '../faults/racer.ts';
import { type Racer, racers } from '../faults/racers.ts';
import { makeGame, makeSeatedGame, makeUsers, played, stateOf } from '../games/games-at-hand.ts';

const PROCESSES = 4;

/** The behaviour of data access when several processes write simultaneously. */
export function processesContract(db: DatabaseFixture): void {
  describe('several processes', () => {
    const startRacer = racers();
    let running: readonly Racer[] = [];
    beforeAll(async () => {
      const { url } = db.database;
      running = await Promise.all(Array.from({ length: PROCESSES }, () => startRacer(url)));
    });
    afterAll(() => Promise.all(running.map((racer) => racer.kill())));
    beforeEach(() => makeUsers(db, 'alice', 'bob', 'carol'));

    /** Runs every process's part at once. @returns everything that was won */
    const raceAll = async (partOf: (process: number) => Race) =>
      (await Promise.all(running.map((racer, process) => racer.run(partOf(process))))).flat();

    test('R-JOIN-4 of 200 joins of one seat from several processes exactly one wins', async () => {
      const gameID = await makeGame(db);
      const names = Array.from({ length: 50 }, (_, n) => ['alice', 'bob', 'carol'][n % 3] ?? '');
      const won = await raceAll(() => ({ type: 'join', gameID, color: 'white', names }));
      expect(won).toHaveLength(1);
      expect(await db.dataAccess.getGame(gameID)).toMatchObject({ whiteUsername: won[0] });
      expect((await db.dataAccess.loadGame(gameID))?.events).toHaveLength(1);
    });

    test('R-JOIN-4 both seats raced from several processes are taken once each', async () => {
      const gameID = await makeGame(db);
      const names = Array.from({ length: 50 }, (_, n) => ['alice', 'bob', 'carol'][n % 3] ?? '');
      const won = await raceAll((process) => {
        const color = process % 2 ? 'white' : 'black';
        return { type: 'join', gameID, color, names };
      });
      expect(won).toHaveLength(2);
      const stored = await db.dataAccess.loadGame(gameID);
      expect(stored?.events.map(({ number }) => number)).toEqual([1, 2]);
      expect(await db.dataAccess.getGame(gameID)).toMatchObject({ status: 'playing' });
    });

    test('R-REG-3 of 50 registrations of one name from several processes exactly one wins', async () => {
      const names = Array.from({ length: 13 }, (_, n) => (n % 2 ? 'Racer' : 'racer'));
      const won = await raceAll(() => ({ type: 'register', names }));
      expect(won).toHaveLength(1);
      expect(await db.dataAccess.getUser('RACER')).toMatchObject({ username: won[0] });
    });

    test('T-2 a ply raced from several processes exists once', async () => {
      const gameID = await makeSeatedGame(db, 'alice', 'bob');
      await played(db, gameID, 'e4 e5');
      const ucis = Array.from({ length: 15 }, (_, n) => ['g1f3', 'f1c4', 'd2d4'][n % 3] ?? '');
      const won = await raceAll(() => ({ type: 'move', gameID, afterEvent: 4, ucis }));
      expect(won).toHaveLength(1);
      const { record, lastEvent } = await stateOf(db, gameID);
      expect(record.moves.map(({ uci }) => uci)).toEqual(['e2e4', 'e7e5', won[0]]);
      expect(lastEvent).toBe(5);
    });
  });
}
