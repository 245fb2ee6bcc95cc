import { Prisma } from '../../../../generated/sqlite/client.ts';
import { commitRows } from '../commit-rows.ts';
import { type Client, type Dialect, type GamesChunk, newRow, type SeatedRow } from '../dialect.ts';
import { lockedTables, quoted } from '../tables.ts';
import { commitToPostgres } from './commit.ts';

/**
 * PostgreSQL. One statement each: the update of the game's row decides and locks it, and the inserts take what it
 * returned, so that racing processes can't both write. A batch locks its games' rows in the order of their numbers:
 * two batches that share games would otherwise wait for each other.
 */
export const postgresDialect = (client: Client): Dialect => ({
  async gamesChunk(where, limit) {
    const [piece] = await client.$queryRaw<GamesChunk[]>`
      SELECT string_agg(json_build_object('gameID', "gameID", 'whiteUsername', "whiteUsername",
               'blackUsername', "blackUsername", 'gameName', "gameName")::text, ',' ORDER BY "gameID") AS "json",
             max("gameID") AS "last", (SELECT max("gameID") FROM "gameData") AS "newest"
      FROM (SELECT "gameID", "whiteUsername", "blackUsername", "gameName" FROM "gameData"
            WHERE ${where} ORDER BY "gameID" LIMIT ${limit}) AS piece`;
    return piece ?? { json: null, last: null, newest: null };
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
      told AS (
        INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
        SELECT "gameID", "lastEvent", ${atMs}::bigint, ${body} FROM seat)
      SELECT * FROM seat`;
    return rows[0] ?? null;
  },

  commitEvents: (commits) => commitToPostgres(client, commitRows(commits)),

  rowLock: 'FOR UPDATE',

  // Row by row, a clear and a batch of decisions could wait for each other. The tables are in the order in which every
  // other statement comes to them.
  keepWritersOut: () => [
    client.$executeRaw`LOCK TABLE ${quoted(lockedTables)} IN SHARE ROW EXCLUSIVE MODE`,
  ],
});
