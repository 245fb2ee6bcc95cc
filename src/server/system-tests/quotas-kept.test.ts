import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseFixtureOn, describeOn } from '../../testing/databases/database-fixture.ts';
import { postgresStore, type Store, sqliteStore } from '../../testing/databases/databases.ts';
import { clock } from '../../testing/games/decided-game.ts';
import { makeUsers } from '../../testing/games/games-at-hand.ts';
import { begin, type LiveFixture, liveFixtureOn, playOn } from '../../testing/games/live-game.ts';
import { onWire } from '../../testing/server/buses.ts';

/** 390 ms a move in a game of one minute, and three of them at the start. */
const START_MS = 1170;
const GAIN_MS = 390;

/** Two server processes that hear each other over one database. */
function contract(store: Store): void {
  const db = databaseFixtureOn(store);
  const openBus = onWire();
  let first: LiveFixture;
  let second: LiveFixture;
  let gameID: number;
  beforeEach(async () => {
    first = liveFixtureOn(db, await openBus());
    second = liveFixtureOn(db, await openBus());
    await makeUsers(db, 'alice', 'bob');
    gameID = await begin(db, first, { timeControl: clock(60) });
    await playOn(first, gameID, 'e4 e5');
  });
  afterEach(() => Promise.all([first, second].map(({ bus }) => bus.close())));

  /** White's next move, sent 4 s after its turn began, of which 2 s were lost on the way. @returns what it was charged */
  async function chargedAt(
    live: LiveFixture,
    ply: number,
    uci: string,
  ): Promise<number | undefined> {
    const before = (await live.games.view(gameID)).clocks?.whiteMs ?? Number.NaN;
    db.nowMs += 4000;
    const lag = { measuredMs: 2000, claimedMs: 2000 };
    await live.games.execute(gameID, { type: 'move', username: 'alice', ply, uci, lag });
    const after = (await live.games.view(gameID)).clocks?.whiteMs ?? Number.NaN;
    return before - after;
  }

  describe('C-5 the quota', () => {
    const ways: readonly [string, () => LiveFixture][] = [
      ['in the process that used it', () => first],
      ['in a process that has heard of it', () => second],
      ['once the game was read anew', () => liveFixtureOn(db)],
    ];
    test.each(ways)('C-5 is used up %s', async (_, other) => {
      await second.games.view(gameID);
      expect(await chargedAt(first, 2, 'g1f3')).toBe(4000 - START_MS);
      await playOn(first, gameID, 'Nc6');
      await expect.poll(async () => (await second.games.view(gameID)).moves.length).toBe(4);
      expect(await chargedAt(other(), 4, 'f1c4')).toBe(4000 - GAIN_MS);
    });

    test('C-5 stays used up when the move is taken back', async () => {
      expect(await chargedAt(first, 2, 'g1f3')).toBe(4000 - START_MS);
      await first.games.execute(gameID, { type: 'offerTakeback', username: 'alice' });
      await first.games.execute(gameID, { type: 'acceptTakeback', username: 'bob' });
      expect(await chargedAt(liveFixtureOn(db), 2, 'f1c4')).toBe(4000 - GAIN_MS);
    });
  });
}

describeOn(sqliteStore(), contract);
describeOn(postgresStore(), contract);
