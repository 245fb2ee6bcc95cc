import { describe, expect, test } from 'vitest';
import { plainSetup } from '../../contract/game/setup.ts';
import { startRecord } from '../../rules/index.ts';
import type { GameSelection } from '../../server/data-access/db/records.ts';
import { clearedTables } from '../../server/data-access/db/tables.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import {
  fillWithGames,
  makeGame,
  makeSeatedGame,
  makeUsers,
  played,
  resigned,
} from '../games/games-at-hand.ts';

/** Names that break manual quoting, escaping or counting of bytes. */
const awkward = [
  `"quotes" and 'quotes'`,
  'back\\slash \\" \\u0041 \\n',
  'emoji 🏰👩‍👩‍👧‍👦♟️ and 𝕄𝕒𝕥𝕙',
  'שחמט שלום \u202eright to left\u202c',
  '<script>alert(1)</script> &amp; </json>',
  '{"gameID":0},{"gameID":-1}',
  `'); DROP TABLE "move"; --`,
  'Zalgo Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  '\u2028line and paragraph separators\u2029',
  '$1 $2 ? :name %s %% $x',
  'null',
  '0',
] as const;

/** The behaviour of data access to the list of games. */
export function gamesContract(db: DatabaseFixture): void {
  const list = async (selection: GameSelection = {}) => {
    const chunks: string[] = [];
    for await (const chunk of db.dataAccess.getGames(selection)) chunks.push(chunk);
    return { chunks, games: JSON.parse(`[${chunks.join(',')}]`) as Record<string, unknown>[] };
  };
  const numbers = async (selection: GameSelection = {}) =>
    (await list(selection)).games.map(({ gameID }) => gameID);

  describe('games', () => {
    test('R-LIST-1 no games are an empty list', async () => {
      expect((await list()).games).toEqual([]);
      expect((await list({ status: 'open', after: 5, limit: 3 })).games).toEqual([]);
    });

    test('a row with an invalid value is an internal error, not an unavailable database', async () => {
      const gameID = await makeGame(db);
      await db.database.sql(`UPDATE "gameData" SET "status" = 'paused' WHERE "gameID" = ${gameID}`);
      await expect(db.dataAccess.getGame(gameID)).rejects.toMatchObject({ code: 'internal' });
    });

    test('R-LIST-1 games are listed oldest first, empty seats null, whatever their names', async () => {
      await makeUsers(db, 'alice');
      const made: number[] = [];
      for (const gameName of awkward) made.push(await makeGame(db, gameName));
      await db.dataAccess.addToGame('alice', 'black', made[1] ?? 0);
      expect((await list()).games).toEqual(
        awkward.map((gameName, n) => ({
          gameID: made[n],
          whiteUsername: null,
          blackUsername: n === 1 ? 'alice' : null,
          gameName,
        })),
      );
    });

    test('R-LIST-1 many games come in chunks, each game once', async () => {
      await fillWithGames(db, 2001);
      const { chunks, games } = await list();
      expect(chunks).toHaveLength(3);
      const made = games.map(({ gameID }) => Number(gameID));
      expect(made).toEqual(made.toSorted((a, b) => a - b));
      expect(new Set(made).size).toBe(2001);
      expect(await numbers({ limit: 1500 })).toEqual(made.slice(0, 1500));
    });

    test('R-LIST-2 limit, after and status narrow the list', async () => {
      await makeUsers(db, 'alice', 'bob');
      const made: number[] = [];
      for (let n = 0; n < 9; n++) made.push(await makeGame(db));
      const pick = (...places: number[]) => places.map((place) => made[place]);
      for (const gameID of pick(1, 4, 5, 7)) {
        await db.dataAccess.addToGame('alice', 'white', gameID ?? 0);
      }
      for (const gameID of pick(1, 4, 7)) {
        await db.dataAccess.addToGame('bob', 'black', gameID ?? 0);
      }
      await resigned(db, made[4] ?? 0, 'alice');

      expect(await numbers()).toEqual(made);
      expect(await numbers({ limit: 2 })).toEqual(pick(0, 1));
      expect(await numbers({ after: made[6] })).toEqual(pick(7, 8));
      expect(await numbers({ after: made[2], limit: 2 })).toEqual(pick(3, 4));
      expect(await numbers({ status: 'open' })).toEqual(pick(0, 2, 3, 5, 6, 8));
      expect(await numbers({ status: 'playing' })).toEqual(pick(1, 7));
      expect(await numbers({ status: 'finished' })).toEqual(pick(4));
      expect(await numbers({ status: 'open', after: made[2], limit: 3 })).toEqual(pick(3, 5, 6));
      expect(await numbers({ status: 'playing', after: made[7] })).toEqual([]);
      expect(await numbers({ after: 2_147_483_647 })).toEqual([]);

      const summaries = await db.dataAccess.listSummaries({
        status: 'open',
        after: made[2],
        limit: 3,
      });
      expect(summaries.map(({ gameID }) => gameID)).toEqual(pick(3, 5, 6));
    });

    test('R-CREATE-1 numbers are positive, rise, and are not reused, not even after a clear', async () => {
      const first = await Promise.all(Array.from({ length: 20 }, () => makeGame(db)));
      expect(Math.min(...first)).toBeGreaterThan(0);
      expect(new Set(first).size).toBe(20);
      await db.dataAccess.clearAllData();
      expect(await makeGame(db)).toBeGreaterThan(Math.max(...first));
    });

    test('R-CREATE-1 numbers continue after a clear, also when the database was reopened', async () => {
      const before = await makeGame(db);
      await db.dataAccess.clearAllData();
      await db.reopen();
      expect(await makeGame(db)).toBeGreaterThan(before);
    });

    test('R-CREATE-2 a new game is open, with both seats empty', async () => {
      const { initialFen } = startRecord();
      const gameID = await db.dataAccess.createGameID(' spaced ', initialFen, db.nowMs);
      expect(await db.dataAccess.getGame(gameID)).toEqual({
        gameID,
        gameName: ' spaced ',
        whiteUsername: null,
        blackUsername: null,
        status: 'open',
        ply: 0,
        fen: initialFen,
        lastMove: null,
        ending: null,
        changedAtMs: db.nowMs,
        setup: plainSetup,
        whiteRating: null,
        blackRating: null,
        dueAtMs: null,
      });
      expect(await db.dataAccess.loadGame(gameID)).toEqual({
        setup: plainSetup,
        names: { white: null, black: null },
        downtimes: [],
        gameID,
        gameName: ' spaced ',
        createdAtMs: db.nowMs,
        initialFen,
        events: [],
      });
      expect(await db.dataAccess.getGame(gameID + 1)).toBeNull();
      expect(await db.dataAccess.loadGame(gameID + 1)).toBeNull();
    });

    test('T-1 the last events of many games are read at once, without unknown games', async () => {
      await makeUsers(db, 'alice', 'bob');
      const fresh = await makeGame(db);
      const over = await makeGame(db);
      await db.dataAccess.addToGame('alice', 'white', over);
      await db.dataAccess.addToGame('bob', 'black', over);
      await resigned(db, over, 'bob');
      expect(await db.dataAccess.getLastEvents([over, over + 1, fresh])).toEqual(
        new Map([
          [fresh, 0],
          [over, 3],
        ]),
      );
      expect(await db.dataAccess.getLastEvents([])).toEqual(new Map());
    });

    test('R-CLEAR-1 a clear removes every user, token, game, move and event', async () => {
      await makeUsers(db, 'alice', 'bob');
      const token = await db.dataAccess.createAuth('alice');
      const gameID = await makeGame(db);
      await db.dataAccess.addToGame('alice', 'white', gameID);
      await db.dataAccess.addToGame('bob', 'black', gameID);
      await resigned(db, gameID, 'bob');
      await db.dataAccess.relations.set('alice', 'bob', 'mute', db.nowMs);
      await db.database.sql(
        `INSERT INTO "rating" VALUES ('bob', 'standard', 'blitz', 1500, 90, 0.06, 1, 0)`,
      );
      await db.database.sql(
        `INSERT INTO "ratingChange" VALUES (${gameID}, 'bob', 'standard', 'blitz', 1510, 1500, 0)`,
      );
      await db.dataAccess.clearAllData();
      for (const table of clearedTables) {
        expect(await db.database.sql(`SELECT 1 FROM "${table}"`), table).toEqual([]);
      }
      expect(await db.dataAccess.getAuth(token)).toBeNull();
      expect(await db.dataAccess.getGame(gameID)).toBeNull();
      expect(await db.dataAccess.loadGame(gameID)).toBeNull();
      expect(await db.dataAccess.getUser('alice')).toBeNull();
    });

    test('C-10 a clock runs while a game with a clock is played', async () => {
      const { dataAccess, nowMs } = db;
      await makeUsers(db, 'alice', 'bob');
      await makeSeatedGame(db, 'alice', 'bob'); // untimed
      expect(await dataAccess.isClockRunning()).toBe(false);
      const timeControl = { type: 'clock', limitMs: 60_000, incrementMs: 0 } as const;
      const setup = { ...plainSetup, timeControl };
      const { initialFen } = startRecord();
      const gameID = await dataAccess.createGameID('timed', initialFen, nowMs, setup);
      await dataAccess.addToGame('alice', 'white', gameID);
      expect(await dataAccess.isClockRunning()).toBe(false);
      await dataAccess.addToGame('bob', 'black', gameID);
      expect(await dataAccess.isClockRunning()).toBe(true);
      await played(db, gameID, 'e4 e5');
      await resigned(db, gameID, 'alice');
      expect(await dataAccess.isClockRunning()).toBe(false);
    });
  });
}
