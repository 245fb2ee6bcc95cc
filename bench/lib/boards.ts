import { WebSocket } from 'ws';
import { Arena } from './arena.ts';
import type { Databases } from './database.ts';
import { type Served, startBare, startRookery } from './processes.ts';
import type { Script } from './scripts.ts';
import { openAll, TrpcSocket } from './trpc-socket.ts';

/** Games with both players connected to one server. */
export interface Boards extends Served {
  readonly arena: Arena;
}

/** Games of 3+2 on Rookery, over the transport of browsers; `seated` is called when all are connected, before any follows a game. */
export async function openRookery(
  databases: Databases,
  games: number,
  pool: readonly Script[],
  seated: (server: Served) => Promise<void> = async () => {},
): Promise<Boards> {
  const file = await databases.copy({ users: 2 * games, games, kind: 'ready' });
  const server = await startRookery(file);
  const arena: Arena = new Arena(games, pool, {
    send(game, ply, uci) {
      const input = { gameID: game + 1, ply, uci };
      players[2 * game + (ply % 2)]?.call('mutation', 'game.move', input, (answer) => {
        if (answer === null) arena.refuse();
      });
    },
  });
  const players = await openAll(2 * games, async (index) => {
    const player = await TrpcSocket.open(server.port, `player${index}`);
    // The connection is authenticated now.
    await new Promise((resolve) => player.call('query', 'auth.me', undefined, resolve));
    return player;
  });
  await seated(server);
  await openAll(2 * games, async (index) => {
    const game = Math.floor(index / 2);
    // After the two seats; each player gets both sides' moves, and the opponent's ones count.
    const input = { gameID: game + 1, lastEventId: '2' };
    await players[index]?.subscribe('game.events', input, (item) => {
      const ply = plyOf(item);
      if (ply > 0 && ply % 2 === index % 2) arena.arrived(game, ply);
    });
  });
  return {
    ...server,
    arena,
    async stop() {
      await Promise.all(players.map((player) => player.close()));
      await server.stop();
    },
  };
}

/** The ply of a numbered event `{id, data: {type: 'moved', ply}}`; 0 for any other. */
export function plyOf(item: unknown): number {
  const { data } = item as { data: { type: string; ply?: number } };
  return data.type === 'moved' ? (data.ply ?? 0) : 0;
}

/** The same games over a plain `ws` relay. */
export async function openRelay(games: number, pool: readonly Script[]): Promise<Boards> {
  const server = await startBare('relay.ts', {});
  const arena: Arena = new Arena(games, pool, {
    send: (game, ply, uci) => {
      sockets[2 * game + (ply % 2)]?.send(JSON.stringify({ gameID: game + 1, ply, uci }));
    },
  });
  const sockets = await openAll(2 * games, async (index) => {
    const game = Math.floor(index / 2);
    const url = `ws://127.0.0.1:${server.port}/${game}`;
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.on('message', (text) => {
      const { ply } = JSON.parse(String(text)) as { ply: number };
      if (ply % 2 !== index % 2) arena.arrived(game, ply + 1);
    });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return socket;
  });
  return {
    ...server,
    arena,
    async stop() {
      for (const socket of sockets) socket.terminate();
      await server.stop();
    },
  };
}
