import { describe, expect, test, vi } from 'vitest';
import { expectError, type RestAnswer, rest } from '../../testing/clients/rest-client.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';
import { createLimits } from './limits.ts';

const server = sharedServer({
  PUBLIC_URL: 'https://chess.example.org',
  TRUSTED_PROXIES: 'loopback, 10.0.0.0/8',
});
/** A request that proxies forward from this address; each test uses its own addresses. */
const login = (from: string) =>
  rest(server().url, 'POST', '/session', { headers: { 'x-forwarded-for': from }, body: {} });
const many = (count: number, call: () => Promise<RestAnswer>) =>
  Promise.all(Array.from({ length: count }, call));
const statuses = (answers: readonly RestAnswer[]) =>
  answers.map(({ status }) => status).sort((a, b) => a - b);

describe('limits in public mode', () => {
  test('R-ERR-2 one address may sign in 20 times a minute; more is 429 with Retry-After', async () => {
    const answers = await many(25, () => login('192.0.2.1'));
    expect(statuses(answers)).toEqual([...Array(20).fill(400), ...Array(5).fill(429)]);
    for (const answer of answers.filter(({ status }) => status === 429)) {
      expectError(answer, 429, /^Error: too many requests$/);
      const seconds = answer.headers.get('retry-after') ?? '';
      expect(seconds).toMatch(/^\d+$/);
      expect(Number(seconds)).toBeGreaterThan(0);
      expect(Number(seconds)).toBeLessThanOrEqual(60);
    }
    expectError(await login('192.0.2.2'), 400);
  });

  test('Access: the client is the last forwarded address that is not a trusted proxy', async () => {
    const spoofing = (first: string) => login(`${first}, 192.0.2.4, 10.1.2.3`);
    const answers = await Promise.all(
      Array.from({ length: 21 }, (_, i) => spoofing(`198.51.100.${i}`)),
    );
    expect(statuses(answers)).toEqual([...Array(20).fill(400), 429]);
    expectError(await login('198.51.100.1'), 400);
  });

  test('Access: a client can’t set the internal address header', async () => {
    const from = (i: number) => ({
      'x-forwarded-for': '192.0.2.5',
      'x-rookery-address': `203.0.113.${i}`,
      'content-type': 'application/json',
    });
    const answers = await Promise.all(
      Array.from({ length: 21 }, (_, i) =>
        rest(server().url, 'POST', '/api/trpc/auth.login', {
          headers: from(i),
          body: { username: 'nobody', password: 'p' },
        }),
      ),
    );
    expect(statuses(answers)).toEqual([...Array(20).fill(401), 429]);
  });
});

describe('the limits', () => {
  test('R-ERR-2 a caller has 300 calls per 10 s and 20 sign-ins per minute', async () => {
    vi.useFakeTimers();
    try {
      const limits = createLimits('public');
      for (const [ask, most, seconds] of [
        [limits.request, 300, 10],
        [limits.signIn, 20, 60],
      ] as const) {
        const error = expect.objectContaining({ code: 'too_many_requests' });
        for (let call = 0; call < most; call++) await ask('busy');
        await expect(ask('busy')).rejects.toEqual(error);
        await ask('other');
        vi.advanceTimersByTime(seconds * 1000 - 1);
        await expect(ask('busy')).rejects.toMatchObject({ retryAfterSeconds: 1 });
        vi.advanceTimersByTime(1);
        for (let call = 0; call < most; call++) await ask('busy');
        await expect(ask('busy')).rejects.toEqual(error);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  test('R-ERR-2 in local mode no limit applies', async () => {
    const limits = createLimits('local');
    for (let call = 0; call < 1000; call++) await limits.request('127.0.0.1');
    for (let call = 0; call < 1000; call++) await limits.signIn('127.0.0.1');
  });

  test('R-ERR-2 one address may open 500 WebSockets; another is 429 until one closes', () => {
    const limits = createLimits('public');
    const releases = Array.from({ length: 500 }, () => limits.connection('192.0.2.8'));
    expect(() => limits.connection('192.0.2.8')).toThrow(
      expect.objectContaining({ code: 'too_many_requests' }),
    );
    limits.connection('192.0.2.9')();
    releases[0]?.();
    limits.connection('192.0.2.8');
    expect(() => limits.connection('192.0.2.8')).toThrow(
      expect.objectContaining({ code: 'too_many_requests' }),
    );
  });
});

describe('public mode with default settings', () => {
  const direct = sharedServer({ PUBLIC_URL: 'https://chess.example.org' });

  test('Access: X-Forwarded-For is ignored', async () => {
    const answers = await Promise.all(
      Array.from({ length: 21 }, (_, i) =>
        rest(direct().url, 'POST', '/session', {
          headers: { 'x-forwarded-for': `192.0.2.${i}` },
          body: {},
        }),
      ),
    );
    expect(statuses(answers)).toEqual([...Array(20).fill(400), 429]);
  });

  test('R-CLEAR-2 without a configured ADMIN_TOKEN nobody may clear: 403', async () => {
    expect(await direct().logged(/Public mode/)).toMatch(/clearing the database is off/);
    for (const token of ['', 'undefined', 'null', 'x']) {
      const answer = await rest(direct().url, 'DELETE', '/db', { token });
      expectError(answer, 403, /ADMIN_TOKEN/);
    }
  });
});
