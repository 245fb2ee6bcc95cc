import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { gameNumber } from '../../contract/game/index.ts';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { testServicesOn } from '../../testing/games/services.ts';
import { createLog } from '../base/log.ts';
import { readSettings } from '../base/settings.ts';
import { createAccess } from '../http-kit/access.ts';
import { createLimits } from '../http-kit/limits.ts';
import { createRestHandler } from './rest-handler.ts';
import { callerOf, type Route, route } from './route.ts';

const shared = { method: 'GET', operation: '', summary: '', errors: [] } as const;
const params = z.object({ gameID: gameNumber, name: z.string() });

/** Emits when the server ends a stream after its client disconnected. */
const ended = new EventEmitter();

async function* numbers(signal: AbortSignal) {
  yield { number: 1 };
  yield { number: 2 };
  if (!signal.aborted) await once(signal, 'abort');
  ended.emit('end');
}

const table: readonly Route[] = [
  route({
    ...shared,
    path: '/thing/{gameID}/{name}',
    auth: 'user',
    params,
    response: z.object({}),
    run: async (_, call) => ({ json: { ...call.params, by: callerOf(call).username } }),
  }),
  route({
    ...shared,
    path: '/thing/7/exact',
    auth: 'none',
    response: z.object({}),
    run: async () => ({ json: 'exact' }),
  }),
  route({
    ...shared,
    path: '/numbers',
    auth: 'none',
    streams: true,
    response: z.object({ number: z.number() }),
    run: async (_, { signal }) => ({ lines: numbers(signal) }),
  }),
  route({
    ...shared,
    path: '/admin',
    auth: 'adminRole',
    response: z.object({}),
    run: async () => ({ json: 'administrator' }),
  }),
  route({
    ...shared,
    path: '/bot/{gameID}',
    auth: { scope: 'bot:play' },
    errorShape: 'error',
    params: z.object({ gameID: gameNumber }),
    response: z.object({}),
    run: async () => ({ json: {} }),
  }),
];

const db = databaseFixtureOn(sqliteStore());
let url = '';
let token = '';
let register: () => Promise<{ authToken: string }>;

beforeAll(async () => {
  const settings = readSettings({});
  const { services } = testServicesOn(db);
  const log = createLog('error');
  const access = createAccess(settings);
  const limits = createLimits('local');
  const rest = createRestHandler({ services, access, limits, settings, log }, table);
  const server = createServer((request, response) => {
    void rest(request, response, (request.url ?? '').split('?')[0] ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  register = () => services.registration.register('anna', 'a good password', 'a@example.org');
  return () => void server.close();
});

beforeEach(async () => {
  token = (await register()).authToken;
});

const get = async (path: string, authorization = token) => {
  const response = await fetch(url + path, { headers: { authorization } });
  return { status: response.status, body: await response.json() };
};

describe('parameters in a path', () => {
  test('are decoded and checked, and a path without parameters takes precedence', async () => {
    expect(await get('/thing/7/a%20b')).toEqual({
      status: 200,
      body: { gameID: 7, name: 'a b', by: 'anna' },
    });
    expect((await get('/thing/7/exact')).body).toBe('exact');
    expect(await get('/thing/x/y')).toEqual({
      status: 400,
      body: { message: 'Error: bad request (gameID: must be a game’s number)' },
    });
  });

  test('R-ERR-2 the caller is checked before the input', async () => {
    expect((await get('/thing/x/y', 'no token')).status).toBe(401);
  });
});

test('only an administrator may call where the role is required', async () => {
  expect((await get('/admin')).status).toBe(403);
  await db.dataAccess.setRole('anna', 'admin');
  expect(await get('/admin')).toEqual({ status: 200, body: 'administrator' });
});

test('a group of routes has its own shape of errors', async () => {
  expect(await get('/bot/7')).toEqual({ status: 200, body: {} });
  expect(await get('/bot/7', 'no token')).toEqual({
    status: 401,
    body: { error: 'Please sign in first.' },
  });
});

test('lines of JSON are sent at once, and end when the client disconnects', async () => {
  const end = once(ended, 'end');
  const gone = new AbortController();
  const response = await fetch(`${url}/numbers`, { signal: gone.signal });
  expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk);
    if (text.endsWith('2}\n')) break;
  }
  expect(text).toBe('{"number":1}\n{"number":2}\n');
  gone.abort();
  await end;
});

test('R-HTTP-1 HEAD gets the headers of a stream, without a line', async () => {
  const response = await fetch(`${url}/numbers`, { method: 'HEAD' });
  expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
});
