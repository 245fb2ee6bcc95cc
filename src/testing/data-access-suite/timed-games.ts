import { beforeEach, describe, expect, test } from 'vitest';
import type { GameSetup } from '../../contract/game/setup.ts';
import { plainSetup } from '../../contract/game/setup.ts';
import { DAY_MS } from '../../contract/game/time.ts';
import { startRecord } from '../../rules/index.ts';
import type { Command } from '../../server/game/decide/index.ts';
import { eventsAfter } from '../../server/game/replay.ts';
import { summaryOf } from '../../server/game/views.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { asks, clock, commitOf, moveBy, sanBy } from '../games/decided-game.ts';
import { makeUsers, played, stateOf } from '../games/games-at-hand.ts';

/** The behaviour of data access to setups, clocks, takebacks, and due games. */
export function timedGamesContract(db: DatabaseFixture): void {
  const make = (setup: Partial<GameSetup>) =>
    db.dataAccess.createGameID('a game', startRecord().initialFen, db.nowMs, {
      ...plainSetup,
      ...setup,
    });
  /** Decides on the stored game, and writes the decision. @returns whether it took effect */
  const write = async (gameID: number, command: Command) => {
    const commit = commitOf(await stateOf(db, gameID), command, db.nowMs);
    return (await db.dataAccess.commitEvents([commit])).has(gameID);
  };
  const seat = (username: string, rating: number | null = null) => ({
    username,
    rating: rating === null ? null : { rating, provisional: rating === 1500 },
  });
  const begin = async (setup: Partial<GameSetup>) => {
    const gameID = await make(setup);
    await write(gameID, { type: 'seat', white: seat('alice', 1620), black: seat('bob', 1500) });
    return gameID;
  };

  describe('timed games', () => {
    beforeEach(() => makeUsers(db, 'alice', 'bob', 'carol'));

    const host = { username: 'alice', color: 'black', rating: null } as const;
    const setups: [string, GameSetup][] = [
      ['an API game', plainSetup],
      [
        'a rated game of the lobby',
        {
          ...plainSetup,
          timeControl: clock(180, 2),
          rated: true,
          source: 'lobby',
          host,
          ratingRange: { min: 1200, max: 1800 },
        },
      ],
      [
        'a challenge by correspondence',
        {
          ...plainSetup,
          variant: 'crazyhouse',
          timeControl: { type: 'correspondence', daysPerMove: 14 },
          source: 'challenge',
          visibility: 'link',
          host: { username: 'alice', color: 'random', rating: { rating: 1712, provisional: true } },
          invited: 'bob',
        },
      ],
      ['the longest clock', { ...plainSetup, timeControl: clock(10_800, 180), source: 'pairing' }],
      ['no limit', { ...plainSetup, timeControl: clock(0, 1), source: 'rematch' }],
    ];
    test.each(setups)('G-1 the setup of %s is kept as it was', async (_name, setup) => {
      const gameID = await make(setup);
      expect((await db.dataAccess.getGame(gameID))?.setup).toEqual(setup);
      expect((await db.dataAccess.loadGame(gameID))?.setup).toEqual(setup);
      const [listed] = await db.dataAccess.listSummaries({ limit: 10 });
      expect(listed?.setup).toEqual(setup);
    });

    test('C-10 each move’s row has both clocks; without a clock it has none', async () => {
      const timed = await begin({ timeControl: clock(180, 2) });
      await played(db, timed, 'e4 e5');
      db.nowMs += 4321;
      await played(db, timed, 'Nf3');
      const untimed = await begin({});
      await played(db, untimed, 'e4');
      const rows = await db.database.sql(
        'SELECT "whiteMs", "blackMs" FROM "move" ORDER BY "gameID", "number"',
      );
      const full = { whiteMs: 180_000, blackMs: 180_000 };
      expect(rows).toEqual([
        full,
        full,
        { whiteMs: 177_679, blackMs: 180_000 },
        { whiteMs: null, blackMs: null },
      ]);
      expect((await stateOf(db, timed)).clocks).toEqual({ whiteMs: 177_679, blackMs: 180_000 });
    });

    test('C-10 the times of several games are corrected at once, those of newer events are not', async () => {
      const games = [await begin({ timeControl: clock(60) }), await begin({}), await begin({})];
      const states = await Promise.all(games.map((gameID) => stateOf(db, gameID)));
      const commits = states.map((state) => commitOf(state, moveBy(state, 'e2e4'), db.nowMs));
      await db.dataAccess.commitEvents(commits);
      await played(db, games[2] ?? 0, 'e5');
      const atMs = db.nowMs + 9000;
      const later = commits.map((commit) => ({
        ...commit,
        events: commit.events.map((event) => ({ ...event, atMs })),
        row: { ...commit.row, dueAtMs: 77 },
      }));
      await Promise.all(later.map((commit) => db.dataAccess.timing.retime(commit)));
      const stored = await Promise.all(games.map((gameID) => db.dataAccess.loadGame(gameID)));
      for (const game of stored) {
        expect(game?.events.slice(1, 3).map((event) => event.atMs)).toEqual([db.nowMs, atMs]);
      }
      const due = await Promise.all(games.map((gameID) => db.dataAccess.getGame(gameID)));
      expect(due.map((game) => game?.dueAtMs)).toEqual([77, 77, null]);
    });

    test('the ratings at the start are kept, and a game’s row is its summary', async () => {
      const gameID = await begin({ timeControl: clock(60), rated: true });
      const row = await db.dataAccess.getGame(gameID);
      expect(row).toMatchObject({
        whiteRating: { rating: 1620, provisional: false },
        blackRating: { rating: 1500, provisional: true },
        dueAtMs: db.nowMs + 60_000,
      });
      expect(row).toEqual(summaryOf(await stateOf(db, gameID)));
      await played(db, gameID, 'e4 e5 Nf3');
      expect(await db.dataAccess.getGame(gameID)).toEqual(summaryOf(await stateOf(db, gameID)));
    });

    test('E-5 a takeback frees its plies: a ply exists once, and every event is kept', async () => {
      const gameID = await begin({ timeControl: clock(180) });
      await played(db, gameID, 'e4 e5 Nf3');
      for (const line of ['Nc3', 'Bc4 Nc6']) {
        expect(await write(gameID, asks('alice', 'offerTakeback'))).toBe(true);
        expect(await write(gameID, asks('bob', 'acceptTakeback'))).toBe(true);
        await played(db, gameID, line);
      }
      const rows = await db.database.sql(
        'SELECT "ply", "number", "san" FROM "move" ORDER BY "number"',
      );
      expect(rows).toEqual([
        { ply: 1, number: 3, san: 'e4' },
        { ply: 2, number: 4, san: 'e5' },
        { ply: -5, number: 5, san: 'Nf3' },
        { ply: -8, number: 8, san: 'Nc3' },
        { ply: 3, number: 11, san: 'Bc4' },
        { ply: 4, number: 12, san: 'Nc6' },
      ]);
      const stored = await db.dataAccess.loadGame(gameID);
      if (!stored) throw new Error('The game is gone.');
      expect(eventsAfter(stored, 0).map(({ number }) => number)).toEqual(
        Array.from({ length: 12 }, (_, n) => n + 1),
      );
      const state = await stateOf(db, gameID);
      expect(state.record.moves.map(({ san }) => san)).toEqual(['e4', 'e5', 'Bc4', 'Nc6']);
      expect(await db.dataAccess.getGame(gameID)).toEqual(summaryOf(state));
    });

    test('E-5 a takeback decided on an outdated game removes no move', async () => {
      const gameID = await begin({});
      await played(db, gameID, 'e4 e5');
      await write(gameID, asks('alice', 'offerTakeback'));
      const late = commitOf(await stateOf(db, gameID), asks('bob', 'acceptTakeback'), db.nowMs);
      await write(gameID, asks('bob', 'declineTakeback'));
      expect([...(await db.dataAccess.commitEvents([late]))]).toEqual([]);
      expect(await db.database.sql('SELECT "ply" FROM "move" ORDER BY "ply"')).toEqual([
        { ply: 1 },
        { ply: 2 },
      ]);
    });

    test('E-8 a finished game accepts a rematch and a new name, and nothing else', async () => {
      const gameID = await begin({ timeControl: clock(60), source: 'lobby' });
      await played(db, gameID, 'e4 e5');
      const before = await stateOf(db, gameID);
      expect(await write(gameID, asks('alice', 'resign'))).toBe(true);
      const { lastEvent } = await stateOf(db, gameID);
      const late = [
        sanBy(before, 'Nf3'),
        asks('alice', 'offerDraw'),
        asks('bob', 'offerTakeback'),
        asks('bob', 'giveTime'),
        asks('bob', 'resign'),
      ].map((command) => ({ ...commitOf(before, command, db.nowMs), afterEvent: lastEvent }));
      for (const commit of late) {
        expect([...(await db.dataAccess.commitEvents([commit]))]).toEqual([]);
      }
      expect(await write(gameID, asks('alice', 'offerRematch'))).toBe(true);
      expect(await write(gameID, asks('bob', 'declineRematch'))).toBe(true);
      for (const ask of ['offerRematch', 'cancelRematch', 'offerRematch'] as const) {
        expect(await write(gameID, asks('bob', ask))).toBe(true);
      }
      const next = await make({});
      expect(await write(gameID, { type: 'acceptRematch', username: 'alice', gameID: next })).toBe(
        true,
      );
      expect(await write(gameID, { type: 'rename', from: 'bob', to: 'robert' })).toBe(true);
      const state = await stateOf(db, gameID);
      expect(state).toMatchObject({ status: 'finished', rematchID: next });
      expect(state.lastEvent).toBe(lastEvent + 7);
    });

    test('a renamed user’s games carry the new name, and the seat is kept', async () => {
      const gameID = await begin({ timeControl: clock(60) });
      await db.database.sql(
        `UPDATE "user" SET "username" = 'robert', "usernameKey" = 'robert' WHERE "username" = 'bob'`,
      );
      const before = await stateOf(db, gameID);
      expect(before.seats.black?.username).toBe('robert');
      await played(db, gameID, 'e4 e5');
      expect(await db.dataAccess.getGame(gameID)).toMatchObject({ blackUsername: 'robert' });
    });

    test('E-7 a game is discarded only while it has no events', async () => {
      const [fresh, seated] = [await make({}), await begin({})];
      expect(await db.dataAccess.discardGame(fresh)).toBe(true);
      expect(await db.dataAccess.discardGame(fresh)).toBe(false);
      expect(await db.dataAccess.discardGame(seated)).toBe(false);
      expect(await db.dataAccess.getGame(fresh)).toBeNull();
      expect(await db.dataAccess.getGame(seated)).not.toBeNull();
      expect(await make({})).toBeGreaterThan(seated); // R-CREATE-1
    });

    test('C-6 due games are found in order; finished ones never', async () => {
      const slow = await begin({ timeControl: clock(600), source: 'lobby' }); // 30 s
      const quick = await begin({ timeControl: clock(15), source: 'lobby' }); // 15 s
      const over = await begin({ timeControl: clock(15), source: 'lobby' });
      await write(over, asks('bob', 'abort'));
      await begin({});
      const due = (inMs: number) => db.dataAccess.getDueGames(db.nowMs + inMs);
      expect(await due(15_000)).toEqual([]);
      expect(await due(15_001)).toEqual([quick]);
      expect(await due(30_001)).toEqual([quick, slow]);
      await played(db, quick, 'e4 e5'); // 15 s and 630 ms
      expect(await due(15_630)).toEqual([]);
      expect(await due(15_631)).toEqual([quick]);
      expect(await due(1e12)).toEqual([quick, slow]);
    });
  });

  test('C-7 C-9 a game without a due time gets one; an untimed one does not', async () => {
    await makeUsers(db, 'alice', 'bob');
    const quick = await begin({ timeControl: clock(180), source: 'pairing' });
    const days = await begin({ timeControl: { type: 'correspondence', daysPerMove: 14 } });
    const known = await begin({ timeControl: clock(60), source: 'lobby' });
    const never = [await begin({}), await make({ timeControl: clock(60) })];
    await db.database.sql(
      `UPDATE "gameData" SET "dueAtMs" = NULL WHERE "gameID" IN (${quick}, ${days})`,
    );
    await db.dataAccess.timing.fillInDue();
    const due = async (gameID: number) => (await db.dataAccess.getGame(gameID))?.dueAtMs;
    expect(await due(quick)).toBe(db.nowMs + 60_000);
    expect(await due(days)).toBe(db.nowMs + 14 * DAY_MS);
    expect(await due(known)).toBe(db.nowMs + 20_000);
    for (const gameID of never) expect(await due(gameID)).toBeNull();
  });

  describe('heartbeats', () => {
    beforeEach(async () => {
      for (const table of ['heartbeat', 'downtime']) {
        await db.database.sql(`DELETE FROM "${table}"`);
      }
    });

    test('C-10 the last heartbeat of any server counts', async () => {
      const { heartbeat } = db.dataAccess;
      expect(await heartbeat.lastBeat()).toBeNull();
      const at = db.nowMs;
      await Promise.all([heartbeat.beat(at), heartbeat.beat(at + 20), heartbeat.beat(at + 10)]);
      await heartbeat.beat(at + 5);
      expect(await heartbeat.lastBeat()).toBe(at + 20);
      await heartbeat.beat(at - 3_600_000);
      expect(await heartbeat.lastBeat()).toBe(at - 3_600_000); // the machine's clock was set back
    });

    test('C-10 downtimes are kept, oldest first; of servers that start at once the first one counts', async () => {
      const { heartbeat } = db.dataAccess;
      await heartbeat.addDowntime({ fromMs: 5000, toMs: 9000 });
      await heartbeat.addDowntime({ fromMs: 1000, toMs: 2000 });
      await heartbeat.addDowntime({ fromMs: 5000, toMs: 9900 });
      expect(await heartbeat.downtimes(0)).toEqual([
        { fromMs: 1000, toMs: 2000 },
        { fromMs: 5000, toMs: 9000 },
      ]);
      expect(await heartbeat.downtimes(2000)).toEqual([{ fromMs: 5000, toMs: 9000 }]);
      expect(await heartbeat.downtimes(9000)).toEqual([]);
    });

    test('C-10 a running game is read with the downtimes since its start', async () => {
      const { heartbeat } = db.dataAccess;
      await heartbeat.addDowntime({ fromMs: db.nowMs - 9000, toMs: db.nowMs - 1 });
      await makeUsers(db, 'alice', 'bob');
      const gameID = await begin({ timeControl: clock(60) });
      const down = { fromMs: db.nowMs + 1000, toMs: db.nowMs + 4000 };
      await heartbeat.addDowntime(down);
      expect((await db.dataAccess.loadGame(gameID))?.downtimes).toEqual([down]);
      await write(gameID, asks('alice', 'abort'));
      expect((await db.dataAccess.loadGame(gameID))?.downtimes).toEqual([]);
    });
  });
}
