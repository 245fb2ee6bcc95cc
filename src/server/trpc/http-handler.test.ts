import { createTRPCClient, httpBatchLink, httpLink } from '@trpc/client';
import { beforeAll, describe, expect, test } from 'vitest';
import { apiErrorOf } from '../../client/api-error.ts';
import type { AppRouter } from '../../contract/procedures.ts';
import { register, rest, type TestUser } from '../../testing/clients/rest-client.ts';
import { calls, expectTrpcError } from '../../testing/clients/trpc-http.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const { query, mutate } = calls(() => server().url);
let anna: TestUser;
beforeAll(async () => {
  anna = await register(server().url, 'anna');
});
const account = (username: string) => ({ username, password: 'p', email: 'x@example.org' });
const cookieOf = ({ headers }: { headers: Headers }) => headers.get('set-cookie') ?? '';

describe('signing in over HTTP', () => {
  test('a program gets the token in the answer, and no cookie', async () => {
    const answer = await mutate('auth.register', account('berta'));
    const data = { username: 'berta', authToken: expect.stringMatching(/^[\w-]{43}$/) };
    expect(answer).toMatchObject({ status: 200, body: { result: { data } } });
    expect(cookieOf(answer)).toBe('');
    const login = await mutate('auth.login', { username: 'BERTA', password: 'p' });
    expect(login).toMatchObject({ status: 200, body: { result: { data } } });
  });

  test('a browser gets a cookie that scripts can’t read, and no token in the answer', async () => {
    const answer = await mutate('auth.register', { ...account('clara'), tokenDelivery: 'cookie' });
    expect(answer.body).toEqual({ result: { data: { username: 'clara' } } });
    const cookie = cookieOf(answer);
    expect(cookie).toMatch(/^rookery=[\w-]{43}; /);
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=']) {
      expect(cookie).toContain(attribute);
    }
    expect(cookie).not.toMatch(/Secure|Domain/);

    const headers = { cookie: `theme=dark; ${cookie.split(';')[0]}; other=1` };
    const me = await query('auth.me', undefined, headers);
    expect(me.body).toEqual({ result: { data: { username: 'clara', guest: false } } });

    const out = await mutate('auth.logout', undefined, headers);
    expect(out.status).toBe(200);
    expect(cookieOf(out)).toMatch(/^rookery=; Max-Age=0; Path=\//);
    const nobody = await query('auth.me', undefined, headers);
    expect(nobody.body).toEqual({ result: { data: null } });
  });

  test('a token in the authorization header takes precedence over a cookie', async () => {
    const cookie = 'rookery=nonsense';
    for (const authorization of [anna.token, `Bearer ${anna.token}`]) {
      const me = await query('auth.me', undefined, { authorization, cookie });
      expect(me.body).toEqual({ result: { data: { username: 'anna', guest: false } } });
    }
  });

  test('an unknown or broken cookie is ignored', async () => {
    for (const cookie of [
      'rookery=',
      'rookery',
      'rookery=x',
      'rookery=%E0%A4%A',
      '=;;=',
      '\u00ff',
    ]) {
      const me = await query('auth.me', undefined, { cookie });
      expect(me).toMatchObject({ status: 200, body: { result: { data: null } } });
    }
  });

  test('a wrong password and an unknown name get the same 401, and no cookie', async () => {
    const answers = await Promise.all(
      ['anna', 'nobody', 'no body'].map((username) =>
        mutate('auth.login', { username, password: 'wrong', tokenDelivery: 'cookie' }),
      ),
    );
    for (const answer of answers) {
      expectTrpcError(answer, 401, 'wrong_credentials');
      expect(answer.body).toEqual(answers[0]?.body);
      expect(cookieOf(answer)).toBe('');
    }
  });
});

describe('tRPC’s own client over HTTP', () => {
  for (const [name, link] of [
    ['httpLink', httpLink],
    ['httpBatchLink', httpBatchLink],
  ] as const) {
    test(`${name}: calls with and without input`, async () => {
      const client = createTRPCClient<AppRouter>({
        links: [link({ url: `${server().url}/api/trpc`, headers: { authorization: anna.token } })],
      });
      const { authToken = '' } = await client.auth.login.mutate({
        username: 'anna',
        password: anna.password,
      });
      const { gameID } = await client.game.create.mutate({ gameName: name });
      expect(await client.game.get.query({ gameID })).toMatchObject({ gameName: name });
      const other = createTRPCClient<AppRouter>({
        links: [link({ url: `${server().url}/api/trpc`, headers: { authorization: authToken } })],
      });
      await other.auth.logout.mutate();
      expect(await other.auth.me.query()).toBeNull();
      const error = await other.game.create.mutate({ gameName: name }).catch(apiErrorOf);
      expect(error).toMatchObject({ code: 'unauthorized', message: 'Please sign in first.' });
    });
  }
});

describe('batches', () => {
  test('several calls in one request get one answer each', async () => {
    const input = JSON.stringify({ 1: { gameID: 1_000_000 }, 2: { gameID: 'x' } });
    const path = `/api/trpc/auth.me,game.get,game.get?batch=1&input=${encodeURIComponent(input)}`;
    const answer = await rest(server().url, 'GET', path);
    expect(answer.status).toBe(207);
    expect(answer.body).toMatchObject([
      { result: { data: null } },
      { error: { data: { rookeryCode: 'unknown_game' } } },
      { error: { data: { rookeryCode: 'bad_request', field: 'gameID' } } },
    ]);
  });

  test('a call in a batch can set a cookie', async () => {
    const input = { 0: { ...account('dora'), tokenDelivery: 'cookie' }, 1: { ...account('anna') } };
    const answer = await rest(
      server().url,
      'POST',
      '/api/trpc/auth.register,auth.register?batch=1',
      {
        headers: { 'content-type': 'application/json' },
        body: input,
      },
    );
    expect(answer.status).toBe(207);
    expect(cookieOf(answer)).toMatch(/^rookery=/);
  });
});
