import type { IncomingMessage } from 'node:http';
import { RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import { encodingsOf, inflate } from './inflate.ts';

/** The size limit of a request's body, before and after inflating (R-ERR-2, R-HTTP-2). */
export const MAX_BODY_BYTES = 64 * 1024;

/**
 * Reads a request's body and inflates it.
 * @throws RookeryError `too_large`, `unsupported_encoding`, `bad_request`
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const encodings = encodingsOf(request.headers);
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
    throw new RookeryError('too_large');
  }
  const chunks: Buffer[] = [];
  let length = 0;
  // The request stays open when reading stops early: the error is sent over the same connection.
  const read: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of read) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new RookeryError('too_large');
    chunks.push(chunk);
  }
  return inflate(Buffer.concat(chunks), encodings, MAX_BODY_BYTES);
}

/**
 * Parses a body as a JSON object, regardless of its content type (R-ERR-3). An empty body has no fields. Invalid UTF-8 is
 * an error; replacing the bytes would change a name.
 * @throws RookeryError `bad_request`
 */
export function parseObject(body: Buffer): object {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new RookeryError('bad_request', { problem: problem('request.notJson') });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RookeryError('bad_request', { problem: problem('request.notObject') });
  }
  return value;
}
