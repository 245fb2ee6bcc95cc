import { WebSocket } from 'ws';
import { Arena } from '../lib/arena.ts';
import { startBare, startRookery } from '../lib/processes.ts';
import { scripts } from '../lib/scripts.ts';
import { atLeast, below, type Setting, type Subject } from '../lib/subject.ts';
import { rowsOf } from '../lib/table.ts';
import { openAll, TrpcSocket } from '../lib/trpc-socket.ts';
import { alternate } from '../lib/windows.ts';

const GAMES = 1000;

/** Long enough for every window of a run at 30,000 moves a second. */
const PLIES = 700;

/** Moves a second, in all games together, when they are paced. */
const PACE = 5000;

/** Moves through the door that browsers use, beside a plain `ws` relay: 1,000 games, two sockets each. */
export const moves: Subject = async ({ databases, plan }) => {
  const pool = scripts(8, PLIES);
  const rookery = await openRookery(databases, pool);
  const relay = await openRelay(pool);
  const sides = [
    { name: 'Rookery', ...rookery },
    { name: 'bare ws relay', ...relay },
  ];
  const fast = await alternate(
    sides.map(({ name, pid, arena }) => ({ name, pid, load: (s) => arena.play(s) })),
    plan,
  );
  const paced = await alternate(
    sides.map(({ name, pid, arena }) => ({ name, pid, load: (s) => arena.play(s, PACE) })),
    plan,
  );
  const finished = rookery.arena.finished;
  await Promise.all(sides.map(({ stop }) => stop()));
  const [own, bare] = fast;
  const perSecond = own?.perSecond ?? 0;
  return {
    rows: [
      ...rowsOf(
        'moves, at full speed',
        fast,
        `p50, p99: move → opponent${finished ? `; ${finished} GAMES RAN OUT` : ''}`,
      ),
      ...rowsOf(`moves, ${PACE.toLocaleString('en')} a second`, paced, 'p50, p99: move → opponent'),
    ],
    goals: [
      atLeast('P-1', 'durable moves/s', perSecond, 10_000),
      atLeast('P-1', 'of the bare relay', perSecond / (bare?.perSecond ?? 0), 0.12),
      below('P-1', `p99 at ${PACE} moves/s`, paced[0]?.p99Ms ?? Number.NaN, 50, ' ms'),
    ],
  };
};

type Pool = ReturnType<typeof scripts>;

async function openRookery(databases: Setting['databases'], pool: Pool) {
  const file = await databases.copy({ users: 2 * GAMES, games: GAMES, kind: 'ready' });
  const server = await startRookery(file);
  const arena: Arena = new Arena(GAMES, pool, {
    send(game, ply, uci) {
      const input = { gameID: game + 1, ply, uci };
      players[2 * game + (ply % 2)]?.call('mutation', 'game.move', input, (answer) => {
        if (answer === null) arena.refuse();
      });
    },
  });
  const players = await openAll(2 * GAMES, async (index) => {
    const player = await TrpcSocket.open(server.port, `player${index}`);
    const game = Math.floor(index / 2);
    // After the two seats; each player hears of both sides' moves, and the opponent's ones count.
    const input = { gameID: game + 1, lastEventId: '2' };
    await player.subscribe('game.events', input, (item) => {
      const ply = plyOf(item);
      if (ply > 0 && ply % 2 === index % 2) arena.arrived(game, ply);
    });
    return player;
  });
  return {
    pid: server.pid,
    arena,
    async stop() {
      await Promise.all(players.map((player) => player.close()));
      await server.stop();
    },
  };
}

/** The ply of a numbered event `{id, data: {type: 'moved', ply}}`; 0 for any other. */
function plyOf(item: unknown): number {
  const { data } = item as { data: { type: string; ply?: number } };
  return data.type === 'moved' ? (data.ply ?? 0) : 0;
}

async function openRelay(pool: Pool) {
  const server = await startBare('relay.ts', {});
  const arena: Arena = new Arena(GAMES, pool, {
    send: (game, ply, uci) => {
      sockets[2 * game + (ply % 2)]?.send(JSON.stringify({ gameID: game + 1, ply, uci }));
    },
  });
  const sockets = await openAll(2 * GAMES, async (index) => {
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
    pid: server.pid,
    arena,
    async stop() {
      for (const socket of sockets) socket.terminate();
      await server.stop();
    },
  };
}
