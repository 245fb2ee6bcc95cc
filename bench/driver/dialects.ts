import { WebSocket } from 'ws';
import { openAll } from '../lib/trpc-socket.ts';
import type { Arena, Seats } from './arena.ts';
import type { Share } from './many-players.ts';
import type { Dialect } from './sides.ts';

/** One player's connection. */
interface Player {
  readonly socket: WebSocket;
  /** The number of the game on the server, from 1. */
  readonly gameID: number;
  /** The number of the last event. */
  event: number;
}

/** What `dialects.c` does, for where it can't be compiled. */
interface Speech {
  greet(player: Player): void;
  /** How many plies have been played; 0: another message; `started` or `refused`. */
  hear(player: Player, message: Buffer): number | 'started' | 'refused';
  move(player: Player, ply: number, uci: string): void;
}

const call = (method: string, path: string, input: object): string =>
  JSON.stringify({
    jsonrpc: '2.0',
    id: method === 'mutation' ? 2 : 1,
    method,
    params: { path, input },
  });

const numberAfter = (text: string, key: string): number => {
  const at = text.indexOf(key);
  return at < 0 ? -1 : Number.parseInt(text.slice(at + key.length), 10);
};

const rookery: Speech = {
  greet({ socket, gameID }) {
    socket.send(call('subscription', 'game.events', { gameID, lastEventId: '1' }));
  },
  hear(player, message) {
    const text = String(message);
    if (text.includes('"type":"moved"')) {
      player.event = numberAfter(text, '"number":');
      return numberAfter(text, '"ply":');
    }
    if (text === 'PING') player.socket.send('PONG');
    if (text.includes('"error":{')) return 'refused';
    return text.includes('"type":"seatTaken"') ? 'started' : 0;
  },
  move({ socket, gameID, event }, ply, uci) {
    socket.send(call('mutation', 'game.move', { gameID, ply, uci, lastEvent: event }));
  },
};

const relay: Speech = {
  greet({ socket }) {
    // An answer of its own: the connection is open.
    socket.emit('message', Buffer.from('open'));
  },
  hear: (_player, message) => {
    const text = String(message);
    return text === 'open' ? 'started' : numberAfter(text, '"ply":') + 1;
  },
  move: ({ socket, gameID }, ply, uci) => socket.send(JSON.stringify({ gameID, ply, uci })),
};

const JOIN_ROOM = 10;
const FAILED = 11;
const ROOM_DATA = 13;

const colyseus: Speech = {
  greet() {},
  hear({ socket }, message) {
    if (message[0] === JOIN_ROOM) {
      socket.send(Buffer.from([JOIN_ROOM]));
      return 'started';
    }
    if (message[0] === FAILED || message.includes('refused')) return 'refused';
    const at = message.indexOf('\xa3ply', 0, 'latin1') + 4;
    if (message[0] !== ROOM_DATA || at < 4) return 0;
    const first = message[at] ?? 0;
    if (first < 0x80) return first;
    return first === 0xcc ? message.readUInt8(at + 1) : message.readUInt16BE(at + 1);
  },
  move({ socket }, ply, uci) {
    const head = `\x0d\xa4move\x82\xa3ply\xcd${String.fromCharCode(ply >> 8, ply & 255)}`;
    const text = `${head}\xa3uci${String.fromCharCode(0xa0 | uci.length)}${uci}`;
    socket.send(Buffer.from(text, 'latin1'));
  },
};

const speeches: Readonly<Record<Dialect, Speech>> = { rookery, relay, colyseus };

/** Connects the players of a share; their opponents' moves arrive in the arena. */
export async function connectTo(
  { dialect, port, seats, first }: Share,
  arena: Arena,
): Promise<Seats> {
  const speech = speeches[dialect];
  const players = await openAll(seats.length, (index) => {
    const { path = '/', cookie = null } = seats[index] ?? {};
    const game = Math.floor(index / 2);
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
      perMessageDeflate: false,
      headers: { origin: `http://127.0.0.1:${port}`, ...(cookie !== null && { cookie }) },
    });
    const player: Player = { socket, gameID: first + game + 1, event: 2 };
    return new Promise<Player>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('open', () => speech.greet(player));
      socket.on('message', (message: Buffer) => {
        const heard = speech.hear(player, message);
        if (heard === 'started') resolve(player);
        else if (heard === 'refused') arena.refuse();
        else if (heard > 0 && heard % 2 === index % 2) arena.arrived(game, heard);
      });
    });
  });
  return {
    send(game, ply, uci) {
      const player = players[2 * game + (ply % 2)];
      if (player) speech.move(player, ply, uci);
    },
  };
}
