import { describe, expect, test } from 'vitest';
import { expectError, register, rest } from '../../testing/clients/rest-client.ts';
import { openSocket, upgradeError } from '../../testing/clients/trpc-socket.ts';
import { startServer } from '../../testing/server/server.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const preflight = (method: string) => ({
  'access-control-request-method': method,
  'access-control-request-headers': 'authorization, content-type',
});

describe('local mode', () => {
  const pages = ['http://localhost:5173', 'https://127.0.0.1:8443', 'http://[::1]:5173'];

  test.each(pages)('R-CORS-1 a page at %s may call with a token', async (origin) => {
    const { url } = server();
    for (const path of ['/game', '/api/trpc/game.create']) {
      const headers = { origin, ...preflight('POST') };
      const asked = await rest(url, 'OPTIONS', path, { headers });
      expect(asked.status).toBe(204);
      expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
      expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
      expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
      expect(Number(asked.headers.get('access-control-max-age'))).toBeGreaterThan(0);
      expect(asked.headers.get('vary')).toContain('Origin');
      expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
    }
    const { token } = await register(url, `anna${pages.indexOf(origin)}`);
    const body = { gameName: 'From elsewhere' };
    const headers = { origin, 'content-type': 'application/json' };
    for (const path of ['/game', '/api/trpc/game.create']) {
      const made = await rest(url, 'POST', path, { token, body, headers });
      expect(made.status).toBe(200);
      expect(made.headers.get('access-control-allow-origin')).toBe(origin);
      const answer = await rest(url, 'POST', path, { body, headers });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('vary')).toContain('Origin');
    }
  });

  test.each([
    'https://evil.example',
    'null',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://localhost:5173.evil.example',
    'file://',
  ])(
    'R-CORS-1 a page at %s may change nothing, and the error names the setting',
    async (origin) => {
      const { url } = server();
      const headers = { origin };
      const asked = { headers: { origin, ...preflight('POST') } };
      for (const answer of [
        await rest(url, 'OPTIONS', '/game', asked),
        await rest(url, 'OPTIONS', '/api/trpc/game.create', asked),
        await rest(url, 'POST', '/game', { headers, body: { gameName: 'x' } }),
        await rest(url, 'POST', '/api/trpc/game.create', { headers, body: { gameName: 'x' } }),
        await rest(url, 'DELETE', '/db', { headers }),
      ]) {
        expectError(answer, 403, /ALLOWED_ORIGINS/);
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
    },
  );

  test('R-CORS-1 T-4 cookies are neither read from nor set for a page of another origin', async () => {
    const { url } = server();
    const origin = 'http://localhost:5173';
    const { token } = await register(url, 'berta');
    const cookie = `rookery=${token}`;
    const own = await rest(url, 'GET', '/api/trpc/auth.me', { headers: { cookie } });
    expect(own.body).toMatchObject({ result: { data: { username: 'berta' } } });
    const other = await rest(url, 'GET', '/api/trpc/auth.me', { headers: { cookie, origin } });
    expect(other.body).toMatchObject({ result: { data: null } });

    const account = { username: 'clara', password: 'p', email: 'x@example.org' };
    const body = { ...account, tokenDelivery: 'cookie' };
    const asCookie = await rest(url, 'POST', '/api/trpc/auth.register', {
      headers: { origin, 'content-type': 'application/json' },
      body,
    });
    expect(asCookie.status).toBe(400);
    expect(asCookie.headers.get('set-cookie')).toBeNull();

    const socket = await openSocket(url, { headers: { origin, cookie } });
    expect(await socket.call('query', 'auth.me')).toBeNull();
    socket.close();
  });

  test('T-4 only an allowed origin may open a WebSocket, with a token', async () => {
    const { url } = server();
    const { token } = await register(url, 'dora');
    const socket = await openSocket(url, {
      headers: { origin: 'http://localhost:5173' },
      params: { token },
    });
    expect(await socket.call('query', 'auth.me')).toMatchObject({ username: 'dora' });
    socket.close();
    expect(await upgradeError(url, { origin: 'https://evil.example' })).toMatchObject({
      status: 403,
    });
  });
});

describe('public mode', () => {
  test('R-CORS-1 only origins in ALLOWED_ORIGINS may call', async () => {
    await using open = await startServer({
      PUBLIC_URL: 'https://chess.example.org',
      ALLOWED_ORIGINS: 'https://class.example.org, https://app.example.org:8443',
    });
    const body = { username: 'anna', password: 'p', email: 'x' };
    const from = (origin: string) => rest(open.url, 'POST', '/user', { headers: { origin }, body });
    for (const origin of ['https://class.example.org', 'https://app.example.org:8443']) {
      // The password is too short, which shows that the call was allowed.
      expectError(await from(origin), 400, /password/);
    }
    for (const origin of ['http://localhost:5173', 'https://app.example.org', 'null']) {
      expectError(await from(origin), 403, /ALLOWED_ORIGINS/);
    }
    expectError(await from('https://chess.example.org'), 400, /password/);
  });
});
