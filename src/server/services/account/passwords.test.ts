import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { testServicesOn } from '../../../testing/games/services.ts';
import { PasswordHasher } from './password-hasher.ts';
import { passwordRules } from './password-rules.ts';

describe('the hasher', () => {
  test('knows a password again, and no other', async () => {
    const hasher = new PasswordHasher(100);
    const hash = await hasher.hash('Pässwörd 🏰');
    expect(await hasher.verify(hash, 'Pässwörd 🏰')).toBe(true);
    for (const wrong of ['pässwörd 🏰', 'Pässwörd 🏰 ', '', hash]) {
      expect(await hasher.verify(hash, wrong)).toBe(false);
    }
    expect(await hasher.hash('Pässwörd 🏰')).not.toBe(hash);
    expect(await hasher.verify(null, 'nobody has this password')).toBe(false);
  });

  test('R-ERR-2 refuses what comes when its queue is full, and works again after', async () => {
    const hasher = new PasswordHasher(3);
    const attempts = Array.from({ length: availableParallelism() + 10 }, async () =>
      hasher.hash('x'),
    );
    const results = await Promise.allSettled(attempts);
    const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    // As many run as there are cores, and three wait.
    expect(refused).toHaveLength(10 - 3);
    for (const reason of refused) {
      expect(reason).toMatchObject({ code: 'too_many_requests', retryAfterSeconds: 2 });
    }
    expect(await hasher.hash('x')).toMatch(/^\$argon2id\$/);
  });

  test('R-ERR-2 a full queue is answered as a refusal, not thrown at whoever asks', async () => {
    const hasher = new PasswordHasher(1);
    const attempts: Promise<unknown>[] = [];
    for (let n = 0; n < availableParallelism() + 5; n++) attempts.push(hasher.verify(null, 'x'));
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(4);
  });
});

describe('what is asked of a new password', () => {
  test('in local mode nothing', async () => {
    for (const password of ['a', 'password', '12345678']) {
      await expect(passwordRules('local')(password)).resolves.toBeUndefined();
    }
  });

  test.each(['short', '1234567', 'password', 'PassWord', '12345678', 'qwertyuiop'])(
    'in public mode %j is refused at its field',
    async (password) => {
      await expect(passwordRules('public')(password)).rejects.toMatchObject({
        code: 'bad_request',
        field: 'password',
      });
    },
  );

  test('in public mode eight characters that few others choose are enough', async () => {
    await expect(passwordRules('public')('gr8-r00k')).resolves.toBeUndefined();
  });

  describe('by the services', () => {
    const db = databaseFixtureOn(sqliteStore());
    const publicly = { HOST: '0.0.0.0', PUBLIC_URL: 'https://chess.example.org' };

    test('a weak password is refused before the name is looked at', async () => {
      const { registration } = testServicesOn(db, publicly).services;
      await expect(registration.register('alice', 'short', 'a@example.org')).rejects.toMatchObject({
        code: 'bad_request',
        field: 'password',
      });
      expect(await db.dataAccess.getUser('alice')).toBeNull();
    });

    test('R-LOGIN-1 whoever has an account signs in, also with a password that is refused today', async () => {
      const open = testServicesOn(db).services;
      await open.registration.register('alice', 'short', 'a@example.org');
      const { login } = testServicesOn(db, publicly).services;
      expect(await login.login('alice', 'short')).toMatchObject({ username: 'alice' });
    });
  });
});
