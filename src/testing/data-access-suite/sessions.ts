import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DatabaseFixture } from '../databases/database-fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const tables = ['user', 'auth', 'gameData', 'move', 'gameEvent'];

/** The behaviour of data access to sessions. */
export function sessionsContract(db: DatabaseFixture): void {
  describe('sessions', () => {
    beforeEach(async () => {
      await db.dataAccess.createUser('alice', 'hash', 'a@example.org');
      await db.dataAccess.createUser('bob', 'hash', 'b@example.org');
    });

    test('R-LOGIN-1 every login creates a new token, and older ones stay valid', async () => {
      const tokens = [];
      for (let n = 0; n < 3; n++) tokens.push(await db.dataAccess.createAuth('alice'));
      tokens.push(await db.dataAccess.createAuth('bob'));
      expect(new Set(tokens).size).toBe(4);
      const users = await Promise.all(tokens.map((token) => db.dataAccess.getAuth(token)));
      expect(users.map((auth) => auth?.username)).toEqual(['alice', 'alice', 'alice', 'bob']);
      expect(new Set(users.map((auth) => auth?.tokenDigest)).size).toBe(4);
    });

    test('PF-4 a user’s sessions are listed, the last used first, and deleted by their owner only', async () => {
      const { sessions } = db.dataAccess;
      const first = await db.dataAccess.createAuth('alice', 'curl/8');
      db.nowMs += DAY_MS;
      const second = await db.dataAccess.createAuth('alice');
      const other = await db.dataAccess.createAuth('bob');
      const [two, one] = await sessions.of('alice');
      const [createdAtMs, nowMs] = [db.nowMs - DAY_MS, db.nowMs];
      expect(two).toMatchObject({ userAgent: null, createdAtMs: nowMs, lastUsedAtMs: nowMs });
      expect(one).toMatchObject({ userAgent: 'curl/8', createdAtMs, lastUsedAtMs: createdAtMs });
      db.nowMs += DAY_MS;
      const firstDigest = (await db.dataAccess.getAuth(first))?.tokenDigest ?? '';
      expect((await sessions.of('alice'))[0]).toEqual({ ...one, lastUsedAtMs: db.nowMs });
      expect(await sessions.delete('bob', firstDigest)).toBe(false);
      expect(await sessions.delete('alice', firstDigest)).toBe(true);
      expect(await db.dataAccess.getAuth(first)).toBeNull();
      const third = await db.dataAccess.createAuth('alice');
      const kept = (await db.dataAccess.getAuth(third))?.tokenDigest ?? '';
      expect(await sessions.deleteOthers('alice', kept)).toEqual([two?.tokenDigest]);
      expect(await db.dataAccess.getAuth(second)).toBeNull();
      expect(await db.dataAccess.getAuth(other)).toMatchObject({ username: 'bob' });
      db.nowMs += 60 * DAY_MS;
      expect(await sessions.of('alice')).toEqual([]);
    });

    test('PF-4 a password is replaced only while it is the expected one', async () => {
      const { dataAccess } = db;
      expect(await dataAccess.setPassword('ALICE', 'hash', 'new')).toBe(true);
      expect(await dataAccess.setPassword('alice', 'hash', 'newer')).toBe(false);
      expect(await dataAccess.getLogin('alice')).toMatchObject({ passwordHash: 'new' });
      expect(await dataAccess.getLogin('bob')).toMatchObject({ passwordHash: 'hash' });
    });

    test('a new role counts from the next call of an existing session', async () => {
      const token = await db.dataAccess.createAuth('alice');
      expect(await db.dataAccess.setRole('ALICE', 'admin')).toBe(true);
      expect(await db.dataAccess.getAuth(token)).toMatchObject({ role: 'admin' });
      expect(await db.dataAccess.getAuth(await db.dataAccess.createAuth('bob'))).toMatchObject({
        role: 'user',
      });
      expect(await db.dataAccess.setRole('nobody', 'admin')).toBe(false);
    });

    test('an unreadable role is an internal error', async () => {
      const token = await db.dataAccess.createAuth('alice');
      await db.database.sql(`UPDATE "user" SET "role" = 'king' WHERE "username" = 'alice'`);
      await expect(db.dataAccess.getAuth(token)).rejects.toMatchObject({ code: 'internal' });
    });

    test('a token is 256 random bits, and the tables hold only its digest', async () => {
      const token = await db.dataAccess.createAuth('alice', 'curl/8');
      expect(token).toMatch(/^[\w-]{43}$/);
      const rows = await Promise.all(
        tables.map((table) => db.database.sql(`SELECT * FROM "${table}"`)),
      );
      const stored = JSON.stringify(rows);
      const digest = createHash('sha256').update(token).digest('base64url');
      expect(stored).toContain(digest);
      expect(stored).not.toContain(token);
      expect(stored).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
      expect(await db.dataAccess.getAuth(token)).toEqual({
        username: 'alice',
        tokenDigest: digest,
        role: 'user',
      });
      expect(await db.dataAccess.getAuth(digest)).toBeNull();
    });

    test('an invalid token gives null', async () => {
      const token = await db.dataAccess.createAuth('alice');
      for (const wrong of ['', ' ', token.toLowerCase(), `${token} `, "' OR 1=1 --", '💥']) {
        expect(await db.dataAccess.getAuth(wrong)).toBeNull();
        expect(await db.dataAccess.deleteAuth(wrong)).toBe(false);
      }
    });

    test('R-LOGOUT-1 of many sessions those that have not ended are found', async () => {
      const tokens = [];
      for (let n = 0; n < 3; n++) tokens.push(await db.dataAccess.createAuth('alice'));
      const digests = tokens.map((token) => createHash('sha256').update(token).digest('base64url'));
      await db.dataAccess.deleteAuth(tokens[1] ?? '');
      const open = await db.dataAccess.getOpenSessions([...digests, 'unknown']);
      expect([...open].sort()).toEqual([digests[0], digests[2]].sort());
      expect(await db.dataAccess.getOpenSessions([])).toEqual(new Set());
    });

    test('a session ends 30 days after its last use', async () => {
      const began = db.nowMs;
      const [used, unused] = [
        await db.dataAccess.createAuth('alice'),
        await db.dataAccess.createAuth('alice'),
      ];
      db.nowMs = began + 30 * DAY_MS - 1;
      expect(await db.dataAccess.getAuth(used)).not.toBeNull();
      db.nowMs = began + 30 * DAY_MS;
      expect(await db.dataAccess.getAuth(unused)).toBeNull();
      // Its last use extended it, and every use does.
      for (const days of [59, 88, 117]) {
        db.nowMs = began + days * DAY_MS;
        expect(await db.dataAccess.getAuth(used)).not.toBeNull();
      }
      db.nowMs = began + (117 + 30) * DAY_MS;
      expect(await db.dataAccess.getAuth(used)).toBeNull();
    });

    test('a session stores its first use, last use, end and user agent', async () => {
      const createdAtMs = db.nowMs;
      const token = await db.dataAccess.createAuth('alice', 'x'.repeat(500));
      db.nowMs += DAY_MS;
      await db.dataAccess.getAuth(token);
      const [row] = await db.database.sql('SELECT * FROM "auth"');
      expect(Number(row?.createdAtMs)).toBe(createdAtMs);
      expect(Number(row?.lastUsedAtMs)).toBe(createdAtMs + DAY_MS);
      expect(Number(row?.expiresAtMs)).toBe(createdAtMs + 31 * DAY_MS);
      expect(row?.userAgent).toBe('x'.repeat(200));
    });

    test('R-LOGOUT-1 a logout deletes only its token, and only once', async () => {
      const [first, second] = [
        await db.dataAccess.createAuth('alice'),
        await db.dataAccess.createAuth('alice'),
      ];
      expect(await db.dataAccess.deleteAuth(first)).toBe(true);
      expect(await db.dataAccess.getAuth(first)).toBeNull();
      expect(await db.dataAccess.deleteAuth(first)).toBe(false);
      expect(await db.dataAccess.getAuth(second)).not.toBeNull();
    });

    test('R-LOGOUT-1 of 20 simultaneous logouts with one token exactly one succeeds', async () => {
      const token = await db.dataAccess.createAuth('alice');
      const ended = await Promise.all(
        Array.from({ length: 20 }, () => db.dataAccess.deleteAuth(token)),
      );
      expect(ended.filter(Boolean)).toHaveLength(1);
    });

    test('an ended session is not restored by a simultaneous use', async () => {
      const token = await db.dataAccess.createAuth('alice');
      db.nowMs += DAY_MS; // so that the next use is stored
      await Promise.all([
        ...Array.from({ length: 10 }, () => db.dataAccess.getAuth(token)),
        db.dataAccess.deleteAuth(token),
        ...Array.from({ length: 10 }, () => db.dataAccess.getAuth(token)),
      ]);
      expect(await db.dataAccess.getAuth(token)).toBeNull();
    });

    test('only expired sessions are removed', async () => {
      await db.dataAccess.createAuth('alice');
      await db.dataAccess.createAuth('bob');
      db.nowMs += DAY_MS;
      const young = await db.dataAccess.createAuth('alice');
      expect(await db.dataAccess.deleteExpiredAuths()).toBe(0);
      db.nowMs += 29 * DAY_MS;
      expect(await db.dataAccess.deleteExpiredAuths()).toBe(2);
      expect(await db.dataAccess.getAuth(young)).not.toBeNull();
      expect(await db.database.sql('SELECT 1 FROM "auth"')).toHaveLength(1);
    });
  });
}
