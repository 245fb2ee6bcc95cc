import { Prisma } from '../../../generated/sqlite/client.ts';
import type { AuthModel } from '../../../generated/sqlite/models.ts';
import { Batcher } from '../../base/batcher.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client, Dialect } from '../db/dialect.ts';
import type { Auth, Login, Role, User } from '../db/records.ts';
import { digestOf, newToken, SESSION_MS, TOUCH_MS } from './tokens.ts';

type SessionRow = Pick<AuthModel, 'tokenDigest' | 'username' | 'lastUsedAtMs'> & {
  readonly role: Role;
};

const keyOf = (username: string) => username.toLowerCase();

/** Users and their sessions (see `DataAccess`). */
export class PrismaAccounts {
  /** Nearly every request asks for a session; those that come together share a query. */
  readonly #sessions = new Batcher<string, SessionRow | null>({
    run: (tokenDigests) => this.#findSessions(tokenDigests),
  });

  constructor(
    protected readonly client: Client,
    protected readonly dialect: Dialect,
    /** Milliseconds since 1970. */
    protected readonly now: () => number,
  ) {}

  getUser(username: string): Promise<User | null> {
    return mapDbErrors(async () => {
      const row = await this.client.user.findUnique({
        where: { usernameKey: keyOf(username) },
        select: { username: true, createdAtMs: true, guest: true },
      });
      return row && { ...row, createdAtMs: Number(row.createdAtMs) };
    });
  }

  createUser(username: string, passwordHash: string, email: string): Promise<boolean> {
    return mapDbErrors(async () => {
      const written = await this.client.$executeRaw`
        INSERT INTO "user" ("username", "usernameKey", "passwordHash", "email", "createdAtMs")
        VALUES (${username}, ${keyOf(username)}, ${passwordHash}, ${email}, ${this.now()})
        ON CONFLICT DO NOTHING`;
      return written === 1;
    });
  }

  getLogin(username: string): Promise<Login | null> {
    return mapDbErrors(() =>
      this.client.user.findFirst({
        where: { usernameKey: keyOf(username), passwordHash: { not: '' } },
        select: { username: true, passwordHash: true },
      }),
    );
  }

  setRole(username: string, role: Role): Promise<boolean> {
    return mapDbErrors(async () => {
      const where = { usernameKey: keyOf(username) };
      const { count } = await this.client.user.updateMany({ where, data: { role } });
      return count === 1;
    });
  }

  createAuth(username: string, userAgent?: string): Promise<string> {
    return mapDbErrors(async () => {
      const token = newToken();
      const now = this.now();
      await this.client.$executeRaw`
        INSERT INTO "auth" ("tokenDigest", "username", "createdAtMs", "lastUsedAtMs", "expiresAtMs", "userAgent")
        VALUES (${digestOf(token)}, ${username}, ${now}, ${now}, ${now + SESSION_MS}, ${userAgent?.slice(0, 200) ?? null})`;
      return token;
    });
  }

  getAuth(authToken: string): Promise<Auth | null> {
    return mapDbErrors(async () => {
      const tokenDigest = digestOf(authToken);
      const row = await this.#sessions.ask(tokenDigest);
      if (!row) return null;
      const now = this.now();
      if (Number(row.lastUsedAtMs) < now - TOUCH_MS) {
        await this.client.auth.updateMany({
          where: { tokenDigest },
          data: { lastUsedAtMs: now, expiresAtMs: now + SESSION_MS },
        });
      }
      return { username: row.username, tokenDigest, role: row.role };
    });
  }

  /** @returns the sessions that have not expired, in the order of the digests */
  async #findSessions(tokenDigests: readonly string[]): Promise<(SessionRow | null)[]> {
    const rows = await this.client.$queryRaw<SessionRow[]>`
      SELECT "tokenDigest", "username", "lastUsedAtMs", "role" FROM "auth" JOIN "user" USING ("username")
      WHERE "tokenDigest" IN (${Prisma.join([...new Set(tokenDigests)])}) AND "expiresAtMs" > ${this.now()}`;
    const found = new Map(rows.map((row) => [row.tokenDigest, row]));
    return tokenDigests.map((tokenDigest) => found.get(tokenDigest) ?? null);
  }

  getOpenSessions(tokenDigests: readonly string[]): Promise<ReadonlySet<string>> {
    return mapDbErrors(async () => {
      if (tokenDigests.length === 0) return new Set();
      const rows = await this.#findSessions(tokenDigests);
      return new Set(rows.flatMap((row) => row?.tokenDigest ?? []));
    });
  }

  deleteAuth(authToken: string): Promise<boolean> {
    return mapDbErrors(async () => {
      const { count } = await this.client.auth.deleteMany({
        where: { tokenDigest: digestOf(authToken) },
      });
      return count === 1;
    });
  }

  deleteExpiredAuths(): Promise<number> {
    return mapDbErrors(async () => {
      const { count } = await this.client.auth.deleteMany({
        where: { expiresAtMs: { lte: this.now() } },
      });
      return count;
    });
  }
}
