import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import type { Log } from '../base/log.ts';
import type { Settings } from '../base/settings.ts';
import type { Access } from '../http-kit/access.ts';
import { sendError } from '../http-kit/answer.ts';
import { MAX_BODY_BYTES } from '../http-kit/body.ts';
import { encodingsOf } from '../http-kit/inflate.ts';
import type { Limits } from '../http-kit/limits.ts';
import { checkOrigin, foreignOrigin, sendOptions } from '../http-kit/origins.ts';
import type { RestHandler } from '../rest/rest-handler.ts';
import { ADDRESS_HEADER, CROSS_ORIGIN_HEADER } from '../trpc/http-handler.ts';
import { wantsPage } from './pages.ts';
import { answerAsPlainHttp } from './plain-upgrade.ts';
import { refuseSocket, unreadable } from './refuse-socket.ts';
import { askNotToIndex, sendRobots } from './robots.ts';
import { requireHttps, secure } from './security-headers.ts';
import type { DrawPage } from './visitor-pages.ts';

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface HttpParts {
  readonly settings: Settings;
  readonly access: Access;
  readonly limits: Limits;
  readonly rest: RestHandler;
  /** Serves `/api/trpc`. */
  readonly next: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Serves the pages and Next's files. */
  readonly drawPage: DrawPage;
  readonly isPage: (path: string) => boolean;
  /** The WebSocket handlers by path. */
  readonly sockets: ReadonlyMap<string, Upgrade>;
  /** Next's own WebSocket for reloading, in development. */
  readonly hotReload: Upgrade | null;
  readonly log: Log;
}

/**
 * In ms. The server keeps idle connections for longer than browsers and proxies do (60 s): if it closed them first, a
 * request already on its way would be lost.
 */
const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 75_000 };

const TRPC_PATH = '/api/trpc';

const pathOf = (request: IncomingMessage) => (request.url ?? '/').split('?', 1)[0] ?? '/';

/** The HTTP server: routes requests to REST, tRPC, pages and files, and upgrades to the WebSocket handlers. */
export function createHttpServer(parts: HttpParts): Server {
  const { log } = parts;
  // `requireHost` answers a missing Host with an error in JSON.
  const server = createServer({ ...timeouts, requireHostHeader: false });
  /** The latest response on each connection. */
  const responses = new WeakMap<Duplex, ServerResponse>();

  server.on('request', (request, response) => {
    responses.set(request.socket, response);
    answer(parts, request, response).catch((error) => sendError(response, error, log));
  });
  // Expectations other than `100-continue` are ignored.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', (error) => log.debug(`upgrade: ${error.message}`));
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') {
      const again = () => {
        if (!socket.destroyed) answerAsPlainHttp(server, request, socket, head);
      };
      const before = responses.get(socket);
      if (!before || before.closed) again();
      else before.once('close', again);
      return;
    }
    try {
      upgrade(parts, request, socket, head);
    } catch (error) {
      // Answer every upgrade: browsers open WebSockets to a host one at a time, so a pending one blocks the next.
      refuseSocket(socket, error);
    }
  });
  server.on('connect', (_request, socket) => {
    socket.on('error', (error) => log.debug(`CONNECT: ${error.message}`));
    refuseSocket(
      socket,
      new RookeryError('method_not_allowed', { problem: problem('request.noProxy') }),
    );
  });
  server.on('clientError', (error, socket) => {
    const before = responses.get(socket);
    // An error can't be sent in the middle of a response.
    if (before?.headersSent && !before.writableFinished) socket.destroy(error);
    else refuseSocket(socket, unreadable(error));
  });
  return server;
}

async function answer(
  { settings, access, rest, next, drawPage, isPage, hotReload }: HttpParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  requireHttps(response, settings);
  requireHost(request);
  access.checkHost(request);
  const path = pathOf(request);
  // `*`, or an absolute URL as sent to a proxy.
  if (!path.startsWith('/')) throw unknownPath(path);
  const resting = rest(request, response, path);
  if (resting !== null) return resting;

  if (path === TRPC_PATH || path.startsWith(`${TRPC_PATH}/`)) {
    return answerTrpc({ access, next }, request, response, path);
  }
  const page = isPage(path);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    if (!page) throw unknownPath(path);
    if (request.method === 'OPTIONS') return sendOptions(request, response, ['GET', 'HEAD']);
    throw methodNotAllowed(response, 'GET, HEAD, OPTIONS');
  }
  if (path === '/robots.txt') return sendRobots(response, settings);
  if (!page && !wantsPage(request)) throw unknownPath(path);
  askNotToIndex(response, settings);
  const nonce = secure(request, response, settings, hotReload !== null);
  return drawPage(request, response, nonce);
}

/** Passes a valid tRPC path to Next, whose route handler answers it. */
function answerTrpc(
  { access, next }: Pick<HttpParts, 'access' | 'next'>,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> | void {
  if (access.originOf(request) === 'foreign') {
    response.setHeader('vary', 'Origin');
    throw foreignOrigin(request);
  }
  checkOrigin(access, request, response);
  // Next would answer any other path with a page.
  if (!/^[^/]+$/.test(path.slice(TRPC_PATH.length + 1))) {
    throw unknownPath(path);
  }
  const { method } = request;
  if (method === 'OPTIONS') return sendOptions(request, response, ['GET', 'HEAD', 'POST']);
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
    throw methodNotAllowed(response, 'GET, HEAD, POST, OPTIONS');
  }
  requireSmallBody(request);
  encodingsOf(request.headers);
  request.headers[ADDRESS_HEADER] = access.addressOf(request);
  delete request.headers[CROSS_ORIGIN_HEADER];
  if (access.originOf(request) !== 'own') {
    // Pages of other origins authenticate by token; the user's cookie must not apply to them.
    delete request.headers.cookie;
    request.headers[CROSS_ORIGIN_HEADER] = 'yes';
  }
  return next(request, response);
}

function methodNotAllowed(response: ServerResponse, allowed: string): RookeryError {
  response.setHeader('allow', allowed);
  return new RookeryError('method_not_allowed', {
    problem: problem('request.allowed', { methods: allowed }),
  });
}

const unknownPath = (path: string) =>
  new RookeryError('not_found', { problem: problem('request.path', { path }) });

function upgrade(
  { access, limits, sockets, hotReload }: HttpParts,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  requireHost(request);
  access.checkHost(request);
  const path = pathOf(request);
  const handle = sockets.get(path);
  if (handle) {
    const release = limits.connection(access.addressOf(request));
    socket.once('close', release);
    handle(request, socket, head);
  } else if (hotReload && path.startsWith('/_next/')) hotReload(request, socket, head);
  else throw unknownPath(path);
}

/** @throws RookeryError `bad_request` when the Host header is missing or repeated */
function requireHost({ headersDistinct, httpVersion }: IncomingMessage): void {
  const hosts = headersDistinct.host?.length ?? 0;
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) {
    throw new RookeryError('bad_request', {
      field: 'Host',
      problem: problem('request.oneHost'),
    });
  }
}

/** @throws RookeryError `forbidden` for a page whose origin R-CORS-1 does not allow (T-4) */
export function requireKnownOrigin(access: Access, request: IncomingMessage): void {
  if (access.originOf(request) === 'foreign') throw foreignOrigin(request);
}

function requireSmallBody({ headers }: IncomingMessage): void {
  // Next reads the body itself, so the size must be checked by its header.
  if (headers['transfer-encoding'] !== undefined) {
    throw new RookeryError('too_large', { problem: problem('request.contentLength') });
  }
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw new RookeryError('too_large');
}
