import { get } from 'node:http';
import { residentMB, startRookery } from '../lib/processes.ts';
import { ACCOUNT, tokenOf } from '../lib/rows.ts';
import { below, type Setting, type Subject } from '../lib/subject.ts';
import { digits, type Report } from '../lib/table.ts';
import { openAll, TrpcSocket } from '../lib/trpc-socket.ts';
import { retained } from './retained.ts';

const CONNECTIONS = 500;

/** Memory with 100,000 games and 500 connections, signed in, that watch the lobby; then what a connection and a game retain. */
export const memory: Subject = async (setting) => {
  const used = await resident(setting);
  const kept = await retained(setting);
  return { rows: [...used.rows, ...kept.rows], goals: [...used.goals, ...kept.goals] };
};

/** The whole process: what the machine must have. */
async function resident({ databases }: Setting): Promise<Report> {
  const file = await databases.copy({ users: 1000, games: 100_000, kind: 'mixed' });
  const server = await startRookery(file);
  const started = residentMB(server.pid);
  await fetchAll(server.port, '/game');
  await fetchAll(server.port, '/lobby');
  const used = residentMB(server.pid);
  const sockets = await openAll(CONNECTIONS, async (index) => {
    const socket = await TrpcSocket.open(server.port, `player${index}`);
    await socket.subscribe('lobby.watch', undefined, () => {});
    return socket;
  });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const open = residentMB(server.pid);
  await Promise.all(sockets.map((socket) => socket.close()));
  await server.stop();
  return {
    rows: [
      {
        subject: 'memory',
        who: 'Rookery',
        note: `${digits(started)} MB started, ${digits(used)} after list and lobby page, ${digits(open)} with ${CONNECTIONS} connections that watch the lobby`,
      },
    ],
    goals: [
      below('P-8', `memory, 100,000 games, ${CONNECTIONS} connections`, {
        found: open,
        limit: 250,
        unit: ' MB',
      }),
    ],
  };
}

function fetchAll(port: number, path: string): Promise<void> {
  const headers = { authorization: tokenOf(ACCOUNT.username), accept: 'text/html' };
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      response.resume().on('end', resolve);
    }).on('error', reject);
  });
}
