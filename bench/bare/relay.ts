// A plain `ws` relay: sends every message of a game's two sockets to both, without rules or storage.
// usage: tsx bench/bare/relay.ts
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

const games = new Map<string, Set<WebSocket>>();
const http = createServer();
const server = new WebSocketServer({ server: http });

server.on('connection', (socket, { url = '' }) => {
  const players = games.get(url) ?? new Set();
  games.set(url, players.add(socket));
  socket.on('message', (frame) => {
    for (const player of players) player.send(frame, { binary: false });
  });
  socket.on('close', () => players.delete(socket));
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  console.log(`Listening on port ${typeof address === 'object' ? address?.port : ''}`);
});
