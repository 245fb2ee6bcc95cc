import { Prisma } from '../../../../generated/sqlite/client.ts';
import { commitRows } from '../commit-rows.ts';
import { type Client, type Dialect, type GamesChunk, newRow, type SeatedRow } from '../dialect.ts';
import { lockedTables, quoted } from '../tables.ts';
import { commitToPostgres } from './commit.ts';

/**
 * PostgreSQL. Each write is one statement: the update of the game's row locks it and decides, and the inserts use the row
 * that it returns, so that of racing processes only one writes. A batch locks its games in the order of their numbers, to
 * avoid a deadlock with another batch.
 */
export const postgresDialect = (client: Client): Dialect => ({
  async gamesChunk(where, limit) {
    const [chunk] = await client.$queryRaw<GamesChunk[]>`
      SELECT string_agg(json_build_object('gameID', "gameID", 'whiteUsername', "whiteUsername",
               'blackUsername', "blackUsername", 'gameName', "gameName")::text, ',' ORDER BY "gameID") AS "json",
             max("gameID") AS "last", (SELECT max("gameID") FROM "gameData") AS "newest"
      FROM (SELECT "gameID", "whiteUsername", "blackUsername", "gameName" FROM "gameData"
            WHERE ${where} ORDER BY "gameID" LIMIT ${limit}) AS chunk`;
    return chunk ?? { json: null, last: null, newest: null };
  },

  async createGame(game) {
    const { gameID } = await client.gameData.create({
      data: newRow(game),
      select: { gameID: true },
    });
    return gameID;
  },

  async addToGame({ username, color, gameID, atMs }) {
    const own = Prisma.raw(color === 'white' ? '"whiteUsername"' : '"blackUsername"');
    const other = Prisma.raw(color === 'white' ? '"blackUsername"' : '"whiteUsername"');
    const body = JSON.stringify({ type: 'seatTaken', color, username });
    const rows = await client.$queryRaw<SeatedRow[]>`
      WITH seat AS (
        UPDATE "gameData" SET ${own} = ${username}, "lastEvent" = "lastEvent" + 1,
          "changedAtMs" = CASE WHEN ${other} IS NULL THEN "changedAtMs" ELSE ${atMs}::bigint END,
          "status" = CASE WHEN ${other} IS NULL THEN "status" ELSE 'playing' END
        WHERE "gameID" = ${gameID}::int AND ${own} IS NULL AND "status" <> 'finished'
          AND "hostUsername" IS NULL
        RETURNING *),
      recorded AS (
        INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
        SELECT "gameID", "lastEvent", ${atMs}::bigint, ${body} FROM seat)
      SELECT * FROM seat`;
    return rows[0] ?? null;
  },

  commitEvents: (commits) => commitToPostgres(client, commitRows(commits)),

  // Advisory locks, because a transaction that held a user's row while waiting for a game's could deadlock with a clear.
  // Sorted, to avoid a deadlock between two transactions that share users.
  lockUsers: (usernames) =>
    [...usernames]
      .sort()
      .map(
        (username) =>
          client.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`user ${username}`}, 0))`,
      ),

  // Row locks could deadlock with a batch of decisions. The tables are in the order in which all other statements use
  // them.
  keepWritersOut: () => [
    client.$executeRaw`LOCK TABLE ${quoted(lockedTables)} IN SHARE ROW EXCLUSIVE MODE`,
  ],
});
