// Raw `ws`: sends every message of a socket to all others in one prepared frame, without checks or storage.
// usage: tsx bench/bare/broadcast.ts
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import * as ws from 'ws';

/** An undeclared API of `ws`: the frame's bytes, and the socket of a connection. */
type Frame = (data: Buffer, options: object) => Buffer[];
const { frame } = (ws as unknown as { Sender: { frame: Frame } }).Sender;
const socketOf = (client: ws.WebSocket) => (client as unknown as { _socket: Duplex })._socket;

const http = createServer();
const server = new ws.WebSocketServer({ server: http });

server.on('connection', (client) => {
  client.on('message', (data: Buffer) => {
    const prepared = Buffer.concat(
      frame(data, { fin: true, opcode: 1, mask: false, readOnly: true, rsv1: false }),
    );
    for (const one of server.clients) socketOf(one).write(prepared);
  });
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  console.log(`Listening on port ${typeof address === 'object' ? address?.port : ''}`);
});
