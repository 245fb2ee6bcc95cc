import { describe, expect, test } from 'vitest';
import { expectError, register, rest, restWithHost } from '../../testing/clients/rest-client.ts';
import { openSocket, upgradeError } from '../../testing/clients/trpc-socket.ts';
import { startServer } from '../../testing/server/server.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const account = (username: string) => ({ username, password: 'p', email: 'x@example.org' });
/** A request from a page of another origin, or to another host name. */
const call = (method: 'GET' | 'POST' | 'DELETE', path: string, headers: object, body?: object) => {
  const { port } = server();
  return restWithHost(port, method, path, { host: `127.0.0.1:${port}`, ...headers }, body);
};

describe('local mode', () => {
  test('Access: the mode and its effects are printed', async () => {
    expect(await server().logged(/Local mode/)).toMatch(/anyone on it may clear/);
  });

  test('Access: answers do not require https', async () => {
    const { headers } = await rest(server().url, 'GET', '/login');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('Access: any password that is not empty is accepted', async () => {
    expect(await call('POST', '/user', {}, account('anna'))).toMatchObject({ status: 200 });
  });

  test('Access: the Host header must name the loopback', async () => {
    const { port } = server();
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST']) {
      for (const name of [host, `${host}:${port}`]) {
        expectError(await call('GET', '/game', { host: name }), 401);
      }
    }
    const foreign = [
      'evil.example',
      `evil.example:${port}`,
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      'evil.example#localhost',
      'localhost@evil.example',
      '10.0.0.1',
      '0.0.0.0',
      '[::2]',
      'localhost:x',
      '',
    ];
    for (const host of foreign) {
      for (const path of ['/game', '/', '/openapi.json', '/api/trpc/auth.me', '/nothing']) {
        expectError(await call('GET', path, { host }), 403, /^Error: forbidden \(Host: /);
      }
      expectError(await call('DELETE', '/db', { host }), 403);
    }
  });

  test('Access: a page of another origin may change nothing over REST', async () => {
    const { port, url } = server();
    const { token } = await register(url, 'berta');
    const origins = ['https://evil.example', 'null', `http://127.0.0.1:${port}.evil.example`];
    for (const origin of origins) {
      expectError(await call('POST', '/user', { origin }, account('x')), 403, /\(Origin: /);
      const authorized = { origin, authorization: token };
      expectError(await call('POST', '/game', authorized, { gameName: 'x' }), 403);
      expectError(await call('DELETE', '/session', authorized), 403);
      expectError(await call('DELETE', '/db', { origin }), 403);
    }
    const own = { origin: `http://127.0.0.1:${port}`, authorization: token };
    expect(await call('POST', '/game', own, { gameName: 'x' })).toMatchObject({ status: 200 });
  });

  test('Access: a page of another origin may change nothing over tRPC, nor open a WebSocket', async () => {
    const { url } = server();
    for (const origin of ['https://evil.example', 'null']) {
      const body = { ...account('clara'), tokenDelivery: 'cookie' };
      const answer = await call('POST', '/api/trpc/auth.register', { origin }, body);
      expectError(answer, 403, /\(Origin: /);
      expect(await upgradeError(url, { origin })).toMatchObject({ status: 403 });
    }
    expect(await upgradeError(url, { host: 'evil.example' })).toMatchObject({ status: 403 });
    (await openSocket(url, { headers: { origin: url } })).close();
  });

  test('Access: addresses are not rate-limited', async () => {
    const answers = await Promise.all(
      Array.from({ length: 400 }, () => rest(server().url, 'GET', '/game')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  });

  test('R-ERR-2 R-LOGIN-2 passwords of unknown users are hashed too, and a full queue is 429', async () => {
    await using small = await startServer({ HASH_QUEUE: '1' });
    const credentials = { username: 'nobody', password: 'p' };
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => rest(small.url, 'POST', '/session', { body: credentials })),
    );
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThan(0);
    for (const answer of limited) {
      expectError(answer, 429, /^Error: too many requests$/);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    for (const answer of answers) {
      if (answer.status !== 429) expectError(answer, 401);
    }
  });
});
