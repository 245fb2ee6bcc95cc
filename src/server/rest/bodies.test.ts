import { beforeAll, describe, expect, test } from 'vitest';
import { request, sendRaw } from '../../testing/clients/raw-http.ts';
import { expectError, register, rest } from '../../testing/clients/rest-client.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
let token: string;
beforeAll(async () => {
  ({ token } = await register(server().url, 'anna'));
});
const create = (body: unknown, headers = {}) =>
  rest(server().url, 'POST', '/game', { token, body, headers });

/** The endpoints that read a body. */
const reading = [
  ['POST', '/user'],
  ['POST', '/session'],
  ['POST', '/game'],
  ['PUT', '/game'],
] as const;

const notObjects: Record<string, string | Uint8Array> = {
  'no body': '',
  'half of it': '{"gameName":"a',
  'not JSON': 'gameName=a',
  'single quotes': "{'gameName':'a'}",
  'a trailing comma': '{"gameName":"a",}',
  'two objects': '{}{}',
  'a NUL': '\u0000',
  'an array': '[{"gameName":"a"}]',
  'a string': '"gameName"',
  'a number': '42',
  null: 'null',
  true: 'true',
  NaN: 'NaN',
  'deep arrays': '['.repeat(30_000) + ']'.repeat(30_000),
  'deep objects, not closed': '{"a":'.repeat(12_000),
  'text that is not UTF-8': new Uint8Array(Buffer.from('{"gameName":"Z\u00fcrich"}', 'latin1')),
  'UTF-16': new Uint8Array(Buffer.from('{"gameName":"a"}', 'utf16le')),
};

describe('bodies', () => {
  for (const [what, body] of Object.entries(notObjects)) {
    test(`R-ERR-2 ${what} is 400 bad request`, async () => {
      for (const [method, path] of reading) {
        const answer = await rest(server().url, method, path, { token, body });
        expectError(answer, 400, /^Error: bad request/);
      }
    });
  }

  test('R-ERR-2 deep objects in an unknown field are ignored', async () => {
    const deep = `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`;
    const answer = await create(`{"gameName":"deep","more":${deep}}`);
    expect(answer).toMatchObject({ status: 200 });
    expectError(await create(`{"gameName":${deep}}`), 400, /\(gameName: /);
  });

  test('R-ERR-2 names inherited from Object.prototype are not fields', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString']) {
      expectError(await create(`{"${name}":{"gameName":"a"}}`), 400, /gameName: is missing/);
    }
  });

  test('R-ERR-2 the last of duplicate fields counts, as in JSON.parse', async () => {
    expect(await create('{"gameName":7,"gameName":"a"}')).toMatchObject({ status: 200 });
  });

  test('R-ERR-3 the body is JSON whatever its content type says', async () => {
    const types = [
      'application/json',
      'application/json; charset=utf-8',
      'text/plain',
      'text/html',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/octet-stream',
      'nonsense',
    ];
    for (const type of types) {
      const answer = await create({ gameName: type }, { 'content-type': type });
      expect(answer).toMatchObject({ status: 200 });
    }
    expect(await create({ gameName: 'none' })).toMatchObject({ status: 200 });
  });

  test('R-ERR-3 a byte order mark, as some clients send it, is ignored', async () => {
    expect(await create('\ufeff{"gameName":"a"}')).toMatchObject({ status: 200 });
  });

  test('R-ERR-3 flows without a body ignore one', async () => {
    const body = 'anything at all';
    expect(await rest(server().url, 'DELETE', '/db', { body })).toMatchObject({ status: 200 });
    ({ token } = await register(server().url, 'anna'));
    const other = await register(server().url, 'berta');
    const ended = await rest(server().url, 'DELETE', '/session', { token: other.token, body });
    expect(ended).toMatchObject({ status: 200 });
  });
});

describe('sizes', () => {
  const sized = (bytes: number) => {
    const around = JSON.stringify({ gameName: 'a game', more: '' }).length;
    return JSON.stringify({ gameName: 'a game', more: 'x'.repeat(bytes - around) });
  };

  test('R-ERR-2 a body of 64 KiB is accepted, one more byte is 413', async () => {
    expect(sized(64 * 1024)).toHaveLength(64 * 1024);
    expect(await create(sized(64 * 1024))).toMatchObject({ status: 200 });
    for (const [method, path] of reading) {
      const answer = await rest(server().url, method, path, { token, body: sized(64 * 1024 + 1) });
      expectError(answer, 413, /^Error: request too large/);
    }
  });

  test('R-ERR-2 a much larger body is 413 too, and its sender receives the response', async () => {
    for (const megabytes of [1, 4, 8]) {
      const body = 'x'.repeat(megabytes * 1024 * 1024);
      expectError(await create(body), 413);
    }
    expect(await create({ gameName: 'after' })).toMatchObject({ status: 200 });
  });

  test('R-ERR-2 a body in chunks is counted as it arrives', async () => {
    const data = 'x'.repeat(8192);
    const chunks = `${`2000\r\n${data}\r\n`.repeat(9)}0\r\n\r\n`;
    const head = ['POST /user HTTP/1.1', 'Host: 127.0.0.1', 'Transfer-Encoding: chunked'];
    const answers = await sendRaw(server().port, request(head, chunks));
    expect(answers).toMatchObject([{ status: 413 }]);
    expect(JSON.parse(answers[0]?.body ?? '')).toEqual({
      message: expect.stringMatching(/^Error: request too large/),
    });
  });

  test('R-ERR-2 a missing token is reported before the body’s size', async () => {
    const body = 'x'.repeat(100_000);
    expectError(await rest(server().url, 'POST', '/game', { token: 'no', body }), 401);
  });
});
