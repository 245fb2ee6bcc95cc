import { randomUUID } from 'node:crypto';
import { Prisma } from '../../../generated/sqlite/client.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';
import type { SeeksAccess } from './seeks.ts';

/**
 * How long a promise holds without its game beginning, ms. Only a server that died in between, or a lost answer of the
 * database, leaves one behind; a statement takes at most 15 s.
 */
const PROMISE_MS = 60_000;

/** The pool of a row that is there without a seek. */
export const NOTHING_SOUGHT = '{}';

const { sql, join, raw } = Prisma;

/** Whether the row named so is promised to a game that is about to begin. */
export const isReserved = (row: string, nowMs: number) => sql`EXISTS (
  SELECT 1 FROM "gameData" AS g WHERE g."gameID" = ${raw(`"${row}"`)}."gameID" AND g."status" = 'open'
    AND ${raw(`"${row}"`)}."aliveAtMs" > ${nowMs - PROMISE_MS})`;

/** Whether a user plays a game with a clock, of whatever origin, other than `gameID`; two looks into indexes. */
export function plays(username: string, gameID = 0): Prisma.Sql {
  const at = (seat: string) => sql`EXISTS (
    SELECT 1 FROM "gameData" AS g WHERE g.${raw(`"${seat}"`)} = ${username} AND g."status" = 'playing'
      AND g."limitMs" IS NOT NULL AND g."gameID" <> ${gameID})`;
  return sql`(${at('whiteUsername')} OR ${at('blackUsername')})`;
}

/**
 * The part of {@link SeeksAccess} about games that begin.
 * @param lock what keeps others from rows until the transaction ends: `FOR UPDATE`, or nothing where it is alone
 */
export function reservations(client: Client, lock: '' | 'FOR UPDATE') {
  /** In one order everywhere, so that two that share users don't wait for each other. */
  const locked = (usernames: readonly string[], kind: string) => client.$queryRaw`
    SELECT "username" FROM "seek"
    WHERE "username" IN (${join([...usernames].sort())}) AND "kind" = ${kind}
    ORDER BY "username" ${raw(lock)}`;
  /** Makes the row if there is none; it neither waits nor names a game. */
  const fill = (username: string, kind: string) => client.$executeRaw`
    INSERT INTO "seek" ("username", "kind", "seekID", "pool", "rating", "sinceMs", "aliveAtMs", "gameID")
    VALUES (${username}, ${kind}, ${randomUUID()}, ${NOTHING_SOUGHT}, 0, 0, 0, 0) ON CONFLICT DO NOTHING`;

  const reserve: SeeksAccess['reserve'] = (gameID, usernames, nowMs) =>
    mapDbErrors(async () => {
      const names = join([...usernames]);
      const busy = join(
        usernames.map((username) => plays(username, gameID)),
        ' OR ',
      );
      // What was sought is kept, in case the game doesn't begin.
      const results = await client.$transaction([
        ...[...usernames].sort().map((username) => fill(username, 'clock')),
        locked(usernames, 'clock'),
        client.$executeRaw`
          UPDATE "seek" SET "gameID" = ${gameID}, "aliveAtMs" = ${nowMs},
            "pool" = CASE WHEN "gameID" IS NULL OR "gameID" = ${gameID} THEN "pool" ELSE ${NOTHING_SOUGHT} END
          WHERE "kind" = 'clock' AND "username" IN (${names}) AND NOT (${busy}) AND NOT EXISTS (
            SELECT 1 FROM "seek" AS other WHERE other."kind" = 'clock' AND other."username" IN (${names})
              AND other."gameID" <> ${gameID} AND ${isReserved('other', nowMs)})`,
      ]);
      return results.at(-1) === usernames.length;
    });

  const release: SeeksAccess['release'] = (gameID, username, host, nowMs) =>
    mapDbErrors(async () => {
      const names = host === null ? [username] : [username, host];
      const released = sql`"kind" = 'clock' AND "gameID" = ${gameID}
        AND NOT EXISTS (SELECT 1 FROM "gameData" AS g WHERE g."gameID" = ${gameID} AND g."status" = 'playing'
          AND "seek"."username" IN (g."whiteUsername", g."blackUsername"))
        AND ("username" = ${username} OR ("username" = ${host} AND NOT EXISTS (
          SELECT 1 FROM "seek" AS other WHERE other."kind" = 'clock' AND other."gameID" = ${gameID}
            AND other."username" NOT IN (${join(names)}))))`;
      await client.$transaction([
        locked(names, 'clock'),
        client.$executeRaw`
          UPDATE "seek" SET "gameID" = NULL, "aliveAtMs" = ${nowMs}
          WHERE ${released} AND "pool" <> ${NOTHING_SOUGHT}`,
        client.$executeRaw`DELETE FROM "seek" WHERE ${released}`,
      ]);
    });

  const playing: SeeksAccess['playing'] = (username) =>
    mapDbErrors(async () => {
      const at = (seat: string) => sql`
        SELECT "gameID" FROM "gameData" WHERE ${raw(`"${seat}"`)} = ${username}
          AND "status" = 'playing' AND "limitMs" IS NOT NULL`;
      const [row] = await client.$queryRaw<{ gameID: number }[]>`
        ${at('whiteUsername')} UNION ALL ${at('blackUsername')} ORDER BY "gameID" DESC LIMIT 1`;
      return row ? Number(row.gameID) : null;
    });

  const outcome: SeeksAccess['outcome'] = (seekID, nowMs) =>
    mapDbErrors(async () => {
      await client.$executeRaw`
        UPDATE "seek" SET "gameID" = NULL, "aliveAtMs" = ${nowMs}
        WHERE "seekID" = ${seekID} AND "gameID" IS NOT NULL AND "pool" <> ${NOTHING_SOUGHT}
          AND NOT ${isReserved('seek', nowMs)} AND NOT EXISTS (
            SELECT 1 FROM "gameData" AS g WHERE g."gameID" = "seek"."gameID"
              AND (g."status" = 'playing' OR g."whiteUsername" IS NOT NULL))`;
      const [row] = await client.$queryRaw<{ gameID: number | null; status: string | null }[]>`
        SELECT "seek"."gameID", "status" FROM "seek"
        LEFT JOIN "gameData" ON "gameData"."gameID" = "seek"."gameID" WHERE "seekID" = ${seekID}`;
      if (!row) return 'gone';
      if (row.gameID === null) return 'waiting';
      if (row.status === 'playing') return { gameID: Number(row.gameID) };
      return row.status === 'open' ? 'reserved' : 'gone';
    });

  return { fill, locked, reserve, release, playing, outcome };
}
