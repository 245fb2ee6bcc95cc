import { Prisma } from '../../../generated/sqlite/client.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client, Dialect } from '../db/dialect.ts';

/**
 * How long a reservation is valid while its game doesn't start, ms. Only a crash or a lost database response leaves one
 * behind; a statement takes at most 15 s.
 */
const HOLD_MS = 60_000;

/**
 * Reservations of users for a game with a clock that is about to start: one game per user at a time. A reservation is
 * valid until the game starts or is deleted, or {@link HOLD_MS} have passed. A user in a running game with a clock can't
 * be reserved.
 *
 * `reserve` and a pairing (see `SeeksAccess`) lock their users before they check them, so each sees the result of the
 * one before: of several games that compete for a user exactly one gets the user.
 */
export interface ReservationsAccess {
  /**
   * Reserves all of these users for an open game with a clock.
   * @returns false when one of them is reserved for or playing another game; then nothing has changed
   */
  reserve(gameID: number, usernames: readonly string[], nowMs: number): Promise<boolean>;
  /**
   * Releases a user when the game didn't start with them, and also the host unless another user is reserved for the game.
   * Players of the running game stay reserved.
   */
  release(gameID: number, username: string, host: string | null): Promise<void>;
  /** The game with a clock that a user plays, the latest if there are several; null for none. */
  playing(username: string): Promise<number | null>;
}

const { sql, join, raw } = Prisma;

/** Whether a user (a value or a column) is reserved for a game other than `gameID`. */
export const isReserved = (user: Prisma.Sql, nowMs: number, gameID = 0) => sql`EXISTS (
  SELECT 1 FROM "reservation" AS r JOIN "gameData" AS g ON g."gameID" = r."gameID"
  WHERE r."username" = ${user} AND r."gameID" <> ${gameID} AND r."expiresAtMs" > ${nowMs} AND g."status" = 'open')`;

/** Whether a user (a value or a column) plays a game with a clock other than `gameID`; two index look-ups. */
function isPlaying(user: Prisma.Sql, gameID = 0): Prisma.Sql {
  const at = (seat: string) => sql`EXISTS (
    SELECT 1 FROM "gameData" AS g WHERE g.${raw(`"${seat}"`)} = ${user} AND g."status" = 'playing'
      AND g."limitMs" IS NOT NULL AND g."gameID" <> ${gameID})`;
  return sql`(${at('whiteUsername')} OR ${at('blackUsername')})`;
}

/** Whether a user is reserved for or playing a game with a clock other than `gameID`. */
export const isTaken = (user: Prisma.Sql, nowMs: number, gameID = 0) =>
  sql`(${isReserved(user, nowMs, gameID)} OR ${isPlaying(user, gameID)})`;

/** The game with a clock that a user plays, the latest if there are several; null for none. */
export async function gamePlayedBy(client: Client, username: string): Promise<number | null> {
  const at = (seat: string) => sql`
    SELECT "gameID" FROM "gameData" WHERE ${raw(`"${seat}"`)} = ${username}
      AND "status" = 'playing' AND "limitMs" IS NOT NULL`;
  const [row] = await client.$queryRaw<{ gameID: number }[]>`
    ${at('whiteUsername')} UNION ALL ${at('blackUsername')} ORDER BY "gameID" DESC LIMIT 1`;
  return row ? Number(row.gameID) : null;
}

export const reservationsAccess = (
  client: Client,
  { lockUsers }: Pick<Dialect, 'lockUsers'>,
): ReservationsAccess => ({
  reserve: (gameID, usernames, nowMs) =>
    mapDbErrors(async () => {
      const taken = usernames.map((username) => isTaken(sql`${username}`, nowMs, gameID));
      const results = await client.$transaction([
        ...lockUsers(usernames),
        client.$executeRaw`
          INSERT INTO "reservation" ("username", "gameID", "expiresAtMs")
          SELECT "username", CAST(${gameID} AS INTEGER), CAST(${nowMs + HOLD_MS} AS BIGINT) FROM "user"
          WHERE "username" IN (${join([...usernames])}) AND NOT (${join(taken, ' OR ')})
          ON CONFLICT ("username") DO UPDATE
          SET "gameID" = excluded."gameID", "expiresAtMs" = excluded."expiresAtMs"`,
      ]);
      return results.at(-1) === usernames.length;
    }),

  release: (gameID, username, host) =>
    mapDbErrors(async () => {
      const names = host === null ? [username] : [username, host];
      await client.$transaction([
        ...lockUsers(names),
        client.$executeRaw`
          DELETE FROM "reservation" WHERE "gameID" = ${gameID}
            AND NOT EXISTS (SELECT 1 FROM "gameData" AS g WHERE g."gameID" = ${gameID} AND g."status" = 'playing'
              AND "reservation"."username" IN (g."whiteUsername", g."blackUsername"))
            AND ("username" = ${username} OR ("username" = ${host} AND NOT EXISTS (
              SELECT 1 FROM "reservation" AS other WHERE other."gameID" = ${gameID}
                AND other."username" NOT IN (${join(names)}))))`,
      ]);
    }),

  playing: (username) => mapDbErrors(() => gamePlayedBy(client, username)),
});
