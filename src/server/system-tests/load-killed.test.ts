import { randomInt } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import {
  type DatabaseFixture,
  databaseFixtureOn,
  describeOn,
} from '../../testing/databases/database-fixture.ts';
import { postgresStore, type Store, sqliteStore } from '../../testing/databases/databases.ts';
import type { Acknowledged } from '../../testing/faults/load.ts';
import { racers } from '../../testing/faults/racers.ts';
import { clock } from '../../testing/games/decided-game.ts';
import { makeUsers, stateOf } from '../../testing/games/games-at-hand.ts';
import { begin, liveFixtureOn, readAgain } from '../../testing/games/live-game.ts';
import { longGame } from '../../testing/games/long-game.ts';
import { eventsAfter } from '../game/replay.ts';
import { summaryOf } from '../game/views.ts';

const GAMES = 100;
/** How often the process is killed; `npm run nightly` asks for more. */
const KILLS = Number(process.env.ROOKERY_KILLS ?? 3);
/** How many of the games are played to mate after the last kill. */
const PLAYED_OUT = 5;

const startRacer = racers();
const line = longGame.map(({ uci }) => uci);

/** One life of a process that plays these games, ended by SIGKILL after so many acknowledged moves, or at their ends. */
async function life(url: string, games: readonly number[], early: boolean, moves: number) {
  const racer = await startRacer(url);
  expect(racer.first).toEqual({ type: 'ready' }); // the dead one holds nothing
  const acknowledged: Acknowledged[] = [];
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
async function lost(
  db: DatabaseFixture,
  games: readonly number[],
  acknowledged: readonly Acknowledged[],
) {
  const stored = new Map<string, string>();
  for (const gameID of games) {
    const game = await db.dataAccess.loadGame(gameID);
    if (!game) throw new Error(`Game ${gameID} is gone.`);
    const events = eventsAfter(game, 0);
    const ucis = events.flatMap((event) => (event.type === 'moved' ? [event.uci] : []));
    expect(ucis).toEqual(line.slice(0, ucis.length));
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

/** @returns how many moves were acknowledged, how many of them were lost, and the games that were played out */
async function experiment(db: DatabaseFixture, kills: number, early: boolean) {
  const { url } = db.database;
  db.nowMs = Date.now();
  const live = liveFixtureOn(db);
  const setup = { timeControl: clock(10_800), source: 'challenge' } as const;
  const games = await Promise.all(Array.from({ length: GAMES }, () => begin(db, live, setup)));
  live.games.time.forgetAll();
  await db.dataAccess.close();
  const acknowledged: Acknowledged[] = [];
  for (let n = 0; n < kills; n++) {
    acknowledged.push(...(await life(url, games, early, randomInt(20, 200))));
  }
  const playedOut = games.slice(0, PLAYED_OUT);
  if (!early) acknowledged.push(...(await life(url, playedOut, false, Number.POSITIVE_INFINITY)));
  await db.reopen();
  return {
    acknowledged: acknowledged.length,
    lost: await lost(db, games, acknowledged),
    playedOut,
  };
}

function contract(store: Store): void {
  const db = databaseFixtureOn(store);
  beforeEach(async () => {
    await makeUsers(db, 'alice', 'bob');
  });

  test(
    `F-1 T-3 ${KILLS} times SIGKILL under 100 games’ load: every acknowledged move is stored, no game has a hole, and play goes on to mate`,
    async () => {
      const { acknowledged, lost, playedOut } = await experiment(db, KILLS, false);
      expect(lost).toBe(0);
      expect(acknowledged).toBeGreaterThanOrEqual(KILLS * 20);
      for (const gameID of playedOut) {
        expect(await readAgain(db, gameID)).toMatchObject({
          status: 'finished',
          ending: { reason: 'checkmate', winner: 'black' },
          moves: longGame,
          lastEvent: 2 + longGame.length + 1,
        });
      }
    },
    KILLS * 60_000,
  );

  test('F-21 the same experiment finds the losses of a server that answers before it commits', async () => {
    const { lost } = await experiment(db, 1, true);
    expect(lost).toBeGreaterThan(0);
  });
}

describeOn(sqliteStore(), contract);
describeOn(postgresStore(), contract);
