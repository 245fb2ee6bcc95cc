import type { Databases } from '../lib/database.ts';
import { type Placing, type Served, startBare, startPeer, startRookery } from '../lib/processes.ts';
import { tokenOf } from '../lib/rows.ts';

/** How players talk to a server. */
export type Dialect = 'rookery' | 'relay' | 'colyseus';

/** A player's connection. */
export interface Seat {
  /** The path of the upgrade. */
  readonly path: string;
  readonly cookie: string | null;
}

/** A server with empty games. */
interface Opened {
  readonly server: Served;
  /** White and Black of the first game, of the second one, … */
  readonly seats: readonly Seat[];
}

/** Rookery or a counterpart. */
export interface Side {
  readonly name: string;
  readonly dialect: Dialect;
  /** Starts a new server. */
  open(games: number, placing: Placing): Promise<Opened>;
}

/** Games of 3+2 on Rookery, both players signed in by cookie, over the transport of browsers. */
export const rookerySide = (databases: Databases): Side => ({
  name: 'Rookery',
  dialect: 'rookery',
  async open(games, placing) {
    const file = await databases.copy({ users: 2 * games, games, kind: 'ready' });
    const server = await startRookery(file, placing);
    const seats = seatsOf(games, (index) => ({
      path: '/api/trpc',
      cookie: `rookery=${tokenOf(`player${index}`)}`,
    }));
    return { server, seats };
  },
});

/** A relay that sends each frame to the opponent only, or to both players, as Rookery does. */
export const relaySide = (to: 'opponent' | 'both'): Side => ({
  name: to === 'both' ? 'bare ws relay, to both' : 'bare ws relay, to the opponent',
  dialect: 'relay',
  async open(games, placing) {
    const server = await startBare('relay.ts', { TO: to }, placing);
    const seats = seatsOf(games, (index) => ({
      path: `/${Math.floor(index / 2)}`,
      cookie: null,
    }));
    return { server, seats };
  },
});

/** Colyseus with a room for each game. @param folder of its packages */
export const colyseusSide = (name: string, folder: string): Side => ({
  name,
  dialect: 'colyseus',
  async open(games, placing) {
    const server = await startPeer(folder, placing);
    const seats: Seat[] = [];
    while (seats.length < 2 * games) {
      const group = Math.min(JOINED_AT_ONCE, games - seats.length / 2);
      const pairs = Array.from({ length: group }, () => pairUp(server.port));
      seats.push(...(await Promise.all(pairs)).flat());
    }
    return { server, seats };
  },
});

const JOINED_AT_ONCE = 50;

/** A new room with both its seats reserved. */
async function pairUp(port: number): Promise<Seat[]> {
  const white = await reserve(port, 'create/game', { side: 0 });
  const black = await reserve(port, `joinById/${white.roomId}`, { side: 1 });
  return [white, black].map(({ processId, roomId, sessionId }) => ({
    path: `/${processId}/${roomId}?sessionId=${sessionId}`,
    cookie: null,
  }));
}

interface Reserved {
  readonly processId: string;
  readonly roomId: string;
  readonly sessionId: string;
}

async function reserve(port: number, method: string, options: object): Promise<Reserved> {
  const answer = await fetch(`http://127.0.0.1:${port}/matchmake/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(options),
  });
  if (!answer.ok) throw new Error(`Colyseus: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Reserved;
}

const seatsOf = (games: number, seat: (index: number) => Seat): Seat[] =>
  Array.from({ length: 2 * games }, (_, index) => seat(index));
