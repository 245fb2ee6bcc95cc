import type { ServerResponse } from 'node:http';
import { errorTable, isRookeryError, RookeryError } from '../../contract/errors/index.ts';
import type { Log } from '../base/log.ts';

/** Sends JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, headersFor(body));
  response.end(body);
}

const headersFor = (body: Buffer) => ({
  'content-type': 'application/json; charset=utf-8',
  'content-length': body.length,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});

/**
 * Sends an error (R-ERR-1). Unexpected errors are logged and sent without their details.
 * @param shape `message` as in the design, `error` as bots expect it
 */
export function sendError(
  response: ServerResponse,
  error: unknown,
  log: Log,
  shape: 'message' | 'error' = 'message',
): void {
  const known = isRookeryError(error) ? error : new RookeryError('internal', { cause: error });
  if (errorTable[known.code].http >= 500) log.error(known.wireMessage, known.cause ?? known);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (known.retryAfterSeconds !== undefined) {
    response.setHeader('retry-after', known.retryAfterSeconds);
  }
  const { http } = errorTable[known.code];
  const body = shape === 'error' ? { error: known.message } : { message: known.wireMessage };
  if (known.code === 'too_large') sendAndHangUp(response, http, body);
  else sendJson(response, http, body);
}

/** The limits for draining the rest of an oversized body, in bytes and milliseconds. */
const LINGER = { bytes: 16 * 1024 * 1024, ms: 5000 };

/**
 * Answers before the request has been read, then drains the body for a while: most clients read the answer only after
 * sending everything, and a connection closed before that is reset and loses the answer.
 */
function sendAndHangUp(response: ServerResponse, status: number, value: object): void {
  const { req: request } = response;
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { ...headersFor(body), connection: 'close' });
  response.write(body);
  let left = LINGER.bytes;
  const hangUp = () => response.end();
  const timer = setTimeout(hangUp, LINGER.ms).unref();
  response.once('close', () => clearTimeout(timer));
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) hangUp();
  });
  request.once('end', hangUp);
  if (request.readableEnded) hangUp();
  else request.resume();
}
