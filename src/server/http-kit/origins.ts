import type { IncomingMessage, ServerResponse } from 'node:http';
import { RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import type { Access } from './access.ts';

/** How long browsers may cache the answer to a preflight, in seconds. */
const PREFLIGHT_SECONDS = 600;

/** Request headers that pages of allowed origins may send. Cookies are excluded: such pages send a token. */
const HEADERS = 'authorization, content-encoding, content-type, trpc-accept, x-trpc-source';

/**
 * Applies R-CORS-1 to a REST or tRPC call: lets pages of allowed origins read the answer.
 * @throws RookeryError `forbidden` for a write from a page of any other origin
 */
export function checkOrigin(
  access: Access,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.setHeader('vary', 'Origin');
  const kind = access.originOf(request);
  if (kind === 'own') return;
  if (kind === 'allowed') {
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '');
    response.setHeader('access-control-expose-headers', 'retry-after');
    return;
  }
  if (!isReading(request)) throw foreignOrigin(request);
}

/** The error for an origin that is not allowed; it names the setting that allows origins. */
export function foreignOrigin({ headers }: IncomingMessage): RookeryError {
  return new RookeryError('forbidden', {
    field: 'Origin',
    problem: problem('request.origin', { origin: `${headers.origin}` }),
  });
}

/**
 * Answers OPTIONS on a known path (R-HTTP-2), including a browser's preflight (R-CORS-1).
 * @param methods the path's methods except OPTIONS
 */
export function sendOptions(
  request: IncomingMessage,
  response: ServerResponse,
  methods: readonly string[],
): void {
  const allowed = [...methods, 'OPTIONS'].join(', ');
  response.setHeader('allow', allowed);
  if (response.hasHeader('access-control-allow-origin')) {
    response.setHeader('vary', 'Origin, Access-Control-Request-Method');
    response.setHeader('access-control-allow-methods', allowed);
    response.setHeader('access-control-allow-headers', HEADERS);
    response.setHeader('access-control-max-age', PREFLIGHT_SECONDS);
  }
  request.resume();
  response.writeHead(204).end();
}

/** Whether the method only reads; for a preflight, the method that it announces. */
function isReading({ method, headers }: IncomingMessage): boolean {
  const meant = method === 'OPTIONS' ? headers['access-control-request-method'] : method;
  return meant === undefined || meant === 'GET' || meant === 'HEAD';
}
