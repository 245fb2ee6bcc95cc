import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { sendLines } from './send-stream.ts';

test('an idle stream is kept alive by empty lines', async () => {
  const more = new AbortController();
  async function* lines() {
    await once(more.signal, 'abort');
    yield { last: true };
  }
  const server = createServer((_, response) => void sendLines(response, lines(), 5));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`);
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk);
    if (text === '\n\n') more.abort();
  }
  expect(text).toMatch(/^\n{2,}\{"last":true\}\n$/);
  server.close();
});
