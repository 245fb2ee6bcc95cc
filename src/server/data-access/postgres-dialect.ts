import { Prisma } from '../../generated/sqlite/client.ts';
import {
  type Client,
  commitRows,
  type Dialect,
  type GamesPiece,
  type SeatedRow,
} from './dialect.ts';

/**
 * PostgreSQL. One statement each: the update of the game's row decides and locks it, and the inserts take what it
 * returned, so that racing processes can't both write. A batch locks its games' rows in the order of their numbers:
 * two batches that share games would otherwise wait for each other.
 */
export const postgresDialect = (client: Client): Dialect => ({
  async gamesPiece(where, limit) {
    const [piece] = await client.$queryRaw<GamesPiece[]>`
      SELECT string_agg(json_build_object('gameID', "gameID", 'whiteUsername', "whiteUsername",
               'blackUsername', "blackUsername", 'gameName', "gameName")::text, ',' ORDER BY "gameID") AS "json",
             max("gameID") AS "last", (SELECT max("gameID") FROM "gameData") AS "newest"
      FROM (SELECT "gameID", "whiteUsername", "blackUsername", "gameName" FROM "gameData"
            WHERE ${where} ORDER BY "gameID" LIMIT ${limit}) AS piece`;
    return piece ?? { json: null, last: null, newest: null };
  },

  async createGame({ gameName, initialFen, atMs }) {
    const [row] = await client.$queryRaw<{ gameID: number }[]>`
      INSERT INTO "gameData" ("gameName", "status", "createdAtMs", "changedAtMs", "initialFen", "fen")
      VALUES (${gameName}, 'open', ${atMs}, ${atMs}, ${initialFen}, ${initialFen}) RETURNING "gameID"`;
    return Number(row?.gameID);
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
        RETURNING *),
      told AS (
        INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
        SELECT "gameID", "lastEvent", ${atMs}::bigint, ${body} FROM seat)
      SELECT * FROM seat`;
    return rows[0] ?? null;
  },

  async commitEvents(commits) {
    const { moves, events, games } = commitRows(commits);
    const rows = await client.$queryRaw<{ gameID: number }[]>`
      WITH locked AS (
        SELECT "gameID" FROM "gameData"
        WHERE "gameID" IN (SELECT (j->>0)::int FROM jsonb_array_elements(${games}::jsonb) AS j)
        ORDER BY "gameID" FOR NO KEY UPDATE),
      decided AS (
        UPDATE "gameData" AS g SET "lastEvent" = (j->>2)::int, "status" = j->>3,
          "changedAtMs" = (j->>4)::bigint, "fen" = j->>5, "ply" = (j->>6)::int,
          "lastMove" = j->>7, "endReason" = j->>8, "winner" = j->>9
        FROM locked JOIN jsonb_array_elements(${games}::jsonb) AS j ON locked."gameID" = (j->>0)::int
        WHERE g."gameID" = locked."gameID" AND g."lastEvent" = (j->>1)::int AND g."status" <> 'finished'
        RETURNING g."gameID"),
      moved AS (
        INSERT INTO "move" ("gameID", "number", "atMs", "ply", "uci", "san")
        SELECT "gameID", (j->>2)::int, (j->>3)::bigint, (j->>4)::int, j->>5, j->>6
        FROM jsonb_array_elements(${moves}::jsonb) AS j JOIN decided ON "gameID" = (j->>0)::int),
      told AS (
        INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
        SELECT "gameID", (j->>2)::int, (j->>3)::bigint, j->>4
        FROM jsonb_array_elements(${events}::jsonb) AS j JOIN decided ON "gameID" = (j->>0)::int)
      SELECT "gameID" FROM decided`;
    return new Set(rows.map((row) => Number(row.gameID)));
  },

  // Row by row, a clear and a batch of decisions could wait for each other. The tables are in the order in which every
  // other statement comes to them.
  keepWritersOut: () => [
    client.$executeRaw`
      LOCK TABLE "auth", "gameData", "move", "gameEvent", "user" IN SHARE ROW EXCLUSIVE MODE`,
  ],
});
