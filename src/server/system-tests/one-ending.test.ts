import { beforeEach, describe, expect, test } from 'vitest';
import { foldEvent } from '../../contract/game/fold.ts';
import type { GameEvent } from '../../contract/game/index.ts';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { asks, clock } from '../../testing/games/decided-game.ts';
import { makeUsers } from '../../testing/games/games-at-hand.ts';
import {
  attempt,
  begin,
  type LiveFixture,
  liveFixtureOn,
  playOn,
  publishedBy,
  readAgain,
} from '../../testing/games/live-game.ts';
import type { Command } from '../game/decide/index.ts';

const ROUNDS = 24;

const db = databaseFixtureOn(sqliteStore());
beforeEach(() => makeUsers(db, 'alice', 'bob'));

/** Fool's mate is on the board for Black; White may still do this and that. */
async function table(live: LiveFixture) {
  const gameID = await begin(db, live, { timeControl: clock(180), rated: true });
  const empty = await live.games.view(gameID);
  await playOn(live, gameID, 'f3 e5 g4');
  await live.games.execute(gameID, asks('alice', 'offerDraw'));
  return { gameID, empty };
}
const ends: readonly Command[] = [
  { type: 'move', username: 'bob', ply: 3, uci: 'd8h4' },
  asks('alice', 'resign'),
  asks('bob', 'resign'),
  asks('bob', 'acceptDraw'),
  { type: 'expire' },
];

/** The same commands in another order each round. */
const shuffled = (round: number): Command[] => {
  const rest = [...ends];
  const order: Command[] = [];
  for (let left = rest.length, n = round; left > 0; n = Math.floor(n / left--)) {
    order.push(...rest.splice(n % left, 1));
  }
  return order;
};

/** The one event that ended the game. */
function endOf(events: readonly GameEvent[]): GameEvent | undefined {
  const found = events.filter(({ type }) => type === 'ended');
  expect(found).toHaveLength(1);
  return found[0];
}

describe('F-4 E-8 mate, resignations, a draw and a flag at the same millisecond', () => {
  test('F-4 have one ending, told the same to all', async () => {
    const live = liveFixtureOn(db);
    const reasons = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const { gameID, empty } = await table(live);
      const told = publishedBy(live, gameID);
      // In every other round the flag has just fallen.
      db.nowMs += round % 2 ? 182_000 : 1000;
      const answers = await Promise.all(
        shuffled(round).map((command) => attempt(live, gameID, command)),
      );
      const end = endOf(told);
      const done = answers.flatMap((answer) => (typeof answer === 'string' ? [] : answer));
      expect(done.filter(({ type }) => type === 'ended')).toEqual([end]);
      const view = await readAgain(db, gameID);
      expect(end).toMatchObject({ ending: view.ending });
      expect(view.status).toBe('finished');
      const stored = await db.dataAccess.loadGame(gameID);
      expect(stored?.events.filter(({ body }) => body.type === 'ended')).toHaveLength(1);
      const seen: GameEvent[] = [];
      for await (const event of live.games.events(
        gameID,
        { after: 0, viewer: null },
        new AbortController().signal,
      )) {
        seen.push(event);
        if (event.type === 'ended') break;
      }
      expect(seen.reduce(foldEvent, { ...empty, ...blank })).toEqual(view);
      reasons.add(view.ending?.reason ?? '');
    }
    expect([...reasons].sort()).toEqual(['checkmate', 'drawAgreement', 'resignation', 'timeout']);
    const changes = await db.database.sql('SELECT * FROM "ratingChange"');
    expect(changes).toHaveLength(2 * ROUNDS);
  });

  test('F-4 also where two processes decide', async () => {
    const [one, two] = [liveFixtureOn(db), liveFixtureOn(db)];
    for (let round = 0; round < ROUNDS / 2; round++) {
      const { gameID } = await table(one);
      await two.games.view(gameID);
      db.nowMs += round % 2 ? 182_000 : 1000;
      const answers = await Promise.all(
        shuffled(round).map((command, n) => attempt(n % 2 ? one : two, gameID, command)),
      );
      const done = answers.flatMap((answer) => (typeof answer === 'string' ? [] : answer));
      endOf(done);
      const view = await readAgain(db, gameID);
      expect(await one.games.view(gameID)).toEqual(view);
      expect(await two.games.view(gameID)).toEqual(view);
      const stored = await db.dataAccess.loadGame(gameID);
      expect(stored?.events.filter(({ body }) => body.type === 'ended')).toHaveLength(1);
    }
  });
});

/** The game before its first event. */
const blank = {
  status: 'open',
  lastEvent: 0,
  turnBeganAtMs: null,
  whiteUsername: null,
  blackUsername: null,
} as const;
