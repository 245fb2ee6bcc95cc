import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { request, sendRaw } from '../../testing/clients/raw-http.ts';
import { register } from '../../testing/clients/rest-client.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const run = promisify(execFile);
const hasJava = await run('java', ['-version']).then(
  () => true,
  () => false,
);

/** The headers that `java.net.http.HttpClient` sends with every plain-HTTP request. */
const offer = [
  'Connection: Upgrade, HTTP2-Settings',
  'Upgrade: h2c',
  'HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
];
const post = (path: string, body: string, more: readonly string[]) =>
  request(
    [
      `POST ${path} HTTP/1.1`,
      'Host: 127.0.0.1',
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...more,
    ],
    body,
  );
const account = (username: string) =>
  JSON.stringify({ username, password: 'pässword', email: 'x@example.org' });
/** The last request of a connection, so that the server closes it. */
const last = request(['GET /openapi.json HTTP/1.1', 'Host: 127.0.0.1', 'Connection: close']);

describe('an offered upgrade to another protocol than WebSocket', () => {
  test('R-HTTP-1 is ignored, the body is read, and the connection stays open', async () => {
    const bodies = ['anna', 'berta', 'clara'].map(account);
    const answers = await sendRaw(
      server().port,
      ...bodies.map((body) => post('/user', body, offer)),
      last,
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(JSON.parse(answers[2]?.body ?? '')).toMatchObject({ username: 'clara' });
  });

  test('R-HTTP-1 is ignored if head and body arrive in chunks', async () => {
    const whole = Buffer.from(post('/user', account('dora'), offer));
    const cuts = [0, 3, 40, whole.indexOf('\r\n\r\n') + 4, whole.indexOf('ä') + 1, whole.length];
    const chunks = cuts.slice(1).map((end, i) => whole.subarray(cuts[i], end));
    const answers = await sendRaw(server().port, ...chunks, last);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('R-HTTP-1 is ignored with a chunked body, and with several requests in one packet', async () => {
    const body = account('emma');
    const size = Buffer.byteLength(body).toString(16);
    const chunked = request(
      ['POST /user HTTP/1.1', 'Host: 127.0.0.1', 'Transfer-Encoding: chunked', ...offer],
      `${size}\r\n${body}\r\n0\r\n\r\n`,
    );
    const all = chunked + post('/session', account('emma'), offer) + last;
    const answers = await sendRaw(server().port, all);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test('R-HTTP-1 is ignored for every protocol, method and path', async () => {
    const { token } = await register(server().url, 'frida');
    for (const upgrade of ['h2c', 'TLS/1.0', 'HTTP/2.0, h2c', 'nonsense', 'websocketx']) {
      const head = ['Host: 127.0.0.1', `Authorization: ${token}`, `Upgrade: ${upgrade}`];
      const upgradeOnly = [...head, 'Connection: Upgrade'];
      const answers = await sendRaw(
        server().port,
        request(['GET /game HTTP/1.1', ...upgradeOnly]),
        request(['DELETE /game HTTP/1.1', ...upgradeOnly]),
        request(['GET /nothing/here HTTP/1.1', ...upgradeOnly]),
        request(['GET /api/trpc/auth.me HTTP/1.1', ...upgradeOnly]),
        last,
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 405, 404, 200, 200]);
    }
  });

  test('R-HTTP-1 `Connection: close` still closes the connection', async () => {
    const [connection, ...rest] = offer;
    const answers = await sendRaw(
      server().port,
      request(['GET /openapi.json HTTP/1.1', 'Host: 127.0.0.1', `${connection}, close`, ...rest]),
    );
    expect(answers).toMatchObject([{ status: 200, headers: { connection: 'close' } }]);
  });

  test('R-HTTP-1 a client that disconnects in the middle of its request does no harm', async () => {
    const half = post('/user', account('gerda'), offer).slice(0, -10);
    const socket = connect(server().port, '127.0.0.1');
    await once(socket, 'connect');
    await new Promise((resolve) => socket.write(half, resolve));
    socket.destroy();
    await register(server().url, 'gerda');
  });

  test.skipIf(!hasJava)(
    `R-HTTP-1 Java's HttpClient plays all seven flows${hasJava ? '' : ' (skipped: Java is not installed)'}`,
    { timeout: 60_000 },
    async () => {
      const program = fileURLToPath(
        new URL('../../testing/clients/SevenFlows.java', import.meta.url),
      );
      const { stdout } = await run('java', [program, server().url], { cwd: path.dirname(program) });
      expect(stdout.trim().split('\n')).toEqual([
        'POST /user 200',
        'POST /user 403',
        'POST /session 200',
        'POST /game 200',
        'PUT /game 200',
        'GET /game 200',
        'DELETE /session 200',
        'DELETE /session 401',
        'POST /nothing 404',
        'POST /user 413',
        'DELETE /db 200',
      ]);
    },
  );
});
