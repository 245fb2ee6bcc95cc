import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate as zlibInflate } from 'node:zlib';
import { RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';

type Decoder = (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(zlibInflate),
  br: promisify(brotliDecompress),
};

/** Legitimate clients never stack more encodings than this. */
const MOST_ENCODINGS = 2;

/**
 * A body's content encodings, in the order in which they were applied.
 * @throws RookeryError `unsupported_encoding`
 */
export function encodingsOf(headers: IncomingHttpHeaders): readonly string[] {
  const names = (headers['content-encoding'] ?? '').toLowerCase().split(',');
  const encodings = names.map((name) => name.trim()).filter((name) => name && name !== 'identity');
  const unknown = encodings.find((name) => !Object.hasOwn(decoders, name));
  if (unknown !== undefined || encodings.length > MOST_ENCODINGS) {
    throw new RookeryError('unsupported_encoding', {
      field: 'Content-Encoding',
      problem: problem('request.encoding', { encoding: unknown ?? encodings.join(', ') }),
    });
  }
  return encodings;
}

/**
 * Decompresses a body (R-HTTP-2).
 * @param maxBytes the limit after inflating, so that a small body can't fill the memory
 * @throws RookeryError `too_large`, `bad_request` when the body doesn't match its header
 */
export async function inflate(
  body: Buffer,
  encodings: readonly string[],
  maxBytes: number,
): Promise<Buffer> {
  let inflated = body;
  for (const encoding of encodings.toReversed()) {
    if (inflated.length === 0) break;
    try {
      const decode = decoders[encoding];
      if (decode) inflated = await decode(inflated, { maxOutputLength: maxBytes });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ERR_BUFFER_TOO_LARGE') throw new RookeryError('too_large');
      throw new RookeryError('bad_request', {
        problem: problem('request.notEncoded', { encoding }),
      });
    }
  }
  return inflated;
}
