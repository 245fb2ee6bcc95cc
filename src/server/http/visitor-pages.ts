import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createLRU } from 'lru.min';
import { isDrawn } from './pages.ts';

/** Answers a request for a page. */
type Draw = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The same. @param nonce by which the browser knows our scripts (see `security-headers.ts`) */
export type DrawPage = (
  request: IncomingMessage,
  response: ServerResponse,
  nonce: string,
) => Promise<void>;

/** A page as it was drawn. Its nonce, wherever it stands, gives way to that of whoever gets the page. */
interface Page {
  readonly status: number;
  readonly body: string;
  readonly headers: OutgoingHttpHeaders;
  readonly nonce: string;
}

interface Kept {
  /** Null for an answer that is for one alone. */
  readonly page: Promise<Page | null>;
  /** Until when it is given to others; while it is being drawn, how long they wait for it. */
  untilMs: number;
}

/** A page that was drawn serves others for so long, ms. What is live in it is told no more often. */
const KEPT_MS = 250;

/** Who asks when a page has been drawn for so long, ms, doesn't wait for it: that one may never come. */
const PATIENCE_MS = 5000;

/** So many different pages are kept at once, each of about 100 kB. */
const MOST = 32;

/** Headers that say nothing about the page, or who asks, which no page depends on. */
const passedOver = ['content-security-policy', 'accept-encoding', 'connection', 'x-forwarded-for'];

/**
 * Draws a page once for all visitors who ask for it within a moment and say the same. Nothing that the event loop does for one
 * request takes longer, and when a link goes round, or after a restart, many ask at once. Whoever sends a cookie, and
 * may be somebody, gets a page of their own.
 */
export function createVisitorPages(draw: Draw, now: () => number): DrawPage {
  const kept = createLRU<string, Kept>({ max: MOST });

  const pageFor = (request: IncomingMessage, nonce: string) => {
    const key = keyOf(request);
    const known = kept.get(key);
    if (known && now() < known.untilMs) return known.page;
    const page = drawnFor(request, draw, nonce);
    const entry: Kept = { page, untilMs: now() + PATIENCE_MS };
    // What failed or isn't there may be there a moment later.
    const keep = (answer: Page | null) => {
      entry.untilMs = answer?.status === 200 ? now() + KEPT_MS : 0;
    };
    page.then(keep, () => keep(null));
    kept.set(key, entry);
    return page;
  };

  return async (request, response, nonce) => {
    const page = isForAnyone(request) && (await pageFor(request, nonce));
    if (page) await send(page, request, response, nonce);
    else await draw(request, response);
  };
}

const isForAnyone = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  isDrawn((url ?? '').split('?', 1)[0] ?? '') &&
  headers.cookie === undefined &&
  headers.authorization === undefined;

/** Requests of the same key say the same. */
function keyOf({ url, headers }: IncomingMessage): string {
  const saying = Object.entries(headers).filter(([name]) => !passedOver.includes(name));
  return JSON.stringify([url, saying]);
}

async function drawnFor(
  { url, headers }: IncomingMessage,
  draw: Draw,
  nonce: string,
): Promise<Page | null> {
  // With the first page, as Next: a start doesn't wait for it.
  const { inject } = await import('light-my-request');
  const { 'accept-encoding': _encoding, ...plain } = headers;
  const dispatch = (request: IncomingMessage, response: ServerResponse) =>
    draw(request, response).catch((error) => response.destroy(error));
  const answer = await inject(dispatch, { method: 'GET', url: url ?? '/', headers: plain });
  const { statusCode: status, headers: said, payload: body } = answer;
  return said['set-cookie'] ? null : { status, body, headers: said, nonce };
}

/** What a page's headers say of the connection on which it was drawn. */
const ofConnection = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
]);

const compress = promisify(gzip);

/** Named, and not refused by a weight of 0. */
const takesGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/;

async function send(
  page: Page,
  request: IncomingMessage,
  response: ServerResponse,
  nonce: string,
): Promise<void> {
  response.statusCode = page.status;
  const own = (text: string) => text.replaceAll(page.nonce, nonce);
  for (const [name, value] of Object.entries(page.headers)) {
    if (value === undefined || ofConnection.has(name)) continue;
    response.setHeader(name, Array.isArray(value) ? value.map(own) : own(String(value)));
  }
  let body: Buffer = Buffer.from(own(page.body));
  if (takesGzip.test(String(request.headers['accept-encoding'] ?? ''))) {
    body = await compress(body);
    response.setHeader('content-encoding', 'gzip');
  }
  response.setHeader('content-length', body.length);
  response.end(body);
}
