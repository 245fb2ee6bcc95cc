import { beforeEach, expect, test } from 'vitest';
import { databaseFixtureOn, describeOn } from '../../testing/databases/database-fixture.ts';
import { postgresStore, type Store, sqliteStore } from '../../testing/databases/databases.ts';
import { racers } from '../../testing/faults/racers.ts';
import { makeSeatedGame, makeUsers } from '../../testing/games/games-at-hand.ts';
import { liveFixtureOn, publishedBy, readAgain } from '../../testing/games/live-game.ts';
import { longGame } from '../../testing/games/long-game.ts';

/** How many processes die; `npm run nightly` asks for more. */
const DEATHS = Number(process.env.ROOKERY_DEATHS ?? 3);

const startRacer = racers();

function contract(store: Store): void {
  const db = databaseFixtureOn(store);
  let gameID: number;
  beforeEach(async () => {
    await makeUsers(db, 'alice', 'bob');
    gameID = await makeSeatedGame(db, 'alice', 'bob');
  });

  test(
    `F-2 T-2 ${DEATHS} times SIGKILL between commit and acknowledgement: the retry gets the first answer, one row`,
    async () => {
      const rows = () =>
        db.database.sql(`SELECT "number", "uci" FROM "move" WHERE "gameID" = ${gameID} ORDER BY 1`);
      for (let ply = 0; ply < DEATHS; ply++) {
        const { uci = '', san } = longGame[ply] ?? {};
        const username = ply % 2 ? 'bob' : 'alice';
        const command = { type: 'move', username, ply, uci, lastEvent: ply + 2 } as const;
        await db.dataAccess.close();
        const racer = await startRacer(db.database.url);
        expect(racer.first).toEqual({ type: 'ready' });
        await expect(racer.run({ type: 'die', gameID, command })).rejects.toThrow(
          'ended with null',
        );
        await db.reopen();

        const stored = await rows();
        expect(stored).toHaveLength(ply + 1);
        const live = liveFixtureOn(db);
        const published = publishedBy(live, gameID);
        const answer = await live.games.execute(gameID, command);
        expect(answer).toMatchObject([{ type: 'moved', ply: ply + 1, uci, san, number: ply + 3 }]);
        expect(await live.games.execute(gameID, command)).toEqual(answer);
        expect(await rows()).toEqual(stored);
        expect(published).toEqual([]);
      }
      const view = await readAgain(db, gameID);
      expect(view.lastEvent).toBe(DEATHS + 2);
      expect(view.moves).toEqual(longGame.slice(0, DEATHS));
    },
    DEATHS * 60_000,
  );
}

describeOn(sqliteStore(), contract);
describeOn(postgresStore(), contract);
