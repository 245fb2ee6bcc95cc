import { shoot } from '../lib/http-load.ts';
import { startBare, startRookery } from '../lib/processes.ts';
import { below, type Subject } from '../lib/subject.ts';
import { rowsOf } from '../lib/table.ts';
import { TrpcSocket } from '../lib/trpc-socket.ts';
import { alternate, type Window } from '../lib/windows.ts';

/** How many clients send requests, each when it has its answer. */
const ASKERS = 4;

/** The lobby page, and its data alone over tRPC's WebSocket, with 100,000 games behind them. */
export const lobby: Subject = async ({ databases, plan }) => {
  // The user of the load has one or two running games.
  const contents = { users: 20_000, games: 100_000, kind: 'mixed' } as const;
  const rookery = await startRookery(await databases.copy(contents));
  const bare = await startBare('http.ts', { DATABASE: await databases.copy(contents) });
  const bares = [
    { name: 'bare, one read by Prisma', path: '/prisma/lobby' },
    { name: 'bare, one read by better-sqlite3', path: '/sqlite/lobby' },
  ].map(({ name, path }) => ({
    name,
    pid: bare.pid,
    load: (seconds: number) => shoot(bare.port, { method: 'GET', path }, seconds, ASKERS),
  }));
  const pages = (['browser', 'visitor'] as const).map((as) => ({
    name: as === 'browser' ? 'Rookery, one signed in' : 'Rookery, visitors',
    pid: rookery.pid,
    load: (s: number) => shoot(rookery.port, { method: 'GET', path: '/lobby', as }, s, 1),
  }));
  const totals = await alternate(
    [{ name: 'Rookery', pid: rookery.pid, load: (s) => ask(rookery.port, s) }, ...bares, ...pages],
    plan,
  );
  await Promise.all([rookery.stop(), bare.stop()]);
  return {
    rows: [
      ...rowsOf('lobby, 100,000 games', totals.slice(0, -2)),
      ...rowsOf('lobby page, as HTML', totals.slice(-2)),
    ],
    goals: [
      below('P-6', "lobby's data, p99", {
        found: totals[0]?.p99Ms ?? Number.NaN,
        limit: 20,
        unit: ' ms',
      }),
      below('P-6', 'lobby page, signed in, p99', {
        found: totals.at(-2)?.p99Ms ?? Number.NaN,
        limit: 20,
        unit: ' ms',
      }),
      below('P-6', 'lobby page, visitors, p99', {
        found: totals.at(-1)?.p99Ms ?? Number.NaN,
        limit: 20,
        unit: ' ms',
      }),
    ],
  };
};

/** Requests `lobby.get` over WebSockets. */
async function ask(port: number, seconds: number): Promise<Window> {
  const latenciesMs: number[] = [];
  let refused = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  const askers = Array.from({ length: ASKERS }, async (_, index) => {
    const socket = await TrpcSocket.open(port, `player${index}`);
    while (performance.now() < until) {
      const sentAt = performance.now();
      const answer = await new Promise((resolve) =>
        socket.call('query', 'lobby.get', undefined, resolve),
      );
      if (answer === null) refused++;
      else latenciesMs.push(performance.now() - sentAt);
    }
    await socket.close();
  });
  await Promise.all(askers);
  return { latenciesMs, refused, seconds: (performance.now() - began) / 1000 };
}
