// Verifies one password in a loop, with as many parallel checks as cores, while a client is connected; prints each
// check's milliseconds on a line.
// usage: HASH=ARGON2ID PASSWORD=TEXT tsx bench/bare/argon2id.ts
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { verify } from '@node-rs/argon2';

const hash = process.env.HASH ?? '';
const password = process.env.PASSWORD ?? '';

const server = createServer((socket) => {
  let open = true;
  socket.on('close', () => {
    open = false;
  });
  socket.on('error', () => {});
  const loop = async () => {
    while (open) {
      const began = performance.now();
      await verify(hash, password);
      if (open) socket.write(`${performance.now() - began}\n`);
    }
  };
  for (let i = 0; i < availableParallelism(); i++) void loop();
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`Listening on port ${typeof address === 'object' ? address?.port : ''}`);
});
