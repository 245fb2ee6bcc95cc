import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { procedures } from '../../contract/procedures.ts';
import { type RestAnswer, register, rest } from '../../testing/clients/rest-client.ts';
import { calls } from '../../testing/clients/trpc-http.ts';
import { openSocket, type TrpcSocket } from '../../testing/clients/trpc-socket.ts';
import { anyText, fuzzSettings } from '../../testing/games/arbitraries.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const { query, mutate } = calls(() => server().url);
let headers: Record<string, string>;
let socket: TrpcSocket;
beforeAll(async () => {
  const { token } = await register(server().url, 'anna');
  headers = { authorization: token };
  socket = await openSocket(server().url, { params: { token } });
  await socket.call('mutation', 'game.create', { gameName: 'a game' });
  return () => socket.close();
});

/** Every procedure except those that end the session of this test. */
const paths = Object.entries(procedures)
  .flatMap(([group, members]) =>
    Object.entries(members).map(([name, { kind }]) => ({ path: `${group}.${name}`, kind })),
  )
  .filter(({ kind, path }) => path !== 'auth.logout' && (kind === 'query' || kind === 'mutation'));

const value = fc.oneof(
  fc.constantFrom(
    1,
    0,
    -1,
    2_147_483_648,
    1e300,
    'white',
    'e2e4',
    'e7e8q',
    'anna',
    null,
    true,
    'cookie',
  ),
  fc.integer(),
  anyText,
  fc.jsonValue({ maxDepth: 2 }),
);
const names = [
  'gameID',
  'gameName',
  'color',
  'ply',
  'uci',
  'username',
  'password',
  'email',
  'tokenDelivery',
];
const more = [
  'room',
  'text',
  'number',
  'reason',
  'limit',
  'after',
  'before',
  'status',
  'lastEventId',
];
const input = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(Object.fromEntries([...names, ...more].map((name) => [name, value])), {
      requiredKeys: [],
    }),
  },
  fc.jsonValue(),
);
const call = fc.record({ of: fc.constantFrom(...paths), input });

function expectSound({ status, headers: sent, body }: RestAnswer): void {
  expect(status).toBeLessThan(500);
  expect(sent.get('content-type')).toMatch(/^application\/json/);
  if (status === 200) expect(body).toHaveProperty('result');
  else expect(body).toHaveProperty('error.data.rookeryCode');
  expect(body).not.toHaveProperty('error.data.rookeryCode', 'internal');
}

describe('tRPC, whatever is sent', () => {
  test('any input of any call is answered, or rejected with our code', async () => {
    const property = fc.asyncProperty(call, async ({ of: { path, kind }, input: sent }) => {
      const ask = kind === 'query' ? query : mutate;
      expectSound(await ask(path, sent, headers));
    });
    await fc.assert(property, fuzzSettings(100));
  });

  test('the same over a WebSocket', async () => {
    const property = fc.asyncProperty(call, async ({ of: { path, kind }, input: sent }) => {
      const answer = socket.call(kind === 'query' ? 'query' : 'mutation', path, sent);
      const error = await answer.then(
        () => null,
        (error: unknown) => error,
      );
      if (error === null) return;
      expect(error).toHaveProperty('shape.data.rookeryCode');
      expect(error).not.toHaveProperty('shape.data.rookeryCode', 'internal');
    });
    await fc.assert(property, fuzzSettings(100));
  });

  test('any subscription gives events, or is rejected with our code', async () => {
    const path = fc.constantFrom('game.events', 'game.presence', 'chat.messages');
    const property = fc.asyncProperty(path, input, async (asked, sent) => {
      for await (const frame of socket.subscribe(asked, sent)) {
        if (frame.error) expect(frame.error.data).not.toHaveProperty('rookeryCode', 'internal');
        if (frame.result?.type === 'data' || frame.result?.type === 'started') break;
      }
    });
    await fc.assert(property, fuzzSettings(100));
  });

  test('any path and body is answered, or rejected with our code', async () => {
    const path = fc.oneof(
      fc.webSegment({ size: 'small' }),
      fc.constantFrom('a,b', 'auth.me,auth.me', '%00', '.', '..'),
    );
    const queries = fc.constantFrom(
      '',
      '?batch=1',
      '?input=',
      '?batch=1&input={}',
      '?batch=2',
      '?%',
    );
    const body = fc.oneof(fc.json(), anyText);
    const property = fc.asyncProperty(path, queries, body, async (asked, search, sent) => {
      const json = { 'content-type': 'application/json' };
      const url = `/api/trpc/${asked}${search}`;
      for (const answer of [
        await rest(server().url, 'POST', url, { headers: json, body: sent }),
        await rest(server().url, 'GET', url),
      ]) {
        expect(answer.status).toBeLessThan(500);
        expect(answer.body).not.toHaveProperty('error.data.rookeryCode', 'internal');
      }
    });
    await fc.assert(property, fuzzSettings(100));
  });

  test('after all that the server works, and has logged no error', async () => {
    expect(await query('auth.me', undefined, headers)).toMatchObject({
      status: 200,
      body: { result: { data: { username: 'anna' } } },
    });
    expect(server().log()).not.toMatch(/ error |Warning|Unhandled/);
  });
});
