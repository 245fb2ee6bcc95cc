import { once } from 'node:events';
import { beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { request, sendRaw } from '../../../testing/clients/raw-http.ts';
import { createGame, join, register, type TestUser } from '../../../testing/clients/rest-client.ts';
import { openSocket, upgradeError } from '../../../testing/clients/trpc-socket.ts';
import { sharedServer } from '../../../testing/server/shared-server.ts';

const server = sharedServer();
let anna: TestUser;
beforeAll(async () => {
  anna = await register(server().url, 'anna');
});
const open = (params?: Record<string, unknown>) =>
  openSocket(server().url, params ? { params } : {});

describe('tRPC over a WebSocket', () => {
  test('the token comes in the first frame, a header or a cookie; a wrong one signs nobody in', async () => {
    const { url } = server();
    const { token } = anna;
    const inputs = [
      { params: { token } },
      { headers: { authorization: token } },
      { headers: { authorization: `Bearer ${token}` } },
      { headers: { cookie: `rookery=${token}` } },
    ];
    for (const input of inputs) {
      const socket = await openSocket(url, input);
      expect(await socket.call('query', 'auth.me')).toEqual({ username: 'anna', guest: false });
      socket.close();
    }
    for (const params of [{ token: 'x' }, { token: '' }, { token: 'x'.repeat(300) }, {}]) {
      const socket = await open(params);
      expect(await socket.call('query', 'auth.me')).toBeNull();
      socket.close();
    }
  });

  test('a call that asks for a cookie fails without effect', async () => {
    const socket = await open();
    const input = { username: 'berta', password: 'p', email: 'x', tokenDelivery: 'cookie' };
    const data = { rookeryCode: 'bad_request', field: 'tokenDelivery' };
    const call = socket.call('mutation', 'auth.register', input);
    await expect(call).rejects.toMatchObject({ shape: { data } });
    const session = await socket.call('mutation', 'auth.register', {
      ...input,
      tokenDelivery: 'token',
    });
    expect(session).toMatchObject({ username: 'berta', authToken: expect.any(String) });
    socket.close();
  });

  test('every error carries our code, and the connection stays usable', async () => {
    const socket = await open({ token: anna.token });
    const gameID = await createGame(server().url, anna.token);
    const move = { gameID, ply: 0, uci: 'e2e4' };
    const errors: [path: string, input: unknown, data: object][] = [
      ['game.move', move, { rookeryCode: 'not_a_player', code: 'FORBIDDEN' }],
      ['game.move', { ...move, gameID: 1e6 }, { rookeryCode: 'unknown_game', field: 'gameID' }],
      ['game.move', { ...move, uci: 7 }, { rookeryCode: 'bad_request', field: 'uci' }],
      ['game.move', null, { rookeryCode: 'bad_request' }],
      ['game.nothing', {}, { rookeryCode: 'not_found' }],
      ['__proto__', {}, { rookeryCode: 'not_found' }],
      ['auth.me', undefined, { rookeryCode: 'not_found' }],
    ];
    for (const [path, input, data] of errors) {
      const call = socket.call('mutation', path, input);
      await expect(call).rejects.toMatchObject({ shape: { data } });
    }
    expect(await socket.call('query', 'auth.me')).toEqual({ username: 'anna', guest: false });
    socket.close();
  });

  test('a subscription that can’t start gets an error, and the connection stays usable', async () => {
    const socket = await open();
    const gameID = await createGame(server().url, anna.token);
    const errors: [input: unknown, rookeryCode: string][] = [
      [{ gameID: 1e6 }, 'unknown_game'],
      [{ gameID: 'x' }, 'bad_request'],
      [{ gameID, lastEventId: '-1' }, 'bad_request'],
      [{ gameID, lastEventId: '1' }, 'bad_request'],
      [{ gameID, lastEventId: '9'.repeat(400) }, 'bad_request'],
    ];
    for (const [input, rookeryCode] of errors) {
      const frames = [];
      for await (const frame of socket.subscribe('game.events', input)) frames.push(frame);
      expect(frames.at(-1)).toMatchObject({ error: { data: { rookeryCode } } });
    }
    expect(await socket.call('query', 'auth.me')).toBeNull();
    socket.close();
  });

  test('frames that are no calls get one error each, and the connection stays usable', async () => {
    const socket = await open();
    const frames = [
      '{',
      'hello',
      '[]',
      'null',
      '7',
      '"x"',
      '{}',
      '{"id":1}',
      '\u0000',
      '['.repeat(9999),
    ];
    const odd = [
      { id: 9, method: 'castle', params: { path: 'auth.me' } },
      { id: 9, method: 'query', params: null },
      { id: 9, method: 'query', params: { path: 7 } },
      { id: {}, method: 'query', params: { path: 'auth.me' } },
      { id: 9, method: 'subscription', params: { path: 'lobby.watch', lastEventId: {} } },
    ];
    for (const frame of [...frames, ...odd.map((one) => JSON.stringify(one))]) socket.send(frame);
    socket.send(Uint8Array.of(0xff, 0xfe, 0x00));
    expect(await socket.call('query', 'auth.me')).toBeNull();
    const call = await socket.next(null);
    expect(call).toMatchObject({ error: { data: { rookeryCode: 'bad_request' } } });
    expect(server().log()).not.toMatch(/ error /);
    socket.close();
  });

  test('a frame over 64 KiB closes the connection with 1009', async () => {
    const gameName = (bytes: number) => ({ gameName: 'x'.repeat(bytes) });
    const socket = await open({ token: anna.token });
    const fits = socket.call('mutation', 'game.create', gameName(64 * 1024 - 200));
    await expect(fits).rejects.toMatchObject({ shape: { data: { rookeryCode: 'bad_request' } } });
    socket.send('x'.repeat(64 * 1024 + 1));
    expect(await socket.closed).toMatchObject({ code: 1009 });
  });

  test('text that is not UTF-8 closes the connection with 1007', async () => {
    const socket = new WebSocket(`${server().url.replace('http', 'ws')}/api/trpc`);
    await once(socket, 'open');
    socket.send(Uint8Array.of(0xc3, 0x28), { binary: false });
    expect((await once(socket, 'close'))[0]).toBe(1007);
  });

  test('events of a game go only to connections that subscribed to it', async () => {
    const { url } = server();
    const [one, other] = [await createGame(url, anna.token), await createGame(url, anna.token)];
    const socket = await open();
    const events = socket.subscribe('game.events', { gameID: one });
    await events.next();
    await join(url, anna.token, 'WHITE', other);
    await join(url, anna.token, 'BLACK', one);
    const { value } = await events.next();
    const data = { id: '1', data: { type: 'seatTaken', color: 'black', number: 1 } };
    expect(value).toMatchObject({ result: { data } });
    socket.close();
  });
});

describe('upgrades', () => {
  test('to an unknown path gets an error in JSON', async () => {
    for (const path of [
      '/',
      '/game',
      '/api',
      '/api/trpc/auth.me',
      '/api/trpc2',
      '/_next/hmr',
      '/%00',
    ]) {
      const message = expect.stringMatching(/^Error: not found/);
      expect(await upgradeError(server().url, {}, path)).toEqual({
        status: 404,
        body: { message },
      });
    }
  });

  test('that is no valid WebSocket handshake is answered and closed', async () => {
    const lines = [
      'GET /api/trpc HTTP/1.1',
      'Host: 127.0.0.1',
      'Connection: Upgrade',
      'Upgrade: websocket',
    ];
    const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
    const version = 'Sec-WebSocket-Version: 13';
    for (const more of [[], [key], [version], ['Sec-WebSocket-Key: short', version]]) {
      const answers = await sendRaw(server().port, request([...lines, ...more]));
      expect(answers).toHaveLength(1);
      expect(answers[0]?.status).toBeGreaterThanOrEqual(400);
      expect(answers[0]?.status).toBeLessThan(500);
    }
    const post = ['POST /api/trpc HTTP/1.1', ...lines.slice(1), key, version];
    const answers = await sendRaw(server().port, request(post));
    expect(answers[0]?.status).toBe(405);
  });
});
