// The smallest possible server, for the cold start. usage: node bench/bare/hello.mjs
import { createServer } from 'node:http';

const server = createServer((_request, response) => response.end('{}'));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`Listening on port ${address.port}`);
});
