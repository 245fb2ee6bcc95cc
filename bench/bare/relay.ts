// A plain `ws` relay: sends every message of a game's two sockets on, without rules or storage.
// usage: TO=opponent|both tsx bench/bare/relay.ts
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

const isEcho = process.env.TO === 'both';
const games = new Map<string, Set<WebSocket>>();
const http = createServer();
const server = new WebSocketServer({ server: http });

server.on('connection', (socket, { url = '' }) => {
  const players = games.get(url) ?? new Set();
  games.set(url, players.add(socket));
  socket.on('message', (frame) => {
    for (const player of players) {
      if (isEcho || player !== socket) player.send(frame, { binary: false });
    }
  });
  socket.on('close', () => players.delete(socket));
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  console.log(`Listening on port ${typeof address === 'object' ? address?.port : ''}`);
});
