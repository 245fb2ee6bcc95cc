import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectError, register, rest } from '../../testing/clients/rest-client.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
let token: string;
beforeAll(async () => {
  ({ token } = await register(server().url, 'anna'));
});

const body = Buffer.from('{"gameName":"Z\u00fcrich"}');
/** Spaces that inflate to a thousand times what is sent. */
const bomb = Buffer.alloc(8 * 1024 * 1024, ' ');

const create = (sent: Buffer, encoding: string) =>
  rest(server().url, 'POST', '/game', {
    token,
    body: new Uint8Array(sent),
    headers: { 'content-encoding': encoding },
  });
const createByTrpc = (sent: Buffer, encoding: string) =>
  rest(server().url, 'POST', '/api/trpc/game.create', {
    token,
    body: new Uint8Array(sent),
    headers: { 'content-encoding': encoding, 'content-type': 'application/json' },
  });

describe('R-HTTP-2 a compressed body', () => {
  test.each([
    ['gzip', gzipSync(body)],
    ['x-gzip', gzipSync(body)],
    ['GZIP', gzipSync(body)],
    ['deflate', deflateSync(body)],
    ['br', brotliCompressSync(body)],
    ['identity', body],
    ['gzip, br', brotliCompressSync(gzipSync(body))],
  ])('by %s is read, by REST and tRPC', async (encoding, sent) => {
    expect(await create(sent, encoding)).toMatchObject({
      status: 200,
      body: { gameID: expect.any(Number) },
    });
    expect(await createByTrpc(sent, encoding)).toMatchObject({
      status: 200,
      body: { result: { data: { gameID: expect.any(Number) } } },
    });
  });

  test.each(['zstd', 'compress', 'gzip, zstd', 'gzip, gzip, gzip'])(
    'by %s is rejected with the reason',
    async (encoding) => {
      for (const call of [create, createByTrpc]) {
        const message =
          /^Error: unsupported content encoding \(Content-Encoding: .*gzip, deflate and br\)$/;
        expectError(await call(body, encoding), 415, message);
      }
    },
  );

  test('that doesn’t match its header is 400', async () => {
    for (const call of [create, createByTrpc]) {
      expectError(await call(body, 'gzip'), 400, /\(the body is not gzip\)$/);
      expectError(await call(gzipSync(body).subarray(0, 20), 'gzip'), 400);
    }
  });

  test('counts with its inflated size', async () => {
    for (const call of [create, createByTrpc]) {
      expectError(await call(gzipSync(bomb), 'gzip'), 413);
      expectError(await call(brotliCompressSync(bomb), 'br'), 413);
    }
  });
});
