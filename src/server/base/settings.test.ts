import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError, settingList } from './settings.ts';

/** The problems of these settings, one per line. */
function problemsOf(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

describe('settings', () => {
  test('an empty environment gives the defaults, and local mode', () => {
    expect(readSettings({})).toEqual({
      HOST: '127.0.0.1',
      PORT: 3000,
      PUBLIC_URL: undefined,
      DATABASE_URL: 'file:data/rookery.db',
      REDIS_URL: undefined,
      ADMIN_TOKEN: undefined,
      ALLOWED_ORIGINS: [],
      INDEXING: 'off',
      TRUSTED_PROXIES: [],
      HASH_QUEUE: 512,
      ENGINE: 'bundled',
      LOG_LEVEL: 'info',
      mode: 'local',
    });
  });

  test.each(['', ' ', '\n'])('a variable that is %j counts as not set', (blank) => {
    const env = Object.fromEntries(Object.keys(settingList).map((name) => [name, blank]));
    expect(readSettings({ ...env, UNRELATED: 'x' })).toEqual(readSettings({}));
  });

  test('every value is parsed', () => {
    expect(
      readSettings({
        HOST: '0.0.0.0',
        PORT: '8080',
        PUBLIC_URL: 'https://chess.example.org/some/path?x=1',
        DATABASE_URL: 'postgresql://u:p@db.example.org/rookery',
        REDIS_URL: 'rediss://u:p@redis.example.org:6380/2',
        ADMIN_TOKEN: '0123456789abcdef',
        ALLOWED_ORIGINS: 'https://app.example.org, http://localhost:5173',
        INDEXING: 'on',
        TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,, 2001:db8::1 ',
        HASH_QUEUE: '7',
        ENGINE: '/usr/games/stockfish',
        LOG_LEVEL: 'debug',
      }),
    ).toEqual({
      HOST: '0.0.0.0',
      PORT: 8080,
      PUBLIC_URL: 'https://chess.example.org',
      DATABASE_URL: 'postgresql://u:p@db.example.org/rookery',
      REDIS_URL: 'rediss://u:p@redis.example.org:6380/2',
      ADMIN_TOKEN: '0123456789abcdef',
      ALLOWED_ORIGINS: ['https://app.example.org', 'http://localhost:5173'],
      INDEXING: 'on',
      TRUSTED_PROXIES: ['loopback', '10.0.0.0/8', '2001:db8::1'],
      HASH_QUEUE: 7,
      ENGINE: '/usr/games/stockfish',
      LOG_LEVEL: 'debug',
      mode: 'public',
    });
    expect(readSettings({ PORT: '0' }).PORT).toBe(0);
  });

  test.each([
    ['https://app.example.org/path', 'https://app.example.org'],
    ['https://app.example.org/', 'https://app.example.org'],
    ['app.example.org', 'https://app.example.org'],
    ['*', 'https://app.example.org'],
    ['null', 'https://app.example.org'],
    ['https://a.example, ftp://b.example', 'https://app.example.org'],
  ])('R-CORS-1 ALLOWED_ORIGINS %s is rejected with what would be right', (list, right) => {
    expect(problemsOf({ ALLOWED_ORIGINS: list })).toEqual([
      expect.stringMatching(`^ALLOWED_ORIGINS: .* is not an origin: .*${right}$`),
    ]);
  });

  test('all problems are listed at once, each with its setting', () => {
    const problems = problemsOf({
      HOST: '192.168.1.5',
      PORT: '65536',
      PUBLIC_URL: '',
      DATABASE_URL: 'mysql://localhost/rookery',
      ADMIN_TOKEN: 'short',
      TRUSTED_PROXIES: '10.0.0.0/8, my-proxy',
      HASH_QUEUE: '0',
      LOG_LEVEL: 'loud',
    });
    expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
      'ADMIN_TOKEN',
      'DATABASE_URL',
      'HASH_QUEUE',
      'HOST',
      'LOG_LEVEL',
      'PORT',
      'TRUSTED_PROXIES',
    ]);
    for (const problem of problems) expect(problem).toMatch(/^[A-Z_]+: \S/);
  });

  test('the error is readable: one line per problem', () => {
    expect(() => readSettings({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(
      /^The settings are wrong:\n {2}PORT: .+\n {2}LOG_LEVEL: .+$/,
    );
  });

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PUBLIC_URL', 'chess.example.org'],
    ['PUBLIC_URL', 'ftp://chess.example.org'],
    ['DATABASE_URL', 'file:'],
    ['DATABASE_URL', 'postgresql://u:p@host:port/db'],
    ['DATABASE_URL', 'rookery.db'],
    ['REDIS_URL', 'redis.example.org:6379'],
    ['REDIS_URL', 'redis://host:port'],
    ['TRUSTED_PROXIES', '300.1.1.1'],
    ['TRUSTED_PROXIES', '10.0.0.0/99'],
    ['HASH_QUEUE', 'many'],
    ['HASH_QUEUE', '1.5'],
    ['LOG_LEVEL', 'INFO'],
  ])('%s=%j is rejected', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name}: `)),
    ]);
  });

  test('R-CLEAR-2 an address that others can reach needs PUBLIC_URL', () => {
    for (const HOST of [
      '0.0.0.0',
      '::',
      '192.168.1.5',
      'chess.example.org',
      '127.0.0.1.evil.org',
    ]) {
      for (const PUBLIC_URL of [undefined, '', ' ']) {
        const problems = problemsOf({ HOST, PUBLIC_URL });
        expect(problems).toEqual([expect.stringMatching(/^HOST: .*PUBLIC_URL/)]);
      }
      expect(readSettings({ HOST, PUBLIC_URL: 'http://chess.example.org' }).mode).toBe('public');
    }
  });

  test('R-CLEAR-2 a loopback address is local, unless PUBLIC_URL is set', () => {
    for (const HOST of ['127.0.0.1', '127.1.2.3', 'localhost', '::1', '[::1]']) {
      expect(readSettings({ HOST }).mode).toBe('local');
      expect(readSettings({ HOST, PUBLIC_URL: 'https://x.example.org' }).mode).toBe('public');
    }
  });

  test('SQLite serves one process, which needs no Redis; with PostgreSQL it is optional', () => {
    const REDIS_URL = 'redis://localhost';
    for (const DATABASE_URL of [undefined, 'file:x.db']) {
      const problems = problemsOf({ REDIS_URL, DATABASE_URL });
      expect(problems).toEqual([expect.stringMatching(/^REDIS_URL: .*SQLite/)]);
    }
    const DATABASE_URL = 'postgresql://localhost/rookery';
    expect(readSettings({ REDIS_URL, DATABASE_URL }).REDIS_URL).toBe(REDIS_URL);
    expect(readSettings({ DATABASE_URL }).REDIS_URL).toBeUndefined();
  });

  test('every setting has a help line', () => {
    for (const { help } of Object.values(settingList)) expect(help).toMatch(/^[A-Z].*\.$/);
  });
});
