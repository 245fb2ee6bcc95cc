import { Prisma } from '../../../../generated/sqlite/client.ts';
import type { Client, CommitRows } from '../dialect.ts';

type Decided = { gameID: number }[];

/**
 * Writes decisions: the update of the games' rows decides and locks them, and the inserts take what it returned. Where
 * ratings change, their rows are locked first, in their order, so that what the decision read of them is still true or
 * is seen to be no longer.
 * @returns the games whose decision took effect
 */
export async function commitToPostgres(client: Client, rows: CommitRows): Promise<Set<number>> {
  const decided = rows.ratings
    ? (await client.$transaction([...lockRatings(client, rows.ratings), commit(client, rows)])).at(
        -1,
      )
    : await commit(client, rows);
  return new Set((decided as Decided).map(({ gameID }) => Number(gameID)));
}

function lockRatings(client: Client, ratings: string) {
  return [
    client.$executeRaw`
      INSERT INTO "rating" ("username", "variant", "speed", "updatedAtMs", "games", "rating", "deviation", "volatility")
      SELECT j->>1, j->>2, j->>3, 0, 0, 1500, 350, 0.06
      FROM jsonb_array_elements(${ratings}::jsonb) AS j ORDER BY 1, 2, 3 ON CONFLICT DO NOTHING`,
    client.$queryRaw`
      SELECT 1 FROM "rating" AS r JOIN jsonb_array_elements(${ratings}::jsonb) AS j
        ON r."username" = j->>1 AND r."variant" = j->>2 AND r."speed" = j->>3
      ORDER BY r."username", r."variant", r."speed" FOR NO KEY UPDATE OF r`,
  ];
}

function commit(client: Client, rows: CommitRows) {
  const { games, moves, events, takebacks, ratings } = rows;
  const none = '[]';
  const ifSeated = (column: string, index: number, type: string) => {
    const name = Prisma.raw(`"${column}"`);
    const value = Prisma.raw(`(j->>${index})::${type}`);
    return Prisma.sql`${name} = CASE WHEN j->>12 = '1' THEN ${value} ELSE g.${name} END`;
  };
  return client.$queryRaw<Decided>`
    WITH locked AS (
      SELECT "gameID" FROM "gameData"
      WHERE "gameID" IN (SELECT (j->>0)::int FROM jsonb_array_elements(${games}::jsonb) AS j)
      ORDER BY "gameID" FOR NO KEY UPDATE),
    outdated AS (
      SELECT (j->>0)::int AS "gameID" FROM jsonb_array_elements(${ratings ?? none}::jsonb) AS j
      JOIN "rating" AS r ON r."username" = j->>1 AND r."variant" = j->>2 AND r."speed" = j->>3
      WHERE r."games" <> (j->>5)::int),
    decided AS (
      UPDATE "gameData" AS g SET "lastEvent" = (j->>2)::int, "status" = j->>3,
        "changedAtMs" = (j->>4)::bigint, "fen" = j->>5, "ply" = (j->>6)::int,
        "lastMove" = j->>7, "endReason" = j->>8, "winner" = j->>9, "dueAtMs" = (j->>10)::bigint,
        ${ifSeated('whiteUsername', 13, 'text')}, ${ifSeated('blackUsername', 14, 'text')},
        ${ifSeated('whiteRating', 15, 'int')}, ${ifSeated('blackRating', 16, 'int')},
        ${ifSeated('whiteProvisional', 17, 'int::boolean')}, ${ifSeated('blackProvisional', 18, 'int::boolean')}
      FROM locked JOIN jsonb_array_elements(${games}::jsonb) AS j ON locked."gameID" = (j->>0)::int
      WHERE g."gameID" = locked."gameID" AND g."lastEvent" = (j->>1)::int AND (g."status" <> 'finished' OR j->>11 = '1')
        AND g."gameID" NOT IN (SELECT "gameID" FROM outdated)
      RETURNING g."gameID"),
    moved AS (
      INSERT INTO "move" ("gameID", "number", "atMs", "ply", "uci", "san", "whiteMs", "blackMs", "quotaMs")
      SELECT "gameID", (j->>2)::int, (j->>3)::bigint, (j->>4)::int, j->>5, j->>6, (j->>7)::int, (j->>8)::int, (j->>9)::int
      FROM jsonb_array_elements(${moves ?? none}::jsonb) AS j JOIN decided ON "gameID" = (j->>0)::int),
    took AS (
      UPDATE "move" SET "ply" = -"number"
      FROM jsonb_array_elements(${takebacks ?? none}::jsonb) AS j JOIN decided ON decided."gameID" = (j->>0)::int
      WHERE "move"."gameID" = decided."gameID" AND "move"."ply" > (j->>2)::int),
    rated AS (
      UPDATE "rating" AS r SET "updatedAtMs" = (j->>4)::bigint, "games" = (j->>5)::int + 1,
        "rating" = (j->>7)::float8, "deviation" = (j->>8)::float8, "volatility" = (j->>9)::float8
      FROM jsonb_array_elements(${ratings ?? none}::jsonb) AS j JOIN decided ON "gameID" = (j->>0)::int
      WHERE r."username" = j->>1 AND r."variant" = j->>2 AND r."speed" = j->>3),
    history AS (
      INSERT INTO "ratingChange" ("gameID", "username", "variant", "speed", "atMs", "before", "after")
      SELECT "gameID", j->>1, j->>2, j->>3, (j->>4)::bigint, (j->>6)::float8, (j->>7)::float8
      FROM jsonb_array_elements(${ratings ?? none}::jsonb) AS j JOIN decided ON "gameID" = (j->>0)::int),
    told AS (
      INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
      SELECT "gameID", (j->>2)::int, (j->>3)::bigint, j->>4
      FROM jsonb_array_elements(${events ?? none}::jsonb) AS j JOIN decided ON "gameID" = (j->>0)::int)
    SELECT "gameID" FROM decided`;
}
