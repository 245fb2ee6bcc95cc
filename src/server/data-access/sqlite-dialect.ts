import { Prisma } from '../../generated/sqlite/client.ts';
import { commitRows, type Dialect, type GamesPiece } from './dialect.ts';
import type { SummaryRow } from './rows.ts';

/**
 * SQLite. Batches run in one transaction and nothing comes between their statements (see `sqlite-adapter.ts`), so the
 * inserts look at the state before, and the update of the game's row, which decides, comes last.
 */
export const sqliteDialect: Dialect = {
  async gamesPiece(client, where, limit) {
    const [piece] = await client.$queryRaw<GamesPiece[]>`
      SELECT group_concat(json_object('gameID', "gameID", 'whiteUsername', "whiteUsername",
               'blackUsername', "blackUsername", 'gameName', "gameName"), ',') AS "json",
             max("gameID") AS "last"
      FROM (SELECT * FROM "gameData" WHERE ${where} ORDER BY "gameID" LIMIT ${limit})`;
    return piece ?? { json: null, last: null };
  },

  async addToGame(client, { username, color, gameID, atMs }) {
    const own = Prisma.raw(color === 'white' ? '"whiteUsername"' : '"blackUsername"');
    const other = Prisma.raw(color === 'white' ? '"blackUsername"' : '"whiteUsername"');
    const free = Prisma.sql`"gameID" = ${gameID} AND ${own} IS NULL AND "status" <> 'finished'`;
    const body = JSON.stringify({ type: 'seatTaken', color, username });
    const [, rows] = await client.$transaction([
      client.$executeRaw`
        INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
        SELECT "gameID", "lastEvent" + 1, ${atMs}, ${body} FROM "gameData" WHERE ${free}`,
      client.$queryRaw<(SummaryRow & { lastEvent: number })[]>`
        UPDATE "gameData" SET ${own} = ${username}, "lastEvent" = "lastEvent" + 1,
          "changedAtMs" = CASE WHEN ${other} IS NULL THEN "changedAtMs" ELSE ${atMs} END,
          "status" = CASE WHEN ${other} IS NULL THEN "status" ELSE 'playing' END
        WHERE ${free} RETURNING *`,
    ]);
    return rows[0] ?? null;
  },

  async commitEvents(client, commits) {
    const { moves, events, games } = commitRows(commits);
    // CROSS JOIN fixes the order: for each row of the batch, look up its game.
    const unchanged = Prisma.sql`CROSS JOIN "gameData" AS g ON g."gameID" = j.value->>0
      AND g."lastEvent" = j.value->>1 AND g."status" <> 'finished'`;
    const inserts = [
      client.$executeRaw`
        INSERT INTO "move" ("gameID", "number", "atMs", "ply", "uci", "san")
        SELECT g."gameID", j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.value->>6
        FROM json_each(${moves}) AS j ${unchanged}`,
      client.$executeRaw`
        INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
        SELECT g."gameID", j.value->>2, j.value->>3, j.value->>4
        FROM json_each(${events}) AS j ${unchanged}`,
    ];
    const update = client.$queryRaw<{ gameID: number }[]>`
      UPDATE "gameData" SET "lastEvent" = j.value->>2, "status" = j.value->>3,
        "changedAtMs" = j.value->>4, "fen" = j.value->>5, "ply" = j.value->>6,
        "lastMove" = j.value->>7, "endReason" = j.value->>8, "winner" = j.value->>9
      FROM json_each(${games}) AS j
      WHERE "gameData"."gameID" = j.value->>0 AND "lastEvent" = j.value->>1
        AND "status" <> 'finished'
      RETURNING "gameID"`;
    const done = await client.$transaction([
      ...(moves === '[]' ? [] : inserts.slice(0, 1)),
      ...(events === '[]' ? [] : inserts.slice(1)),
      update,
    ]);
    const rows = done.at(-1);
    return new Set(Array.isArray(rows) ? rows.map((row) => Number(row.gameID)) : []);
  },

  // A transaction has the database for itself.
  keepWritersOut: () => [],
};
