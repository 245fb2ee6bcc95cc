import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createLRU } from 'lru.min';
import { isDrawn } from './pages.ts';

/** Answers a request for a page. */
type Draw = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers a request for a page. @param nonce marks our scripts (see `security-headers.ts`) */
export type DrawPage = (
  request: IncomingMessage,
  response: ServerResponse,
  nonce: string,
) => Promise<void>;

/** A rendered page. Its nonce is replaced with each visitor's own. */
interface Page {
  readonly status: number;
  readonly body: string;
  readonly headers: OutgoingHttpHeaders;
  readonly nonce: string;
}

interface Kept {
  /** Null for an answer that must not be shared. */
  readonly page: Promise<Page | null>;
  /** When the page expires; while it is being rendered, when others stop waiting for it. */
  untilMs: number;
}

/** How long a rendered page is shared, in ms. Live data is not published more often. */
const KEPT_MS = 250;

/** After this long, in ms, new visitors don't wait for a page being rendered: it may never finish. */
const PATIENCE_MS = 5000;

/** The number of pages kept, about 100 kB each. */
const MOST = 32;

/** Headers that do not affect the page. */
const passedOver = ['content-security-policy', 'accept-encoding', 'connection', 'x-forwarded-for'];

/**
 * Renders a page once for all visitors who send equal requests within a moment. Rendering blocks the event loop longer
 * than any other request, and many visitors come at once when a link spreads or after a restart. A visitor with a cookie
 * may be signed in and gets a separate page.
 */
export function createVisitorPages(draw: Draw, now: () => number): DrawPage {
  const kept = createLRU<string, Kept>({ max: MOST });

  const pageFor = (request: IncomingMessage, nonce: string) => {
    const key = keyOf(request);
    const known = kept.get(key);
    if (known && now() < known.untilMs) return known.page;
    const page = drawnFor(request, draw, nonce);
    const entry: Kept = { page, untilMs: now() + PATIENCE_MS };
    // Errors and missing pages are not kept: the next request may succeed.
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

/** Requests with equal keys get the same page. */
function keyOf({ url, headers }: IncomingMessage): string {
  const saying = Object.entries(headers).filter(([name]) => !passedOver.includes(name));
  return JSON.stringify([url, saying]);
}

async function drawnFor(
  { url, headers }: IncomingMessage,
  draw: Draw,
  nonce: string,
): Promise<Page | null> {
  // Loaded with the first page, like Next, so that it does not delay the start.
  const { inject } = await import('light-my-request');
  const { 'accept-encoding': _encoding, ...plain } = headers;
  const dispatch = (request: IncomingMessage, response: ServerResponse) =>
    draw(request, response).catch((error) => response.destroy(error));
  const answer = await inject(dispatch, { method: 'GET', url: url ?? '/', headers: plain });
  const { statusCode: status, headers: said, payload: body } = answer;
  return said['set-cookie'] ? null : { status, body, headers: said, nonce };
}

/** Headers that apply to the connection, not to the page. */
const ofConnection = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
]);

const compress = promisify(gzip);

/** `gzip` is listed, and not with a weight of 0. */
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
