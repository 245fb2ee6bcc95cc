import { Prisma } from '../../../../generated/sqlite/client.ts';
import type { Client, CommitRows } from '../dialect.ts';

/** CROSS JOIN fixes the order: for each row of the batch, look up its game, as the decision knew it. */
const unchanged = Prisma.sql`CROSS JOIN "gameData" AS g ON g."gameID" = j.value->>0
  AND g."lastEvent" = j.value->>1 AND g."status" <> 'finished'`;

/**
 * What decisions add besides their games' rows. They run before {@link sqliteUpdate}, which decides, and look at the state
 * before; nothing comes between in the transaction.
 */
export function sqliteInserts(client: Client, rows: CommitRows): Prisma.PrismaPromise<unknown>[] {
  const { takebacks, moves, events, ratings } = rows;
  const statements = [
    // A ply exists once: moves taken back make room. Their number tells which they were.
    takebacks &&
      client.$executeRaw`
        UPDATE "move" SET "ply" = -"number" FROM json_each(${takebacks}) AS j ${unchanged}
        WHERE "move"."gameID" = g."gameID" AND "move"."ply" > j.value->>2`,
    moves &&
      client.$executeRaw`
        INSERT INTO "move" ("gameID", "number", "atMs", "ply", "uci", "san", "whiteMs", "blackMs", "quotaMs")
        SELECT g."gameID", j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.value->>6,
          j.value->>7, j.value->>8, j.value->>9
        FROM json_each(${moves}) AS j ${unchanged}`,
    events &&
      client.$executeRaw`
        INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
        SELECT g."gameID", j.value->>2, j.value->>3, j.value->>4
        FROM json_each(${events}) AS j CROSS JOIN "gameData" AS g ON g."gameID" = j.value->>0
          AND g."lastEvent" = j.value->>1 AND (g."status" <> 'finished' OR j.value->>5)`,
    ...(ratings ? sqliteRatings(client, ratings) : []),
  ];
  return statements.flatMap((statement) => statement || []);
}

/** Ratings after their games. One process writes them, a batch at a time and each player once in it. */
function sqliteRatings(client: Client, ratings: string) {
  const ending = Prisma.sql`FROM json_each(${ratings}) AS j CROSS JOIN "gameData" AS g
    ON g."gameID" = j.value->>0 AND g."lastEvent" = j.value->>10 AND g."status" <> 'finished'`;
  return [
    client.$executeRaw`
      INSERT INTO "ratingChange" ("gameID", "username", "variant", "speed", "atMs", "before", "after")
      SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>6, j.value->>7
      ${ending}`,
    client.$executeRaw`
      INSERT INTO "rating" ("username", "variant", "speed", "updatedAtMs", "games", "rating", "deviation", "volatility")
      SELECT j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5 + 1, j.value->>7,
        j.value->>8, j.value->>9 ${ending} WHERE true
      ON CONFLICT DO UPDATE SET "updatedAtMs" = excluded."updatedAtMs", "games" = excluded."games",
        "rating" = excluded."rating", "deviation" = excluded."deviation",
        "volatility" = excluded."volatility"`,
  ];
}

/** The update that decides: only games that are as the decision knew them. */
export function sqliteUpdate(client: Client, games: string) {
  const ifSeated = (column: string, index: number) => {
    const name = Prisma.raw(`"${column}"`);
    return Prisma.sql`${name} = CASE WHEN j.value->>12 THEN j.value->>${Prisma.raw(String(index))} ELSE ${name} END`;
  };
  return client.$queryRaw<{ gameID: number }[]>`
    UPDATE "gameData" SET "lastEvent" = j.value->>2, "status" = j.value->>3,
      "changedAtMs" = j.value->>4, "fen" = j.value->>5, "ply" = j.value->>6,
      "lastMove" = j.value->>7, "endReason" = j.value->>8, "winner" = j.value->>9,
      "dueAtMs" = j.value->>10,
      ${ifSeated('whiteUsername', 13)}, ${ifSeated('blackUsername', 14)},
      ${ifSeated('whiteRating', 15)}, ${ifSeated('blackRating', 16)},
      ${ifSeated('whiteProvisional', 17)}, ${ifSeated('blackProvisional', 18)}
    FROM json_each(${games}) AS j
    WHERE "gameData"."gameID" = j.value->>0 AND "lastEvent" = j.value->>1
      AND ("status" <> 'finished' OR j.value->>11)
    RETURNING "gameID"`;
}
