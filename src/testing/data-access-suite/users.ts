import { describe, expect, test } from 'vitest';
import type { DatabaseFixture } from '../databases/database-fixture.ts';

/** The behaviour of data access to users. */
export function usersContract(db: DatabaseFixture): void {
  const register = (username: string, passwordHash = 'hash') =>
    db.dataAccess.createUser(username, passwordHash, 'a@example.org');

  describe('users', () => {
    test('a user who was never registered is null', async () => {
      expect(await db.dataAccess.getUser('alice')).toBeNull();
      expect(await db.dataAccess.getLogin('alice')).toBeNull();
    });

    test('a user without a password has no login', async () => {
      expect(await register('Computer-level-1', '')).toBe(true);
      expect(await db.dataAccess.getLogin('Computer-level-1')).toBeNull();
      expect(await db.dataAccess.getUser('computer-LEVEL-1')).not.toBeNull();
    });

    test('R-REG-2 a name is found without regard to case and shown as typed', async () => {
      expect(await register('Ada-Lovelace_1', 'hers')).toBe(true);
      for (const asked of ['Ada-Lovelace_1', 'ada-lovelace_1', 'ADA-LOVELACE_1']) {
        expect(await db.dataAccess.getUser(asked)).toEqual({
          username: 'Ada-Lovelace_1',
          createdAtMs: db.nowMs,
          guest: false,
        });
        expect(await db.dataAccess.getLogin(asked)).toEqual({
          username: 'Ada-Lovelace_1',
          passwordHash: 'hers',
        });
        expect(await db.dataAccess.getProfile(asked)).toMatchObject({
          username: 'Ada-Lovelace_1',
        });
      }
      expect(await db.dataAccess.getUser('Ada-Lovelace')).toBeNull();
      expect(await db.dataAccess.getUser('Ada-Lovelace%1')).toBeNull();
    });

    test('R-REG-2 a name that differs in case only is taken', async () => {
      expect(await register('alice', 'first')).toBe(true);
      expect(await register('Alice', 'second')).toBe(false);
      expect(await register('alice', 'third')).toBe(false);
      expect(await db.dataAccess.getLogin('ALICE')).toEqual({
        username: 'alice',
        passwordHash: 'first',
      });
    });

    test('R-REG-3 of 50 simultaneous registrations of one name exactly one succeeds', async () => {
      const names = Array.from({ length: 50 }, (_, n) => (n % 2 ? 'Racer' : 'racer'));
      const won = await Promise.all(names.map((name, n) => register(name, `hash ${n}`)));
      expect(won.filter(Boolean)).toHaveLength(1);
      const winner = won.indexOf(true);
      expect(await db.dataAccess.getLogin('racer')).toEqual({
        username: names[winner],
        passwordHash: `hash ${winner}`,
      });
      expect(await db.database.sql('SELECT "usernameKey" FROM "user"')).toEqual([
        { usernameKey: 'racer' },
      ]);
    });

    test('any text as a password hash or address is stored unchanged', async () => {
      const hash = `$argon2id$v=19$m=19456,t=2,p=1$'";--\\`;
      expect(await db.dataAccess.createUser('o-hara', hash, `"o'hara"@example.org`)).toBe(true);
      expect(await db.dataAccess.getLogin('o-hara')).toMatchObject({ passwordHash: hash });
      expect(await db.database.sql('SELECT "email" FROM "user"')).toEqual([
        { email: `"o'hara"@example.org` },
      ]);
    });
  });
}
