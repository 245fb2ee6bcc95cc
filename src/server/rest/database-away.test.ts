import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createGame,
  expectError,
  join,
  listGames,
  register,
  rest,
  type TestUser,
} from '../../testing/clients/rest-client.ts';
import { calls, expectTrpcError } from '../../testing/clients/trpc-http.ts';
import { openSocket, type TrpcSocket } from '../../testing/clients/trpc-socket.ts';
import { postgresStore, type TestDatabase } from '../../testing/databases/databases.ts';
import { startServer, type TestServer } from '../../testing/server/server.ts';

const store = postgresStore();

describe.skipIf(store.missing)(`on PostgreSQL${store.missing ? `: ${store.missing}` : ''}`, () => {
  let database: TestDatabase;
  let server: TestServer;
  let anna: TestUser;
  let gameID: number;
  let socket: TrpcSocket;
  beforeAll(async () => {
    await store.start();
    database = await store.create();
    server = await startServer({ DATABASE_URL: database.url });
    anna = await register(server.url, 'anna');
    gameID = await createGame(server.url, anna.token, 'before');
    await join(server.url, anna.token, 'WHITE', gameID);
    socket = await openSocket(server.url, { params: { token: anna.token } });
    await socket.call('mutation', 'game.move', { gameID, ply: 0, uci: 'e2e4' });
  }, 120_000);
  afterAll(async () => {
    socket?.close();
    await server?.end();
    await database?.drop();
    await store.stop();
  });

  const account = { username: 'berta', password: 'one rook too many', email: 'b@example.org' };
  const flows = () =>
    [
      ['POST', '/user', account],
      ['POST', '/session', { username: 'anna', password: 'wrong' }],
      ['DELETE', '/session', undefined],
      ['GET', '/game', undefined],
      ['POST', '/game', { gameName: 'x' }],
      ['PUT', '/game', { playerColor: 'BLACK', gameID }],
      ['DELETE', '/db', undefined],
    ] as const;
  const tokens = () => [anna.token, `Bearer ${anna.token}`, 'unknown', ''];

  test('numbers beyond PostgreSQL’s range are rejected, or find nothing', async () => {
    for (const far of ['2147483648', '9999999999']) {
      expect(await listGames(server.url, anna.token, `?after=${far}`)).toEqual([]);
      const body = { playerColor: 'BLACK', gameID: far };
      expectError(await rest(server.url, 'PUT', '/game', { token: anna.token, body }), 400);
    }
  });

  test('text that PostgreSQL can’t store is rejected or stored in part', async () => {
    const { token } = anna;
    const create = (gameName: string) =>
      rest(server.url, 'POST', '/game', { token, body: { gameName } });
    expectError(await create('a\u0000b'), 400);
    expect((await create('half a pair: \ud83d')).status).toBeLessThan(500);
    const headers = { 'user-agent': '\u00ff\u0080 curl' };
    const body = { username: 'anna', password: anna.password };
    expect(await rest(server.url, 'POST', '/session', { body, headers })).toMatchObject({
      status: 200,
    });
  });

  test('R-ERR-2 without its database every endpoint is 500, whatever token was sent', async () => {
    await store.interrupt();
    for (const token of tokens()) {
      for (const [method, path, body] of flows()) {
        const answer = await rest(server.url, method, path, { token, ...(body && { body }) });
        expectError(answer, 500, "Error: the database can't be reached");
      }
    }
  });

  test('R-ERR-2 problems of a request are still reported', async () => {
    expectError(await rest(server.url, 'POST', '/user', { body: {} }), 400);
    expectError(await rest(server.url, 'PATCH', '/game'), 405);
    expectError(await rest(server.url, 'GET', '/nothing'), 404);
    const wrong = await rest(server.url, 'POST', '/game', { token: anna.token, body: {} });
    expectError(wrong, 500, "Error: the database can't be reached");
  });

  test('R-ERR-2 over tRPC the error has our code, and the connection stays', async () => {
    const { query, mutate } = calls(() => server.url);
    const headers = { authorization: anna.token };
    const status = 503;
    expectTrpcError(await query('auth.me', undefined, headers), status, 'unavailable');
    expectTrpcError(await query('user.profile', { username: 'anna' }), status, 'unavailable');
    expectTrpcError(await mutate('auth.login', account), status, 'unavailable');
    const move = socket.call('mutation', 'game.move', { gameID, ply: 1, uci: 'e7e5' });
    const data = { rookeryCode: expect.stringMatching(/^(unavailable|not_your_turn)$/) };
    await expect(move).rejects.toMatchObject({ shape: { data } });
    expect(await socket.call('query', 'auth.me')).toEqual({ username: 'anna', guest: false });
  });

  test('R-ERR-2 its pages show the error without a crash', async () => {
    const headers = { accept: 'text/html', cookie: `rookery=${anna.token}` };
    const page = await rest(server.url, 'GET', '/lobby', { headers });
    expect(page.status).toBeGreaterThanOrEqual(200);
    expect(page.body).not.toMatch(/ECONNREFUSED|prisma|node_modules/i);
  });

  test('R-ERR-2 everything continues once the database is back', async () => {
    await store.resume();
    expect(await listGames(server.url, anna.token, '?limit=1')).toMatchObject([
      { gameID, gameName: 'before', whiteUsername: 'anna', blackUsername: null },
    ]);
    await register(server.url, 'clara');
    await join(server.url, anna.token, 'BLACK', gameID);
    const answer = await socket.call('mutation', 'game.move', { gameID, ply: 1, uci: 'e7e5' });
    expect(answer).toMatchObject({ ply: 2, san: 'e5' });
    expect(await rest(server.url, 'DELETE', '/db')).toMatchObject({ status: 200 });
  });
});
