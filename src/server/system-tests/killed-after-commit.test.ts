import { beforeEach, expect, test } from 'vitest';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { benchOn } from '../../testing/databases/test-database.ts';
import { startRacer } from '../../testing/faults/racers.ts';
import { makeSeatedGame, makeUsers } from '../../testing/games/games-at-hand.ts';
import { liveOn, publishedBy, readAgain } from '../../testing/games/live-game.ts';
import { longGame } from '../../testing/games/long-game.ts';

/** How many processes die; `npm run nightly` asks for more. */
const DEATHS = Number(process.env.ROOKERY_DEATHS ?? 3);

const bench = benchOn(sqliteStore());
let gameID: number;
beforeEach(async () => {
  await makeUsers(bench, 'alice', 'bob');
  gameID = await makeSeatedGame(bench, 'alice', 'bob');
});

test(
  `F-2 T-2 ${DEATHS} times SIGKILL between commit and acknowledgement: the retry gets the first answer, one row`,
  async () => {
    const rows = () =>
      bench.database.sql(
        `SELECT "number", "uci" FROM "move" WHERE "gameID" = ${gameID} ORDER BY 1`,
      );
    for (let ply = 0; ply < DEATHS; ply++) {
      const { uci = '', san } = longGame[ply] ?? {};
      const username = ply % 2 ? 'bob' : 'alice';
      const command = { type: 'move', username, ply, uci, lastEvent: ply + 2 } as const;
      await bench.dataAccess.close();
      const racer = await startRacer(bench.database.url);
      expect(racer.first).toEqual({ type: 'ready' });
      await expect(racer.run({ type: 'die', gameID, command })).rejects.toThrow('ended with null');
      await bench.reopen();

      const stored = await rows();
      expect(stored).toHaveLength(ply + 1);
      const live = liveOn(bench);
      const published = publishedBy(live, gameID);
      const answer = await live.games.execute(gameID, command);
      expect(answer).toMatchObject([{ type: 'moved', ply: ply + 1, uci, san, number: ply + 3 }]);
      expect(await live.games.execute(gameID, command)).toEqual(answer);
      expect(await rows()).toEqual(stored);
      expect(published).toEqual([]);
    }
    const view = await readAgain(bench, gameID);
    expect(view.lastEvent).toBe(DEATHS + 2);
    expect(view.moves).toEqual(longGame.slice(0, DEATHS));
  },
  DEATHS * 60_000,
);
