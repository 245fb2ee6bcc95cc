import { once } from 'node:events';
import { beforeEach, describe, expect, test } from 'vitest';
import { rest } from '../../testing/clients/rest-client.ts';
import { openSocket } from '../../testing/clients/trpc-socket.ts';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { testServicesOn } from '../../testing/games/services.ts';
import { createLog } from '../base/log.ts';
import { readSettings } from '../base/settings.ts';
import { createAccess } from '../http-kit/access.ts';
import { createSessionCookie } from '../http-kit/cookies.ts';
import { createLimits } from '../http-kit/limits.ts';
import { LobbyFeed } from '../live/feeds/lobby-feed.ts';
import { TvFeed } from '../live/feeds/tv-feed.ts';
import { UserFeed } from '../live/feeds/user-feed.ts';
import { createRestHandler } from '../rest/rest-handler.ts';
import { createTrpcHttpHandler } from '../trpc/http-handler.ts';
import { createSocketHandler } from '../trpc/socket/socket-handler.ts';
import { createHttpServer } from './http-server.ts';

const db = databaseFixtureOn(sqliteStore());
const env = { PUBLIC_URL: 'https://chess.example.org', TRUSTED_PROXIES: 'loopback' };

/** In seconds. Windows outlast the test, so only the number of calls matters. */
const DAY = 24 * 60 * 60;
const rates = { request: { points: 300, duration: DAY }, signIn: { points: 20, duration: DAY } };

let url = '';
beforeEach(async () => {
  const settings = readSettings(env);
  const { bus, liveGames, services } = testServicesOn(db, env);
  const { dataAccess } = db;
  const log = createLog('error');
  const [access, cookie] = [createAccess(settings), createSessionCookie('public')];
  const limits = createLimits('public', rates);
  const api = {
    services,
    liveGames,
    limits,
    lobbyFeed: new LobbyFeed(dataAccess, bus),
    userFeed: new UserFeed(dataAccess, bus),
    tvFeed: new TvFeed(dataAccess, bus, () => db.nowMs),
  };
  const trpc = createTrpcHttpHandler(api, cookie, log);
  const sockets = createSocketHandler({ ...api, access, cookie, bus, log });
  const server = createHttpServer({
    settings,
    access,
    limits,
    log,
    rest: createRestHandler({ services, access, limits, settings, log }),
    async next(request, response) {
      const headers = Object.entries(request.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      );
      headers.push(['x-rookery-address', String(request.headers['x-rookery-address'])]);
      const answer = await trpc(new Request(`http://localhost${request.url}`, { headers }));
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(await answer.text());
    },
    drawPage: async () => {},
    isPage: () => false,
    sockets: new Map([['/api/trpc', sockets.upgrade]]),
    hotReload: null,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return () => {
    sockets.close();
    server.closeAllConnections();
    server.close();
  };
});

const from = (address: string) => ({ 'x-forwarded-for': address });

const me = (address: string) => rest(url, 'GET', '/api/trpc/auth.me', { headers: from(address) });
const list = (address: string) => rest(url, 'GET', '/game', { headers: from(address) });

/** Counts the calls that fail with `too_many_requests`. */
async function limitedOf(count: number, call: () => Promise<{ status: number }>): Promise<number> {
  const answers = await Promise.all(Array.from({ length: count }, call));
  return answers.filter(({ status }) => status === 429).length;
}

/** Adapts calls over a WebSocket to {@link limitedOf}. */
const overSocket = (socket: { call: (kind: 'query', path: string) => Promise<unknown> }) => () =>
  socket.call('query', 'auth.me').then(
    () => ({ status: 200 }),
    (error) => {
      const retryAfterSeconds = expect.any(Number);
      const data = { rookeryCode: 'too_many_requests', retryAfterSeconds };
      expect(error).toMatchObject({ shape: { data } });
      return { status: 429 };
    },
  );

describe('one limit for every transport', () => {
  test('R-ERR-2 one address has 300 calls over all transports', async () => {
    expect(await limitedOf(150, () => list('192.0.2.3'))).toBe(0);
    expect(await limitedOf(100, () => me('192.0.2.3'))).toBe(0);
    const socket = await openSocket(url, { headers: from('192.0.2.3') });
    expect(await limitedOf(51, overSocket(socket))).toBe(1);
    expect(await list('192.0.2.3')).toMatchObject({ status: 429 });
    expect(await me('192.0.2.3')).toMatchObject({
      status: 429,
      body: { error: { data: { rookeryCode: 'too_many_requests' } } },
    });
    expect(await list('192.0.2.4')).toMatchObject({ status: 401 });
    expect(await me('192.0.2.4')).toMatchObject({ status: 200 });
    socket.close();
  });

  test('R-ERR-2 each session behind one address has its own limit', async () => {
    const open = async (username: string) => {
      await db.dataAccess.createUser(username, 'hash', `${username}@example.org`);
      const token = await db.dataAccess.createAuth(username);
      return openSocket(url, { headers: from('192.0.2.7'), params: { token } });
    };
    const [busy, other] = [await open('busy'), await open('other')];
    expect(await limitedOf(301, overSocket(busy))).toBe(1);
    expect(await other.call('query', 'auth.me')).toMatchObject({ username: 'other' });
    busy.close();
    other.close();
  });
});
