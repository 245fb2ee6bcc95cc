import fc from 'fast-check';

/**
 * The settings of a fuzz test: fast-check prints the seed and the path of a failure; set FUZZ_SEED and FUZZ_PATH to repeat
 * it, and make a named test of it.
 */
export function fuzzSettings(numRuns: number): {
  numRuns: number;
  seed?: number;
  path?: string;
} {
  const { FUZZ_SEED, FUZZ_PATH } = process.env;
  return {
    numRuns,
    ...(FUZZ_SEED && { seed: Number(FUZZ_SEED) }),
    ...(FUZZ_PATH && { path: FUZZ_PATH }),
  };
}

/** Text that causes trouble: control characters, unpaired surrogates, characters special to SQL or paths. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\udfff\ud800',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    "' OR 1=1 --",
    '%00',
    '{{7*7}}',
    'NaN',
    '1e309',
    '-0',
    '9'.repeat(40),
    'x'.repeat(5000),
  ),
);

const oneOf = (...values: string[]) => fc.constantFrom(...values);

const target = fc.oneof(
  oneOf(
    '/',
    '/user',
    '/session',
    '/game',
    '/db/x',
    '/openapi.json',
    '/api/trpc/auth.me',
    '*',
    '//',
  ),
  oneOf('/game/1', '/user/anna', '/login', '/_next/static/x', '/_next/image?url=/x', '/ws'),
  fc.webPath().map((path) => path || '/'),
  fc.string({ unit: 'binary-ascii', maxLength: 60 }).map((path) => `/${path}`),
);

const header = fc.oneof(
  oneOf(
    'Connection: Upgrade',
    'Connection: keep-alive, Upgrade',
    'Upgrade: h2c',
    'Upgrade: websocket',
    'HTTP2-Settings: AAMAAABk',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version: 13',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: gzip',
    'Expect: 100-continue',
    'Expect: 200-ok',
    'Content-Type: application/json',
    'Accept: text/html',
    'Accept-Encoding: gzip',
    'Range: bytes=0-1',
    'If-None-Match: *',
    'Origin: null',
    'Cookie: rookery=%',
    'Authorization: Bearer',
    'X-Forwarded-For: 1, 2, 3',
    'Host: evil.example',
    'RSC: 1',
    'Next-Action: x',
    'X-Middleware-Subrequest: middleware',
  ),
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 12 }), fc.string({ maxLength: 30 }))
    .map(([name, value]) => `${name}: ${value}`),
);

/** A nearly valid request on the wire, as the last one of its connection. */
export const anyRequest: fc.Arbitrary<string> = fc
  .record({
    method: fc.oneof(
      oneOf(
        'GET',
        'HEAD',
        'POST',
        'PUT',
        'DELETE',
        'PATCH',
        'OPTIONS',
        'TRACE',
        'CONNECT',
        'QUERY',
      ),
      fc.string({ minLength: 1, maxLength: 8 }),
    ),
    target,
    version: fc.oneof(
      { weight: 9, arbitrary: fc.constant('HTTP/1.1') },
      oneOf('HTTP/1.0', 'HTTP/2.0', ''),
    ),
    headers: fc.array(header, { maxLength: 5 }),
    body: fc.oneof(fc.constant(''), fc.json(), fc.string({ maxLength: 60 })),
  })
  .map(({ method, target, version, headers, body }) => {
    const own = [
      'Host: 127.0.0.1',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ];
    const lines = [`${method} ${target} ${version}`, ...own, ...headers];
    return `${lines.join('\r\n')}\r\n\r\n${body}`;
  });
