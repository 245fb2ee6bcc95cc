import type { ServerResponse } from 'node:http';

/** How often an idle stream gets an empty line, ms: proxies close connections that are silent for a minute or less. */
const KEEP_ALIVE_MS = 7000;

const head = (type: string) => ({
  'content-type': `${type}; charset=utf-8`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});

/** Sends chunks of JSON at the client's pace, holding one at a time (R-LIST-1). */
export async function sendChunks(
  response: ServerResponse,
  chunks: AsyncIterable<string>,
): Promise<void> {
  for await (const chunk of chunks) {
    // The first chunk proves that the database answers.
    if (!response.headersSent) response.writeHead(200, head('application/json'));
    // HEAD needs no body.
    if (response.destroyed || response.req.method === 'HEAD') break;
    if (!response.write(chunk)) await drained(response);
  }
  response.end();
}

/**
 * Sends each value as a line of JSON at once, and empty lines while idle, until the values end or the client disconnects.
 * Waits for a slow client.
 * @param keepAliveMs the idle time before an empty line
 */
export async function sendLines(
  response: ServerResponse,
  lines: AsyncIterable<unknown>,
  keepAliveMs = KEEP_ALIVE_MS,
): Promise<void> {
  response.writeHead(200, head('application/x-ndjson'));
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  response.flushHeaders();
  const keepAlive = setInterval(() => {
    if (!response.writableNeedDrain) response.write('\n');
  }, keepAliveMs);
  try {
    for await (const line of lines) {
      if (response.destroyed) break;
      keepAlive.refresh();
      if (!response.write(`${JSON.stringify(line)}\n`)) await drained(response);
    }
  } finally {
    clearInterval(keepAlive);
  }
  response.end();
}

/** Resolves when the client has received the buffered data, or has disconnected. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}
