import { beforeAll, describe, expect, test } from 'vitest';
import { request, sendRaw } from '../../testing/clients/raw-http.ts';
import { expectError, register, rest, type TestUser } from '../../testing/clients/rest-client.ts';
import { calls, expectTrpcError } from '../../testing/clients/trpc-http.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const { query, mutate } = calls(() => server().url);
let anna: TestUser;
beforeAll(async () => {
  anna = await register(server().url, 'anna');
});
const account = (username: string) => ({ username, password: 'p', email: 'x@example.org' });

describe('every error carries our code', () => {
  test('errors of the services', async () => {
    const { token } = anna;
    const as = { authorization: token };
    const gameID = 1_000_000;
    expectTrpcError(
      await mutate('auth.register', account('ANNA')),
      409,
      'already_taken',
      'username',
    );
    expectTrpcError(await mutate('game.create', { gameName: 'x' }), 401, 'unauthorized');
    expectTrpcError(await mutate('game.create', { gameName: 7 }), 401, 'unauthorized');
    expectTrpcError(await mutate('game.join', { gameID, color: 'white' }), 401, 'unauthorized');
    expectTrpcError(await mutate('auth.logout'), 401, 'unauthorized');
    expectTrpcError(await mutate('game.resign', { gameID }), 401, 'unauthorized');
    expectTrpcError(await mutate('game.resign', { gameID }, as), 404, 'unknown_game', 'gameID');
    expectTrpcError(
      await query('user.profile', { username: 'x' }),
      404,
      'unknown_user',
      'username',
    );
  });

  test('invalid inputs, with the field', async () => {
    const as = { authorization: anna.token };
    const wrong: [answer: ReturnType<typeof mutate>, field: string][] = [
      [mutate('game.create', { gameName: '' }, as), 'gameName'],
      [mutate('game.create', { gameName: 7 }, as), 'gameName'],
      [mutate('game.create', {}, as), 'gameName'],
      [mutate('game.join', { gameID: '1', color: 'white' }, as), 'gameID'],
      [mutate('game.join', { gameID: 1, color: 'WHITE' }, as), 'color'],
      [mutate('game.move', { gameID: 1, ply: -1, uci: 'e2e4' }, as), 'ply'],
      [mutate('game.move', { gameID: 1, ply: 0, uci: 'e2' }, as), 'uci'],
      [query('game.get', { gameID: 2 ** 31 }), 'gameID'],
      [query('game.list', { limit: 0 }), 'limit'],
      [query('game.list', { after: 1.5 }), 'after'],
      [query('user.games', { username: 'anna', limit: 101 }), 'limit'],
      [mutate('auth.register', { ...account('x'), tokenDelivery: 'pigeon' }), 'tokenDelivery'],
      [mutate('auth.register', { ...account('x\u0000') }), 'username'],
    ];
    for (const [answer, field] of wrong) {
      expectTrpcError(await answer, 400, 'bad_request', field);
    }
    for (const input of [null, 'text', 7, [], undefined]) {
      expectTrpcError(await mutate('game.create', input, as), 400, 'bad_request');
    }
  });

  test('requests that are no calls', async () => {
    const { url } = server();
    const json = { 'content-type': 'application/json' };
    for (const path of [
      'nothing',
      'game',
      'game.nothing',
      '__proto__',
      'game.constructor',
      'a.b.c',
    ]) {
      expectTrpcError(await query(path), 404, 'not_found');
      expectTrpcError(await mutate(path), 404, 'not_found');
    }
    expectTrpcError(await mutate('auth.me'), 405, 'method_not_allowed');
    expectTrpcError(await query('game.create', { gameName: 'x' }), 405, 'method_not_allowed');
    for (const body of ['{', '\u0000', '['.repeat(10_000)]) {
      const headers = { ...json, authorization: anna.token };
      const answer = await rest(url, 'POST', '/api/trpc/game.create', { headers, body });
      expectTrpcError(answer, 400, 'bad_request');
    }
    for (const input of ['{', '%00', '%']) {
      const answer = await rest(url, 'GET', `/api/trpc/game.get?input=${input}`);
      expectTrpcError(answer, 400, 'bad_request');
    }
    const plain = await rest(url, 'POST', '/api/trpc/game.create', { body: '{"gameName":"x"}' });
    expectTrpcError(plain, 415, 'bad_request');
  });

  test('a subscription, which goes over a WebSocket only', async () => {
    for (const [path, input] of [['lobby.watch'], ['game.events', { gameID: 1 }]] as const) {
      const answer = await query(path, input);
      expect(answer.body).toMatch(
        /event: serialized-error\ndata: .*"rookeryCode":"method_not_allowed"/,
      );
      expect(answer.body).not.toContain('snapshot');
    }
  });

  test('an unknown path or method', async () => {
    const { url } = server();
    for (const path of ['/api/trpc', '/api/trpc/', '/api/trpc/auth.me/x', '/api/trpc//auth.me']) {
      for (const method of ['GET', 'POST'] as const) {
        expectError(await rest(url, method, path), 404, /^Error: not found/);
      }
    }
    for (const method of ['PUT', 'DELETE', 'PATCH'] as const) {
      const answer = await rest(url, method, '/api/trpc/auth.me');
      expectError(answer, 405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
    }
  });

  test('a body over 64 KiB, or of unknown length', async () => {
    const { url, port } = server();
    const headers = { 'content-type': 'application/json' };
    const path = '/api/trpc/game.create';
    const body = JSON.stringify({ gameName: 'x'.repeat(64 * 1024) });
    expectError(await rest(url, 'POST', path, { headers, body }), 413);
    const head = [`POST ${path} HTTP/1.1`, 'Host: localhost', 'Content-Type: application/json'];
    const chunks = '2\r\n{}\r\n0\r\n\r\n';
    const chunked = request([...head, 'Transfer-Encoding: chunked'], chunks);
    expect(await sendRaw(port, chunked)).toMatchObject([{ status: 413 }]);
  });
});
