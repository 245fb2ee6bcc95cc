import { describe, expect, test } from 'vitest';
import { expectError, register, rest } from '../../testing/clients/rest-client.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();

const known = {
  '/user': ['POST', 'OPTIONS'],
  '/session': ['POST', 'DELETE', 'OPTIONS'],
  '/game': ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'],
  '/db': ['DELETE', 'OPTIONS'],
  '/openapi.json': ['GET', 'HEAD', 'OPTIONS'],
};
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const;
const pages = ['/', '/login', '/lobby', '/game/1', '/user/anna'];

describe('paths and methods', () => {
  for (const [path, allowed] of Object.entries(known)) {
    test(`R-ERR-2 ${path} with another method is 405 with Allow`, async () => {
      for (const method of methods) {
        if (allowed.includes(method)) continue;
        const answer = await rest(server().url, method, path);
        expectError(answer, 405, /^Error: method not allowed/);
        expect(answer.headers.get('allow')).toBe(allowed.join(', '));
      }
    });

    test(`R-HTTP-2 HEAD ${path} is answered where GET is, without a body`, async () => {
      const { token } = await register(server().url, `head${path.replace(/\W/g, '_')}`);
      const answer = await rest(server().url, 'HEAD', path, { token });
      expect(answer.status).toBe(allowed.includes('HEAD') ? 200 : 405);
      expect(answer.body).toBe('');
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    });

    test(`R-HTTP-2 OPTIONS ${path} lists the allowed methods`, async () => {
      const answer = await rest(server().url, 'OPTIONS', path);
      expect(answer).toMatchObject({ status: 204, body: '' });
      expect(answer.headers.get('allow')).toBe(allowed.join(', '));
    });
  }

  test('R-ERR-2 an unknown path is 404 with every method', async () => {
    for (const path of ['/sessions', '/user/anna/x', '/db/', '/api', '/v1/game', '/GAME']) {
      for (const method of methods) {
        expectError(await rest(server().url, method, path), 404, /^Error: not found/);
      }
    }
  });

  test('R-ERR-2 a page’s path is 405 for methods other than GET and HEAD', async () => {
    for (const path of pages) {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'] as const) {
        const answer = await rest(server().url, method, path);
        expectError(answer, 405);
        expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
      }
    }
  });

  test('R-HTTP-2 pages, files and tRPC answer HEAD and OPTIONS too', async () => {
    const trpc = '/api/trpc/auth.me';
    for (const path of [...pages, '/icon.svg', '/favicon.ico', '/robots.txt', trpc]) {
      const [get, head, options] = [
        await rest(server().url, 'GET', path),
        await rest(server().url, 'HEAD', path),
        await rest(server().url, 'OPTIONS', path),
      ];
      expect({ path, status: head.status, body: head.body }).toEqual({
        path,
        status: get.status,
        body: '',
      });
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
      expect(options.status).toBe(204);
      const allowed = path === trpc ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS';
      expect(options.headers.get('allow')).toBe(allowed);
    }
  });

  test('a server is not listed by search engines unless INDEXING says so', async () => {
    const robots = await rest(server().url, 'GET', '/robots.txt');
    expect(robots.body).toBe('User-agent: *\nDisallow: /\n');
    const page = await rest(server().url, 'GET', '/lobby');
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
  });

  test('R-ERR-1 for an unknown path a browser gets a page, a program JSON', async () => {
    const page = await rest(server().url, 'GET', '/nothing', { headers: { accept: 'text/html' } });
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expectError(await rest(server().url, 'GET', '/nothing'), 404);
  });

  test('R-ERR-1 no response names the server’s software', async () => {
    for (const path of ['/user', '/nothing', '/openapi.json', '/login']) {
      const { headers } = await rest(server().url, 'GET', path);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('R-ERR-2 an unexpected query is ignored', async () => {
    const body = { username: 'anna', password: 'p', email: 'x' };
    expect(await rest(server().url, 'POST', '/user?x=%&y=[', { body })).toMatchObject({
      status: 200,
    });
    expect(await rest(server().url, 'DELETE', '/db?')).toMatchObject({ status: 200 });
  });
});

describe('the authorization header', () => {
  test('R-ERR-2 an invalid token is 401, whatever its form', async () => {
    const tokens = [
      '',
      'Bearer',
      'Basic YTpi',
      'undefined',
      '../../etc/passwd',
      "' OR 1=1 --",
      'x'.repeat(10_000),
      '\u00ff\u00fe',
    ];
    for (const token of tokens) {
      for (const [method, path] of [
        ['GET', '/game'],
        ['POST', '/game'],
        ['PUT', '/game'],
        ['DELETE', '/session'],
      ] as const) {
        expectError(await rest(server().url, method, path, { token }), 401, 'Error: unauthorized');
      }
    }
  });

  test('R-ERR-2 REST never reads cookies', async () => {
    const body = { username: 'berta', password: 'p', email: 'x' };
    const { body: session } = await rest(server().url, 'POST', '/user', { body });
    const { authToken } = session as { authToken: string };
    const headers = { cookie: `rookery=${authToken}; __Host-rookery=${authToken}` };
    expectError(await rest(server().url, 'GET', '/game', { headers }), 401);
  });
});
