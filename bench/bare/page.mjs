// The smallest possible page: a heading without scripts. usage: node bench/bare/page.mjs
import { createServer } from 'node:http';

const html =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title>' +
  '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><h1>Chess</h1></html>';
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(html);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`Listening on port ${address.port}`);
});
