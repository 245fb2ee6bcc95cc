import type { IncomingMessage } from 'node:http';
import { RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import { encodingsOf, inflate } from './inflate.ts';

/** A request's body may have this many bytes, also once it is inflated (R-ERR-2, R-HTTP-2). */
export const MAX_BODY_BYTES = 64 * 1024;

/**
 * A request's body, whole and inflated.
 * @throws RookeryError `too_large`, `unsupported_encoding`, `bad_request`
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const encodings = encodingsOf(request.headers);
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
    throw new RookeryError('too_large');
  }
  const pieces: Buffer[] = [];
  let length = 0;
  // Not destroyed when it is given up half-way: the refusal still has to go out over its connection.
  const read: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const piece of read) {
    length += piece.length;
    if (length > MAX_BODY_BYTES) throw new RookeryError('too_large');
    pieces.push(piece);
  }
  return inflate(Buffer.concat(pieces), encodings, MAX_BODY_BYTES);
}

/**
 * A body read as a JSON object, whatever its content type says (R-ERR-3). An empty one has no fields. Bytes that are not
 * UTF-8 are refused rather than replaced: a name would not be the one that was sent.
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
