import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sharedServer } from '../../testing/server/shared-server.ts';
import { createVisitorPages } from './visitor-pages.ts';

const POLICY = 'content-security-policy';
const nonceIn = (policy: unknown) => /'nonce-([^']+)'/.exec(String(policy))?.[1];

/** Renders like Next: with the nonce of the request. */
const drawAs =
  (text: string): RequestListener =>
  ({ headers }, response) => {
    const nonce = nonceIn(headers[POLICY]);
    response.setHeader('link', `</font>; nonce="${nonce}"`);
    response.write(`<script nonce="${nonce}">`);
    response.end(`${text}</script>`);
  };

describe('a page for visitors', () => {
  let server: Server;
  let origin: string;
  let nowMs: number;
  /** Renders pages; `drawn` records their paths. */
  let draw: RequestListener;
  let drawn: IncomingMessage[];

  beforeEach(async () => {
    nowMs = 1_000_000;
    draw = (request, response) => drawAs(`drawing ${drawn.length}`)(request, response);
    drawn = [];
    let asked = 0;
    const drawPage = createVisitorPages(
      async (request, response) => {
        drawn.push(request);
        draw(request, response);
      },
      () => nowMs,
    );
    server = createServer((request, response) => {
      const nonce = `${++asked}+/==`;
      request.headers[POLICY] = `'nonce-${nonce}'`;
      response.setHeader(POLICY, `'nonce-${nonce}'`);
      drawPage(request, response, nonce).catch(() => response.writeHead(500).end());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${origin}${path}`, init);
    const nonce = nonceIn(answer.headers.get(POLICY));
    return { answer, nonce, body: await answer.text() };
  };

  test('is rendered once for all visitors within a moment, each with their own nonce', async () => {
    const [one, two] = [await ask('/lobby'), await ask('/lobby')];
    expect(drawn).toHaveLength(1);
    for (const { answer, nonce, body } of [one, two]) {
      expect(body).toBe(`<script nonce="${nonce}">drawing 1</script>`);
      expect(answer.headers.get('link')).toBe(`</font>; nonce="${nonce}"`);
    }
    expect(one.nonce).not.toBe(two.nonce);
    nowMs += 250;
    expect((await ask('/lobby')).body).toContain('drawing 2');
  });

  test('being rendered is still delivered when the first visitor disconnects', async () => {
    let finish = () => {};
    draw = (request, response) => {
      finish = () => drawAs('late')(request, response);
    };
    const goer = new AbortController();
    const gone = ask('/lobby', { signal: goer.signal }).catch(() => 'gone');
    const waiting = [ask('/lobby'), ask('/lobby')];
    await expect.poll(() => drawn.length).toBe(1);
    nowMs += 4_999;
    waiting.push(ask('/lobby'));
    goer.abort();
    expect(await gone).toBe('gone');
    finish();
    for (const { answer, nonce, body } of await Promise.all(waiting)) {
      expect(answer.status).toBe(200);
      expect(body).toBe(`<script nonce="${nonce}">late</script>`);
    }
    expect(drawn).toHaveLength(1);
  });

  test('that never finishes blocks only the visitors who asked in time', async () => {
    draw = () => {};
    const never = ask('/lobby').catch(() => 'closed');
    await expect.poll(() => drawn.length).toBe(1);
    draw = drawAs('another');
    nowMs += 5_000;
    expect((await ask('/lobby')).body).toContain('another');
    server.closeAllConnections();
    expect(await never).toBe('closed');
  });

  test('is rendered separately for a cookie, other headers or another path', async () => {
    await ask('/lobby');
    await ask('/lobby', { headers: { cookie: 'session=x' } });
    await ask('/lobby', { headers: { cookie: 'session=x' } });
    await ask('/lobby', { headers: { authorization: 'x' } });
    await ask('/lobby', { headers: { rsc: '1' } });
    await ask('/lobby', { method: 'HEAD' });
    await ask('/lobby?after=5');
    await ask('/');
    expect(drawn).toHaveLength(8);
    // Proxies add the visitor's address; pages don't depend on it.
    await ask('/', { headers: { 'x-forwarded-for': '203.0.113.5' } });
    expect(drawn).toHaveLength(8);
  });

  test('is compressed for clients that accept gzip, from the same rendering', async () => {
    const plain = await ask('/tv', { headers: { 'accept-encoding': 'identity' } });
    const packed = await ask('/tv', { headers: { 'accept-encoding': 'br, gzip' } });
    expect(plain.answer.headers.get('content-encoding')).toBeNull();
    expect(packed.answer.headers.get('content-encoding')).toBe('gzip');
    expect(packed.body).toBe(`<script nonce="${packed.nonce}">drawing 1</script>`);
    expect(drawn).toHaveLength(1);
    expect(drawn[0]?.headers).not.toHaveProperty('accept-encoding');
    const uncompressed = await ask('/tv', { headers: { 'accept-encoding': 'gzip;q=0, identity' } });
    expect(uncompressed.answer.headers.get('content-encoding')).toBeNull();
  });

  test('that is missing is not kept', async () => {
    draw = (_request, response) => response.writeHead(404).end('no such game');
    const { answer, body } = await ask('/game/5');
    expect([answer.status, body, drawn.length]).toEqual([404, 'no such game', 1]);
    draw = drawAs('a new game');
    expect((await ask('/game/5')).body).toContain('a new game');
  });

  test('that sets a cookie is not kept', async () => {
    draw = (_request, response) => {
      response.setHeader('set-cookie', `guest=${drawn.length}`);
      response.end('for you');
    };
    const [one, two] = [await ask('/'), await ask('/')].map(({ answer }) => answer.headers);
    expect(one?.getSetCookie()).not.toEqual(two?.getSetCookie());
  });

  test('that fails to render is an error, and the next visitor retries', async () => {
    draw = (_request, response) => response.destroy(new Error('broken'));
    expect((await ask('/')).answer.status).toBe(500);
    draw = drawAs('mended');
    expect((await ask('/')).body).toContain('mended');
  });
});

describe('on the real server', () => {
  const running = sharedServer();

  test('simultaneous visitors get complete pages, whose scripts carry the nonce of their own answer', async () => {
    const pages = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const answer = await fetch(`${running().url}/lobby`);
        return { nonce: nonceIn(answer.headers.get(POLICY)), body: await answer.text() };
      }),
    );
    expect(new Set(pages.map(({ nonce }) => nonce)).size).toBe(20);
    for (const { nonce, body } of pages) {
      expect(body).toMatch(/<\/html>$/);
      const nonces = [...body.matchAll(/nonce="([^"]*)"/g)].map(([, found]) => found);
      expect(nonces.length).toBeGreaterThan(5);
      expect(new Set(nonces)).toEqual(new Set([nonce]));
    }
  });
});
