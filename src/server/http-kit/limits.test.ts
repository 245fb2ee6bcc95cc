import { describe, expect, test } from 'vitest';
import { expectError, type RestAnswer, rest } from '../../testing/clients/rest-client.ts';
import { openSocket } from '../../testing/clients/trpc-socket.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';
import { createLimits } from './limits.ts';

const server = sharedServer({
  PUBLIC_URL: 'https://chess.example.org',
  TRUSTED_PROXIES: 'loopback, 10.0.0.0/8',
});
/** A request that arrives through proxies from that address; each test has addresses of its own. */
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

  test('R-ERR-2 one address may ask 300 times in 10 s, whatever it asks', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.3' };
    const answers = await many(320, () => rest(server().url, 'GET', '/game', { headers }));
    expect(statuses(answers)).toEqual([...Array(300).fill(401), ...Array(20).fill(429)]);
    const trpc = await rest(server().url, 'GET', '/api/trpc/auth.me', { headers });
    expect(trpc).toMatchObject({
      status: 429,
      body: { error: { data: { rookeryCode: 'too_many_requests' } } },
    });
  });

  test('Access: of the forwarded addresses the last that no trusted proxy wrote counts', async () => {
    const spoofing = (first: string) => login(`${first}, 192.0.2.4, 10.1.2.3`);
    const answers = await Promise.all(
      Array.from({ length: 21 }, (_, i) => spoofing(`198.51.100.${i}`)),
    );
    expect(statuses(answers)).toEqual([...Array(20).fill(400), 429]);
    expectError(await login('198.51.100.1'), 400);
  });

  test('Access: the address that the server hands on by itself can’t be sent', async () => {
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

  test('R-ERR-2 calls over one WebSocket count as well', async () => {
    const socket = await openSocket(server().url, { headers: { 'x-forwarded-for': '192.0.2.6' } });
    const calls = Array.from({ length: 301 }, () => socket.call('query', 'auth.me'));
    const reasons = (await Promise.allSettled(calls)).flatMap((one) =>
      one.status === 'rejected' ? [one.reason as unknown] : [],
    );
    const data = { rookeryCode: 'too_many_requests', retryAfterSeconds: expect.any(Number) };
    expect(reasons).toMatchObject([{ shape: { data } }]);
    socket.close();
  });

  test('R-ERR-2 players behind one address don’t share a limit: each session counts for itself', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.7' };
    const open = async (username: string) => {
      const body = { username, password: 'correct horse battery', email: 'a@example.org' };
      const answer = await rest(server().url, 'POST', '/user', { headers, body });
      const { authToken: token } = answer.body as { authToken: string };
      return openSocket(server().url, { headers, params: { token } });
    };
    const [busy, other] = [await open('busy'), await open('other')];
    const calls = Array.from({ length: 301 }, () => busy.call('query', 'auth.me'));
    const refused = (await Promise.allSettled(calls)).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(await other.call('query', 'auth.me')).toMatchObject({ username: 'other' });
    busy.close();
    other.close();
  });
});

describe('WebSockets in public mode', () => {
  test('R-ERR-2 one address may have 500 open; one more is 429 until one is closed', () => {
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

describe('public mode with nothing else set', () => {
  const direct = sharedServer({ PUBLIC_URL: 'https://chess.example.org' });

  test('Access: X-Forwarded-For is not believed', async () => {
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
