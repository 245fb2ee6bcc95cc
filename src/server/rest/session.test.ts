import { describe, expect, test } from 'vitest';
import {
  createGame,
  expectError,
  listGames,
  register,
  rest,
} from '../../testing/clients/rest-client.ts';
import { openSocket } from '../../testing/clients/trpc-socket.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const login = (username: unknown, password: unknown) =>
  rest(server().url, 'POST', '/session', { body: { username, password } });
const logout = (token?: string) =>
  rest(server().url, 'DELETE', '/session', token === undefined ? {} : { token });
const tokenOf = ({ body }: { body: unknown }) => (body as { authToken: string }).authToken;

describe('POST /session', () => {
  test('R-LOGIN-1 every login creates a new token, and older ones stay valid', async () => {
    const { username, password, token } = await register(server().url, 'anna');
    const answers = [await login(username, password), await login('ANNA', password)];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({ username: 'anna', authToken: expect.any(String) });
    }
    const tokens = [token, ...answers.map(tokenOf)];
    expect(new Set(tokens).size).toBe(3);
    for (const one of tokens) expect(await listGames(server().url, one)).toEqual([]);
  });

  test('R-LOGIN-1 a missing, mistyped or over-long field is rejected by name', async () => {
    for (const field of ['username', 'password']) {
      for (const value of [undefined, null, '', 7, {}, [], 'x'.repeat(257)]) {
        const body = { username: 'anna', password: 'p', [field]: value };
        const answer = await rest(server().url, 'POST', '/session', { body });
        expectError(answer, 400, `^Error: bad request \\(${field}: `);
      }
    }
  });

  test('R-LOGIN-2 an unknown user and a wrong password get the same response', async () => {
    await register(server().url, 'berta');
    const wrong = await login('berta', 'not her password');
    expectError(wrong, 401, /^Error: unauthorized$/);
    const unknown = ['nobody', 'no body', '😀', '_', 'x'.repeat(200), "'; DROP TABLE user; --"];
    for (const name of unknown) {
      const answer = await login(name, 'not her password');
      expect(answer.body).toEqual(wrong.body);
      expectError(answer, 401);
    }
  });

  test('R-LOGIN-2 passwords are compared in full and unchanged', async () => {
    const body = { username: 'clara', password: ' Pässword\u0000 ', email: 'c@example.org' };
    expect(await rest(server().url, 'POST', '/user', { body })).toMatchObject({ status: 200 });
    expect(await login('clara', ' Pässword\u0000 ')).toMatchObject({ status: 200 });
    for (const password of [
      'Pässword',
      ' Pässword',
      ' pässword\u0000 ',
      ' Pa\u0308ssword\u0000 ',
    ]) {
      expectError(await login('clara', password), 401);
    }
  });
});

describe('DELETE /session', () => {
  test('R-LOGOUT-1 ends that token only; the second logout with it is 401', async () => {
    const { username, password, token } = await register(server().url, 'dora');
    const other = tokenOf(await login(username, password));
    expect(await logout(token)).toMatchObject({ status: 200, body: {} });
    expectError(await logout(token), 401, /^Error: unauthorized$/);
    expectError(await rest(server().url, 'GET', '/game', { token }), 401);
    expect(await createGame(server().url, other)).toBeGreaterThan(0);
  });

  test('R-LOGOUT-1 a missing, empty or unknown token is 401', async () => {
    for (const token of [undefined, '', 'Bearer', 'Bearer ', 'x', 'null', 'é'.repeat(500)]) {
      expectError(await logout(token), 401, /^Error: unauthorized$/);
    }
  });

  test('R-LOGOUT-1 a live connection opened with the token is closed, and no other', async () => {
    const { url } = server();
    const { username, password, token } = await register(url, 'frida');
    const second = tokenOf(await login(username, password));
    const ended = await openSocket(url, { params: { token } });
    const endedByHeader = await openSocket(url, { headers: { authorization: `Bearer ${token}` } });
    const endedByCookie = await openSocket(url, { headers: { cookie: `rookery=${token}` } });
    const staying = await openSocket(url, { params: { token: second } });
    const anonymous = await openSocket(url);
    for (const socket of [ended, endedByHeader, endedByCookie, staying]) {
      expect(await socket.call('query', 'auth.me')).toEqual({ username: 'frida', guest: false });
    }

    await logout(token);

    for (const socket of [ended, endedByHeader, endedByCookie]) {
      expect(await socket.closed).toEqual({ code: 4001, reason: 'signed out' });
    }
    expect(await staying.call('query', 'auth.me')).toEqual({ username: 'frida', guest: false });
    expect(await anonymous.call('query', 'auth.me')).toBeNull();
    for (const socket of [staying, anonymous]) socket.close();
  });
});
