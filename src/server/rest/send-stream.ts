import type { ServerResponse } from 'node:http';

/** How often an empty line is sent while nothing happens, ms: proxies close what is silent for a minute or less. */
const KEEP_ALIVE_MS = 7000;

const head = (type: string) => ({
  'content-type': `${type}; charset=utf-8`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});

/** Sends chunks of JSON as fast as the client takes them, holding one at a time (R-LIST-1). */
export async function sendChunks(
  response: ServerResponse,
  chunks: AsyncIterable<string>,
): Promise<void> {
  for await (const chunk of chunks) {
    // Only now is it known that the database answers.
    if (!response.headersSent) response.writeHead(200, head('application/json'));
    // A HEAD has all it asks for.
    if (response.destroyed || response.req.method === 'HEAD') break;
    if (!response.write(chunk)) await drained(response);
  }
  response.end();
}

/**
 * Sends each value as a line of JSON as soon as it comes, and empty lines while none comes, until there are no more or the
 * client is gone. A client that reads slowly is waited for.
 * @param keepAliveMs after how long without a line an empty one is sent
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

/** Resolves when the client has taken what was sent, or is gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}
