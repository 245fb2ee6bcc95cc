import { beforeEach, describe, expect, test, vi } from 'vitest';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { type TestServices, testServicesOn } from '../../../testing/games/services.ts';
import type { SessionNews } from '../../live/bus/topics.ts';

/** What the hashing library is asked; it does its work all the same. */
const asked = vi.hoisted(() => {
  // Test files share modules: those that other files have imported know the library itself.
  vi.resetModules();
  return { verified: [] as string[], hashed: 0 };
});
vi.mock('@node-rs/argon2', async (importOriginal) => {
  const real = await importOriginal<typeof import('@node-rs/argon2')>();
  const counting: typeof real = {
    ...real,
    verify: (hash, ...rest) => {
      asked.verified.push(String(hash));
      return real.verify(hash, ...rest);
    },
    hash: (...arguments_) => {
      asked.hashed++;
      return real.hash(...arguments_);
    },
  };
  return counting;
});

const db = databaseFixtureOn(sqliteStore());
let app: TestServices;
beforeEach(() => {
  app = testServicesOn(db);
});
const register = (username: string, password = 'open sesame') =>
  app.services.registration.register(username, password, 'a@example.org');
const login = (username: string, password: string) => app.services.login.login(username, password);
/** OWASP's parameters for argon2id. */
const proper = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;

describe('registration', () => {
  test('R-REG-1 answers the name as typed and a token that opens a session', async () => {
    const { username, authToken } = await register('Alice');
    expect(username).toBe('Alice');
    expect(await app.services.session.require(authToken)).toMatchObject({ username: 'Alice' });
  });

  test('the password is stored as an argon2id hash only', async () => {
    await register('alice', 'correct horse battery staple');
    const [row] = await db.database.sql('SELECT * FROM "user"');
    expect(row?.passwordHash).toMatch(proper);
    expect(JSON.stringify(row)).not.toContain('horse');
  });

  test('R-REG-3 of 20 simultaneous registrations of one name exactly one succeeds', async () => {
    const names = Array.from({ length: 20 }, (_, n) => (n % 2 ? 'Racer' : 'racer'));
    const results = await Promise.allSettled(names.map((name) => register(name)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({ code: 'already_taken', field: 'username' });
      }
    }
    expect(await db.database.sql('SELECT 1 FROM "auth"')).toHaveLength(1);
  });

  test('R-REG-2 a name taken in another case is refused before anything is hashed', async () => {
    await register('alice');
    const before = asked.hashed;
    await expect(register('ALICE')).rejects.toMatchObject({ code: 'already_taken' });
    expect(asked.hashed).toBe(before);
  });
});

describe('login', () => {
  beforeEach(async () => {
    await register('Alice', 'open sesame');
    asked.verified = [];
  });

  test('R-LOGIN-1 makes a new token each time, and the older ones keep working', async () => {
    const sessions = [await login('alice', 'open sesame'), await login('ALICE', 'open sesame')];
    expect(new Set(sessions.map(({ authToken }) => authToken)).size).toBe(2);
    for (const { username, authToken } of sessions) {
      expect(username).toBe('Alice');
      expect(await app.services.session.require(authToken)).toMatchObject({ username: 'Alice' });
    }
  });

  test('R-LOGIN-2 an unknown user and a wrong password get the same answer', async () => {
    const refusals = await Promise.all(
      [login('alice', 'wrong'), login('nobody', 'wrong'), login('', ''), login('💥', 'x')].map(
        (attempt) => attempt.catch((error: unknown) => error),
      ),
    );
    const [first] = refusals;
    expect(first).toMatchObject({ code: 'wrong_credentials' });
    for (const refusal of refusals) expect(refusal).toEqual(first);
  });

  test('R-LOGIN-2 one hash of the same cost is verified either way', async () => {
    await expect(login('alice', 'wrong')).rejects.toThrow();
    expect(asked.verified).toEqual([expect.stringMatching(proper)]);
    await expect(login('nobody', 'wrong')).rejects.toThrow();
    expect(asked.verified).toEqual([expect.stringMatching(proper), expect.stringMatching(proper)]);
  });

  test('R-LOGIN-2 nobody signs in as a user who is not there, whatever the password', async () => {
    for (const password of ['nobody has this password', '', 'open sesame']) {
      await expect(login('nobody', password)).rejects.toMatchObject({ code: 'wrong_credentials' });
    }
  });
});

describe('logout', () => {
  test('R-LOGOUT-1 ends that token only, tells whoever holds its connections, and works once', async () => {
    const news: SessionNews[] = [];
    app.bus.subscribe('sessions', (one) => news.push(one));
    const { authToken } = await register('alice');
    const other = await login('alice', 'open sesame');
    const { tokenDigest } = await app.services.session.require(authToken);
    await app.services.logout.logout(authToken);
    expect(news).toEqual([{ type: 'ended', tokenDigest }]);
    await expect(app.services.logout.logout(authToken)).rejects.toMatchObject({
      code: 'unauthorized',
    });
    await expect(app.services.session.require(authToken)).rejects.toMatchObject({
      code: 'unauthorized',
    });
    expect(news).toHaveLength(1);
    expect(await app.services.session.require(other.authToken)).toMatchObject({
      username: 'alice',
    });
  });

  test('R-ERR-2 a missing or unknown token is unauthorized', async () => {
    for (const authToken of [null, '', 'unknown']) {
      await expect(app.services.logout.logout(authToken)).rejects.toMatchObject({
        code: 'unauthorized',
      });
    }
  });
});
