import type { IncomingMessage } from 'node:http';
import { RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import { encodingsOf, inflate } from './inflate.ts';

/** The largest body, in bytes, also after inflating (R-ERR-2, R-HTTP-2). */
export const MAX_BODY_BYTES = 64 * 1024;

/**
 * The whole body of a request, inflated.
 * @throws RookeryError `too_large`, `unsupported_encoding`, `bad_request`
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const encodings = encodingsOf(request.headers);
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
    throw new RookeryError('too_large');
  }
  const chunks: Buffer[] = [];
  let length = 0;
  // Not destroyed on an early exit: the error must still be sent over its connection.
  const read: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of read) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new RookeryError('too_large');
    chunks.push(chunk);
  }
  return inflate(Buffer.concat(chunks), encodings, MAX_BODY_BYTES);
}

/**
 * Parses a body as a JSON object, whatever its content type (R-ERR-3). An empty one has no fields. Bytes that are not
 * UTF-8 are rejected rather than replaced: a stored name would differ from the sent one.
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
