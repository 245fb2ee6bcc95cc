import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';

/** A session that has not ended. */
interface StoredSession {
  /** SHA-256 of the token, base64url. */
  readonly tokenDigest: string;
  /** As the client sent it. */
  readonly userAgent: string | null;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
  /** Milliseconds since 1970; written at most once an hour. */
  readonly lastUsedAtMs: number;
}

/** The sessions of each user, for their owner (PF-4). */
export interface SessionsAccess {
  /** The unexpired ones, the last used first. */
  of(username: string): Promise<StoredSession[]>;
  /** @returns whether the user had such a session */
  delete(username: string, tokenDigest: string): Promise<boolean>;
  /** Deletes all sessions of a user but one. @returns the digests of the deleted ones */
  deleteOthers(username: string, keptDigest: string): Promise<string[]>;
}

/** @param now milliseconds since 1970 */
export const sessionsAccess = (client: Client, now: () => number): SessionsAccess => ({
  of: (username) =>
    mapDbErrors(async () => {
      const rows = await client.auth.findMany({
        where: { username, expiresAtMs: { gt: now() } },
        orderBy: { lastUsedAtMs: 'desc' },
        select: { tokenDigest: true, userAgent: true, createdAtMs: true, lastUsedAtMs: true },
      });
      return rows.map((row) => ({
        ...row,
        createdAtMs: Number(row.createdAtMs),
        lastUsedAtMs: Number(row.lastUsedAtMs),
      }));
    }),

  delete: (username, tokenDigest) =>
    mapDbErrors(async () => {
      const { count } = await client.auth.deleteMany({ where: { username, tokenDigest } });
      return count === 1;
    }),

  deleteOthers: (username, keptDigest) =>
    mapDbErrors(async () => {
      const rows = await client.$queryRaw<{ tokenDigest: string }[]>`
        DELETE FROM "auth" WHERE "username" = ${username} AND "tokenDigest" <> ${keptDigest}
        RETURNING "tokenDigest"`;
      return rows.map(({ tokenDigest }) => tokenDigest);
    }),
});
