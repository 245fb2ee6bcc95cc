import { Prisma } from '../../../generated/sqlite/client.ts';
import type { AuthModel, UserModel } from '../../../generated/sqlite/models.ts';
import { Batcher } from '../../base/batcher.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';
import { type Auth, type Login, type Role, role, type User } from '../db/records.ts';
import { digestOf, newToken, SESSION_MS, TOUCH_MS } from './tokens.ts';

type SessionRow = Pick<AuthModel, 'tokenDigest' | 'username' | 'lastUsedAtMs'> &
  Pick<UserModel, 'role'>;

const keyOf = (username: string) => username.toLowerCase();

/** Users and their sessions. */
export interface AccountsAccess {
  /** Finds a user without regard to case (R-REG-2). */
  getUser(username: string): Promise<User | null>;
  /** @returns false when the name is taken (R-REG-3) */
  createUser(username: string, passwordHash: string, email: string): Promise<boolean>;
  /** Null also for users without a password, such as guests: they can't sign in. */
  getLogin(username: string): Promise<Login | null>;

  /** Replaces a password. @returns false when it is no longer the one with `oldHash` */
  setPassword(username: string, oldHash: string, newHash: string): Promise<boolean>;

  /** Takes effect at the next call of each of the user's sessions. @returns false for an unknown user */
  setRole(username: string, role: Role): Promise<boolean>;

  /** @returns a new token of 256 random bits, base64url; only its digest is stored */
  createAuth(username: string, userAgent?: string): Promise<string>;
  /** Finds the unexpired session of a token, and extends it to 30 days from now. */
  getAuth(authToken: string): Promise<Auth | null>;
  /** @returns the sessions among these that are still open */
  getOpenSessions(tokenDigests: readonly string[]): Promise<ReadonlySet<string>>;
  /** @returns false for an unknown session */
  deleteAuth(authToken: string): Promise<boolean>;
  /** Removes expired sessions. @returns how many */
  deleteExpiredAuths(): Promise<number>;
}

/** @param now milliseconds since 1970 */
export function accountsAccess(client: Client, now: () => number): AccountsAccess {
  /** Nearly every request reads a session; concurrent reads share a query. */
  const sessions = new Batcher<string, SessionRow | null>({ run: findSessions });

  /** @returns the session of each digest, in order; null for an unknown or expired one */
  async function findSessions(tokenDigests: readonly string[]): Promise<(SessionRow | null)[]> {
    const rows = await client.$queryRaw<SessionRow[]>`
      SELECT "tokenDigest", "username", "lastUsedAtMs", "role" FROM "auth" JOIN "user" USING ("username")
      WHERE "tokenDigest" IN (${Prisma.join([...new Set(tokenDigests)])}) AND "expiresAtMs" > ${now()}`;
    const found = new Map(rows.map((row) => [row.tokenDigest, row]));
    return tokenDigests.map((tokenDigest) => found.get(tokenDigest) ?? null);
  }

  return {
    getUser(username: string): Promise<User | null> {
      return mapDbErrors(async () => {
        const row = await client.user.findUnique({
          where: { usernameKey: keyOf(username) },
          select: { username: true, createdAtMs: true, guest: true },
        });
        return row && { ...row, createdAtMs: Number(row.createdAtMs) };
      });
    },

    createUser(username: string, passwordHash: string, email: string): Promise<boolean> {
      return mapDbErrors(async () => {
        const written = await client.$executeRaw`
          INSERT INTO "user" ("username", "usernameKey", "passwordHash", "email", "createdAtMs")
          VALUES (${username}, ${keyOf(username)}, ${passwordHash}, ${email}, ${now()})
          ON CONFLICT DO NOTHING`;
        return written === 1;
      });
    },

    getLogin(username: string): Promise<Login | null> {
      return mapDbErrors(() =>
        client.user.findFirst({
          where: { usernameKey: keyOf(username), passwordHash: { not: '' } },
          select: { username: true, passwordHash: true },
        }),
      );
    },

    setPassword(username: string, oldHash: string, newHash: string): Promise<boolean> {
      return mapDbErrors(async () => {
        const where = { usernameKey: keyOf(username), passwordHash: oldHash };
        const { count } = await client.user.updateMany({ where, data: { passwordHash: newHash } });
        return count === 1;
      });
    },

    setRole(username: string, newRole: Role): Promise<boolean> {
      return mapDbErrors(async () => {
        const where = { usernameKey: keyOf(username) };
        const { count } = await client.user.updateMany({ where, data: { role: newRole } });
        return count === 1;
      });
    },

    createAuth(username: string, userAgent?: string): Promise<string> {
      return mapDbErrors(async () => {
        const token = newToken();
        const atMs = now();
        await client.$executeRaw`
          INSERT INTO "auth" ("tokenDigest", "username", "createdAtMs", "lastUsedAtMs", "expiresAtMs", "userAgent")
          VALUES (${digestOf(token)}, ${username}, ${atMs}, ${atMs}, ${atMs + SESSION_MS}, ${userAgent?.slice(0, 200) ?? null})`;
        return token;
      });
    },

    getAuth(authToken: string): Promise<Auth | null> {
      return mapDbErrors(async () => {
        const tokenDigest = digestOf(authToken);
        const row = await sessions.ask(tokenDigest);
        if (!row) return null;
        const atMs = now();
        if (Number(row.lastUsedAtMs) < atMs - TOUCH_MS) {
          await client.auth.updateMany({
            where: { tokenDigest },
            data: { lastUsedAtMs: atMs, expiresAtMs: atMs + SESSION_MS },
          });
        }
        return { username: row.username, tokenDigest, role: role.parse(row.role) };
      });
    },

    getOpenSessions(tokenDigests: readonly string[]): Promise<ReadonlySet<string>> {
      return mapDbErrors(async () => {
        if (tokenDigests.length === 0) return new Set();
        const rows = await findSessions(tokenDigests);
        return new Set(rows.flatMap((row) => row?.tokenDigest ?? []));
      });
    },

    deleteAuth(authToken: string): Promise<boolean> {
      return mapDbErrors(async () => {
        const { count } = await client.auth.deleteMany({
          where: { tokenDigest: digestOf(authToken) },
        });
        return count === 1;
      });
    },

    deleteExpiredAuths(): Promise<number> {
      return mapDbErrors(async () => {
        const { count } = await client.auth.deleteMany({
          where: { expiresAtMs: { lte: now() } },
        });
        return count;
      });
    },
  };
}
