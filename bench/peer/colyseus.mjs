// The peer: Colyseus with a room for each game, moves checked by chessops, kept in memory and broadcast to the room.
// usage: node bench/peer/colyseus.mjs FOLDER   (where install.ts has put its packages)
import { createRequire } from 'node:module';
import path from 'node:path';
import { Chess } from 'chessops/chess';
import { parseUci } from 'chessops/util';

const packages = createRequire(path.join(process.argv[2] ?? '.', 'package.json'));
const { Room, Server } = packages('@colyseus/core');
const { WebSocketTransport } = packages('@colyseus/ws-transport');

/** Opening thousands of connections takes longer than the usual 15 s. */
const RESERVED_SECONDS = 300;

/**
 * @typedef {{ sessionId: string, send(type: string, message: object): void }} Client
 * @typedef {{ ply: number, uci: string }} Move
 */

class Game extends Room {
  maxClients = 2;
  seatReservationTimeout = RESERVED_SECONDS;
  // There is no state to synchronise: by default each room looks for changes 20 times a second.
  patchRate = 1000;
  position = Chess.default();
  ply = 0;
  /**
   * The session of each side, White first.
   * @type {string[]}
   */
  seats = [];

  onCreate() {
    this.onMessage('move', (/** @type {Client} */ client, /** @type {Move} */ { ply, uci }) => {
      const move = parseUci(uci);
      const isTurn = ply === this.ply && client.sessionId === this.seats[ply % 2];
      if (!isTurn || !move || !this.position.isLegal(move)) {
        client.send('refused', {});
        return;
      }
      this.position.play(move);
      this.ply += 1;
      this.broadcast('move', { ply: this.ply, uci });
    });
  }

  /**
   * @param {Client} client
   * @param {{ side: 0 | 1 }} options
   */
  onJoin(client, { side }) {
    this.seats[side] = client.sessionId;
  }
}

const transport = new WebSocketTransport();
const server = new Server({ greet: false, transport });
server.define('game', Game);
await server.listen(0, '127.0.0.1');
console.log(`Listening on port ${transport.server.address().port}`);
