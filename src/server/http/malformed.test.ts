import { describe, expect, test } from 'vitest';
import { type RawAnswer, request, sendRaw } from '../../testing/clients/raw-http.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const host = 'Host: 127.0.0.1';
const close = 'Connection: close';

/** Expects R-ERR-1 on the wire: the status, and JSON with only a message. */
function expectRawError(answer: RawAnswer | undefined, status: number, message = /^Error: /) {
  expect(answer).toMatchObject({ status });
  expect(answer?.headers['content-type']).toMatch(/^application\/json/);
  const body: unknown = JSON.parse(answer?.body ?? '');
  expect(body).toEqual({ message: expect.stringMatching(message) });
}

/** Sends one request, after which the server must close the connection. */
async function one(...chunks: string[]): Promise<RawAnswer | undefined> {
  const answers = await sendRaw(server().port, ...chunks);
  expect(answers).toHaveLength(1);
  return answers[0];
}

describe('a request that is not HTTP', () => {
  const bad: Record<string, string> = {
    'no HTTP at all': 'hello, is anybody there?\r\n\r\n',
    'an unknown method': request(['CASTLE /game HTTP/1.1', host, close]),
    'a version that is none': request(['GET /game HTTP/9.9', host, close]),
    'a header without a name': request(['GET /game HTTP/1.1', host, ': empty', close]),
    'a control character in a header': request(['GET /game HTTP/1.1', host, 'A: \u0001', close]),
    'a NUL in the path': request(['GET /ga\u0000me HTTP/1.1', host, close]),
    'two lengths': request(['POST /user HTTP/1.1', host, 'Content-Length: 1', 'Content-Length: 2']),
    'a length that is none': request(['POST /user HTTP/1.1', host, 'Content-Length: -1']),
    'a length and chunks': request([
      'POST /user HTTP/1.1',
      host,
      'Content-Length: 2',
      'Transfer-Encoding: chunked',
    ]),
    'a broken chunk': request(
      ['POST /user HTTP/1.1', host, 'Transfer-Encoding: chunked'],
      'zz\r\n{}\r\n0\r\n\r\n',
    ),
    'no Host': request(['GET /game HTTP/1.1', close]),
    'two Hosts': request(['GET /game HTTP/1.1', host, 'Host: evil.example', close]),
    'headers of 20 kB': request(['GET /game HTTP/1.1', host, `A: ${'a'.repeat(20_000)}`]),
    'a path of 20 kB': request([`GET /${'a'.repeat(20_000)} HTTP/1.1`, host]),
  };
  for (const [what, bytes] of Object.entries(bad)) {
    test(`R-ERR-1 ${what} is 400 in JSON, and the connection closes`, async () => {
      expectRawError(await one(bytes), 400, /^Error: bad request/);
    });
  }

  test('R-ERR-1 CONNECT is not supported: the error is JSON', async () => {
    const answer = await one(request(['CONNECT example.org:443 HTTP/1.1', host]));
    expectRawError(answer, 405);
  });

  test('R-ERR-1 an unknown expectation is ignored', async () => {
    const head = ['GET /openapi.json HTTP/1.1', host, 'Expect: a miracle', close];
    expect(await one(request(head))).toMatchObject({ status: 200 });
  });

  test('R-ERR-3 a client that expects 100-continue gets it', async () => {
    const body = '{"gameName":"a game"}';
    const head = ['POST /game HTTP/1.1', host, close, 'Expect: 100-continue'];
    const answers = await sendRaw(
      server().port,
      request([...head, `Content-Length: ${body.length}`]),
      body,
    );
    expect(answers.map(({ status }) => status)).toEqual([100, 401]);
  });
});

describe('unusual paths', () => {
  const paths = [
    '//',
    '//evil.example/',
    '/game//',
    '/GAME',
    '/game/',
    '/%67ame',
    '/%00',
    '/%',
    '/%E0%A4%A',
    '/..%2f..%2fetc%2fpasswd',
    '/../package.json',
    '/.env',
    '/.git/config',
    '/data/rookery.db',
    '/package.json',
    '/;/',
    '/\\evil.example',
    '*',
    'http://evil.example/user',
    '/a'.repeat(4000),
    '/__proto__',
    '/constructor',
  ];
  for (const path of paths) {
    const shown = path.length > 40 ? `${path.slice(0, 40)}…` : path;
    test(`R-ERR-2 POST ${shown} is 404 or 400 in JSON`, async () => {
      const answer = await one(request([`POST ${path} HTTP/1.1`, host, close]));
      expect([400, 404, 405]).toContain(answer?.status);
      expectRawError(answer, answer?.status ?? 0);
    });

    test(`R-ERR-2 GET ${shown} is neither a server error nor a redirect to another host`, async () => {
      for (const accept of ['*/*', 'text/html']) {
        const head = [`GET ${path} HTTP/1.1`, host, close, `Accept: ${accept}`];
        const answer = await one(request(head));
        expect(answer?.status).toBeLessThan(500);
        expect(answer?.headers.location ?? '/').toMatch(/^\/(?!\/|\\)/);
        expect(answer?.body).not.toMatch(/"lockfileVersion"|root:|SQLite/);
        if (accept === '*/*' && answer?.status === 404) expectRawError(answer, 404);
      }
    });
  }
});
