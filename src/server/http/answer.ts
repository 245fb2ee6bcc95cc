import type { ServerResponse } from 'node:http';
import { errorTable, isRookeryError, RookeryError } from '../../contract/errors.ts';
import type { Log } from '../log.ts';

/** Sends JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

/** Sends a refusal (R-ERR-1). What we did not expect is logged, and told without its details. */
export function sendError(response: ServerResponse, error: unknown, log: Log): void {
  const known = isRookeryError(error) ? error : new RookeryError('internal', { cause: error });
  if (errorTable[known.code].http >= 500) log.error(known.wireMessage, known.cause ?? known);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (known.retryAfterSeconds !== undefined) {
    response.setHeader('retry-after', known.retryAfterSeconds);
  }
  // What is left of a body that is too large is not read: the connection can't serve another request.
  if (known.code === 'too_large') response.setHeader('connection', 'close');
  sendJson(response, errorTable[known.code].http, { message: known.wireMessage });
}
