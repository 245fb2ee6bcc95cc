import { randomInt } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import type { Acknowledged } from '../../testing/faults/load.ts';
import { startRacer } from '../../testing/faults/racers.ts';
import { clock } from '../../testing/games/decided-game.ts';
import { makeUsers, stateOf } from '../../testing/games/games-at-hand.ts';
import { begin, liveFixtureOn } from '../../testing/games/live-game.ts';
import { eventsAfter } from '../game/replay.ts';
import { summaryOf } from '../game/views.ts';

const GAMES = 100;
const KILLS = Number(process.env.ROOKERY_KILLS ?? 20);

const db = databaseFixtureOn(sqliteStore());
beforeEach(async () => {
  await makeUsers(db, 'alice', 'bob');
});

/** One life of a process that plays all games, ended by SIGKILL after so many acknowledged moves. */
async function life(games: readonly number[], early: boolean): Promise<Acknowledged[]> {
  const racer = await startRacer(db.database.url);
  expect(racer.first).toEqual({ type: 'ready' });
  const acknowledged: Acknowledged[] = [];
  const moves = randomInt(20, 200);
  await new Promise<void>((resolve) => {
    racer.start({ type: 'load', games, early }, (news) => {
      if (news.type === 'moved') acknowledged.push(news.move);
      if (news.type === 'won' || acknowledged.length >= moves) resolve();
    });
  });
  for (let n = randomInt(0, 30); n > 0; n--) await turn();
  await racer.kill();
  return acknowledged;
}

/** How many acknowledged moves are not there. Each game is whole: no hole, no half decision, clocks that only run down. */
async function lost(games: readonly number[], acknowledged: readonly Acknowledged[]) {
  const stored = new Map<string, string>();
  for (const gameID of games) {
    const game = await db.dataAccess.loadGame(gameID);
    if (!game) throw new Error(`Game ${gameID} is gone.`);
    const events = eventsAfter(game, 0);
    expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
    expect(await db.dataAccess.getGame(gameID)).toEqual(summaryOf(await stateOf(db, gameID)));
    let last = { whiteMs: Number.POSITIVE_INFINITY, blackMs: Number.POSITIVE_INFINITY };
    for (const event of events) {
      if (event.type !== 'moved') continue;
      const { whiteMs, blackMs } = event.clocks ?? { whiteMs: Number.NaN, blackMs: Number.NaN };
      expect(whiteMs).toBeLessThanOrEqual(last.whiteMs);
      expect(blackMs).toBeLessThanOrEqual(last.blackMs);
      last = { whiteMs, blackMs };
      stored.set(`${gameID} ${event.number}`, `${event.uci} ${whiteMs} ${blackMs}`);
    }
  }
  return acknowledged.filter(
    ({ gameID, number, uci, whiteMs, blackMs }) =>
      stored.get(`${gameID} ${number}`) !== `${uci} ${whiteMs} ${blackMs}`,
  ).length;
}

/** @returns what was acknowledged and what of it was lost */
async function experiment(kills: number, early: boolean) {
  db.nowMs = Date.now();
  const live = liveFixtureOn(db);
  const setup = { timeControl: clock(10_800), source: 'challenge' } as const;
  const games = await Promise.all(Array.from({ length: GAMES }, () => begin(db, live, setup)));
  live.games.time.forgetAll();
  await db.dataAccess.close();
  const acknowledged: Acknowledged[] = [];
  for (let n = 0; n < kills; n++) acknowledged.push(...(await life(games, early)));
  await db.reopen();
  return { acknowledged: acknowledged.length, lost: await lost(games, acknowledged) };
}

test('F-1 T-3 twenty times SIGKILL under 100 games’ load: every acknowledged move is stored, no game has a hole', async () => {
  const found = await experiment(KILLS, false);
  expect(found.lost).toBe(0);
  expect(found.acknowledged).toBeGreaterThanOrEqual(KILLS * 20);
}, 300_000);

test('F-21 the same experiment finds the losses of a server that answers before it commits', async () => {
  const found = await experiment(3, true);
  expect(found.lost).toBeGreaterThan(0);
}, 120_000);
