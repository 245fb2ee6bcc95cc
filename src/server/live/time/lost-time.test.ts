import { beforeEach, expect, test, vi } from 'vitest';
import { RookeryError } from '../../../contract/errors/index.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { benchOn } from '../../../testing/databases/test-database.ts';
import { clock } from '../../../testing/games/decided-game.ts';
import { makeUsers } from '../../../testing/games/games-at-hand.ts';
import { begin, liveOn, playOn, publishedBy, readAgain } from '../../../testing/games/live-game.ts';
import type { DataAccess } from '../../data-access/data-access.ts';

const bench = benchOn(sqliteStore());
beforeEach(async () => {
  for (const table of ['heartbeat', 'downtime']) {
    await bench.database.sql(`DELETE FROM "${table}"`);
  }
  await makeUsers(bench, 'alice', 'bob');
});

/** A process whose commits take `slow.ms`, and whose database is away while `slow.away`. */
async function start() {
  const slow = { ms: 0, away: false };
  const { dataAccess } = bench;
  const alive: DataAccess['alive'] = Object.create(dataAccess.alive, {
    beat: {
      value: (atMs: number) => {
        if (slow.away) throw new RookeryError('unavailable');
        return dataAccess.alive.beat(atMs);
      },
    },
  });
  const changed: DataAccess = Object.create(dataAccess, {
    alive: { value: alive },
    commitEvents: {
      async value(commits: Parameters<DataAccess['commitEvents']>[0]) {
        if (slow.away) throw new RookeryError('unavailable');
        const done = await dataAccess.commitEvents(commits);
        bench.nowMs += slow.ms;
        return done;
      },
    },
  });
  const live = liveOn({
    dataAccess: changed,
    get nowMs() {
      return bench.nowMs;
    },
  });
  await live.games.time.begin();
  return { live, slow };
}

test('C-6 the time that a move takes to be written is not the opponent’s', async () => {
  const { live, slow } = await start();
  const gameID = await begin(bench, live, { timeControl: clock(5) });
  await playOn(live, gameID, 'e4 e5');
  const told = publishedBy(live, gameID);
  slow.ms = 9000;
  bench.nowMs += 1000;
  await playOn(live, gameID, 'Nf3');
  slow.ms = 0;
  const began = bench.nowMs;
  expect(told.at(-1)?.atMs).toBe(began);
  const { dueAtMs } = await live.games.sync(gameID);
  expect(dueAtMs).toBe(began + 5000 + 510);
  // It is the same for whoever reads the game, and for a process that takes it over.
  await vi.waitFor(async () => {
    expect((await readAgain(bench, gameID)).turnBeganAtMs).toBe(began);
    expect((await bench.dataAccess.getGame(gameID))?.dueAtMs).toBe(dueAtMs);
  });
  await live.games.execute(gameID, { type: 'expire' });
  bench.nowMs += 2000;
  await playOn(live, gameID, 'Nc6');
  expect((await live.games.view(gameID)).clocks).toEqual({ whiteMs: 4000, blackMs: 3000 });
  await live.games.time.end();
});

test('C-10 a time during which the database is away is nobody’s, and no flag falls for it', async () => {
  const { live, slow } = await start();
  const gameID = await begin(bench, live, { timeControl: clock(5) });
  await playOn(live, gameID, 'e4 e5');
  bench.nowMs += 1000;
  slow.away = true;
  await live.games.time.beat().catch(() => {});
  const away = bench.nowMs;
  bench.nowMs += 30_000;
  await expect(playOn(live, gameID, 'Nf3')).rejects.toMatchObject({ code: 'unavailable' });
  slow.away = false;
  // Whoever asks before the next sign of life: nobody is flagged.
  await live.games.execute(gameID, { type: 'expire' });
  await live.games.time.look();
  await live.games.time.beat();
  await live.games.time.look();
  expect(await live.games.sync(gameID)).toMatchObject({
    turnBeganAtMs: bench.nowMs - 1000,
    clocks: { whiteMs: 5000, blackMs: 5000 },
  });
  expect(await bench.dataAccess.alive.downtimes(0)).toEqual([{ fromMs: away, toMs: bench.nowMs }]);
  bench.nowMs += 1000;
  await playOn(live, gameID, 'Nf3');
  expect((await live.games.view(gameID)).clocks).toEqual({ whiteMs: 3000, blackMs: 5000 });
  await live.games.time.end();
});
