import { describe, expect, test } from 'vitest';
import { expectError, register, rest, restWithHost } from '../../testing/clients/rest-client.ts';
import { openSocket, upgradeError } from '../../testing/clients/trpc-socket.ts';
import { startServer } from '../../testing/server/server.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const PUBLIC_URL = 'https://chess.example.org';
const ADMIN_TOKEN = 'a token for the administrator';
const server = sharedServer({ PUBLIC_URL, ADMIN_TOKEN });

const account = (username: string, password = 'one rook too many') => ({
  username,
  password,
  email: 'x@example.org',
});
const clear = (token: string) => rest(server().url, 'DELETE', '/db', { token });

describe('public mode', () => {
  test('Access: the mode and its effects are printed', async () => {
    const line = await server().logged(/Public mode/);
    expect(line).toMatch(/Secure.*8 characters.*needs ADMIN_TOKEN/);
    expect(line).not.toContain(ADMIN_TOKEN);
    expect(await server().logged(/ready at/)).toContain(PUBLIC_URL);
  });

  test('Access: a new password needs at least 8 characters and must not be a common one', async () => {
    const post = (password: string) =>
      rest(server().url, 'POST', '/user', { body: account('anna', password) });
    for (const password of ['p', '7 chars', 'password', 'Password', '12345678', 'qwertyuiop']) {
      expectError(await post(password), 400, /^Error: bad request \(password: /);
    }
    expect(await post('8 chars!')).toMatchObject({ status: 200 });
  });

  test('Access: the server accepts its public host name', async () => {
    const { port } = server();
    for (const host of ['chess.example.org', `127.0.0.1:${port}`]) {
      expectError(await restWithHost(port, 'GET', '/game', { host }), 401);
      const page = await restWithHost(port, 'GET', '/login', { host, accept: 'text/html' });
      expect(page).toMatchObject({ status: 200 });
    }
  });

  test('Access: every answer requires https', async () => {
    for (const path of ['/login', '/game', '/nothing', '/api/trpc/auth.me']) {
      const { headers } = await rest(server().url, 'GET', path);
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/);
    }
  });

  test('Access: the cookie is Secure, HttpOnly, SameSite=Lax and bound to the host', async () => {
    const { port } = server();
    const from = { host: 'chess.example.org', origin: PUBLIC_URL };
    const json = { ...from, 'content-type': 'application/json' };
    const input = { ...account('berta'), tokenDelivery: 'cookie' };
    const answer = await restWithHost(port, 'POST', '/api/trpc/auth.register', json, input);
    expect(answer).toMatchObject({
      status: 200,
      body: { result: { data: { username: 'berta' } } },
    });
    const [pair = '', ...attributes] = (answer.headers.get('set-cookie') ?? '').split('; ');
    expect(pair).toMatch(/^__Host-rookery=[\w-]{43}$/);
    const expected = ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'];
    expect(attributes.filter((one) => !one.startsWith('Max-Age=')).sort()).toEqual(expected);
    expect(JSON.stringify(answer.body)).not.toContain(pair.split('=')[1]);

    const me = await rest(server().url, 'GET', '/api/trpc/auth.me', { headers: { cookie: pair } });
    expect(me).toMatchObject({ body: { result: { data: { username: 'berta' } } } });
    const unbound = { cookie: pair.replace('__Host-', '') };
    const nobody = await rest(server().url, 'GET', '/api/trpc/auth.me', { headers: unbound });
    expect(nobody).toMatchObject({ body: { result: { data: null } } });
  });

  test('Access: only our own origin may use the cookie, for mutations or a WebSocket', async () => {
    const { url } = server();
    for (const origin of ['https://evil.example', 'null', url, 'http://chess.example.org']) {
      const headers = { origin, 'content-type': 'application/json' };
      const body = { ...account('clara'), tokenDelivery: 'cookie' };
      const answer = await rest(url, 'POST', '/api/trpc/auth.register', { headers, body });
      expectError(answer, 403, /\(Origin: /);
      expect(await upgradeError(url, { origin })).toMatchObject({ status: 403 });
    }
    (await openSocket(url, { headers: { origin: PUBLIC_URL } })).close();
    (await openSocket(url)).close();
  });

  test('R-CLEAR-2 clearing needs the ADMIN_TOKEN', async () => {
    const { token } = await register(server().url, 'dora');
    const wrong = [
      '',
      token,
      'Bearer',
      ADMIN_TOKEN.toUpperCase(),
      `${ADMIN_TOKEN}x`,
      'x'.repeat(9000),
    ];
    for (const one of wrong) {
      expectError(await clear(one), 401, /^Error: unauthorized$/);
    }
    expect(await rest(server().url, 'GET', '/game', { token })).toMatchObject({ status: 200 });
    expect(await clear(ADMIN_TOKEN)).toMatchObject({ status: 200, body: {} });
    expectError(await rest(server().url, 'GET', '/game', { token }), 401);
    expect(await clear(`Bearer ${ADMIN_TOKEN}`)).toMatchObject({ status: 200 });
  });
});

describe('starting', () => {
  test('Access: a public address requires PUBLIC_URL', async () => {
    for (const HOST of ['0.0.0.0', '::']) {
      await expect(startServer({ HOST })).rejects.toThrow(/HOST: .*PUBLIC_URL/);
    }
    await using open = await startServer({ HOST: '0.0.0.0', PUBLIC_URL });
    expectError(await rest(open.url, 'GET', '/game'), 401);
  });

  test('Access: all invalid settings are listed by name', async () => {
    const wrong = {
      PUBLIC_URL: 'chess',
      ADMIN_TOKEN: 'short',
      TRUSTED_PROXIES: 'loopback, everyone',
      DATABASE_URL: 'mysql://x',
    };
    const started = startServer(wrong);
    for (const name of Object.keys(wrong)) await expect(started).rejects.toThrow(`${name}: `);
    await expect(started).rejects.not.toThrow(/at .*\.js:\d+/);
  });
});
