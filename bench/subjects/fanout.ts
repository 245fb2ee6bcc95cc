import { WebSocket } from 'ws';
import { Audience } from '../lib/audience.ts';
import { startBare, startRookery } from '../lib/processes.ts';
import { scripts } from '../lib/scripts.ts';
import { below, type Setting, type Subject } from '../lib/subject.ts';
import { digits, rowsOf } from '../lib/table.ts';
import { plyOf, TrpcSocket } from '../lib/trpc-socket.ts';
import { alternate, quantile, type Window } from '../lib/windows.ts';

const WATCHERS = 2000;

/** The pause between two moves, in milliseconds: a player's thinking is no part of the delivery. */
const REST_MS = 20;

/** One game with 2,000 watchers: the time until the last of them has a move, beside raw `ws` with one prepared frame. */
export const fanout: Subject = async ({ databases, plan }) => {
  const rookery = await openRookery(databases);
  const raw = await openRaw();
  rookery.watch();
  const totals = await alternate([rookery, raw], plan);
  const { blockedMs } = await rookery.report();
  await Promise.all([rookery.stop(), raw.stop()]);
  const [own, bare] = totals;
  const ratio = (own?.p50Ms ?? Number.NaN) / (bare?.p50Ms ?? Number.NaN);
  const note = `p50, p99: move → last watcher; the opponent has it after ${digits(quantile(rookery.opponentMs, 0.5))} ms; the event loop was blocked for ${digits(blockedMs)} ms at most`;
  return {
    rows: rowsOf(`a move to ${WATCHERS.toLocaleString('en')} watchers`, totals, note),
    goals: [
      below('P-3', 'last watcher, of raw ws', { found: ratio, limit: 2, unit: ' ×' }),
      below('P-3', 'event loop blocked', { found: blockedMs, limit: 10, unit: ' ms' }),
    ],
  };
};

async function openRookery(databases: Setting['databases']) {
  const server = await startRookery(await databases.copy({ users: 2, games: 1, kind: 'ready' }));
  const [script = []] = scripts(1, 700);
  const opponentMs: number[] = [];
  let ply = 0;
  let sentAt = 0;
  const players = await Promise.all(
    [0, 1].map(async (index) => {
      const player = await TrpcSocket.open(server.port, `player${index}`);
      await player.subscribe('game.events', { gameID: 1, lastEventId: '2' }, (item) => {
        const played = plyOf(item);
        if (played > 0 && played % 2 === index) opponentMs.push(performance.now() - sentAt);
      });
      return player;
    }),
  );
  const audience = new Audience();
  const params = { path: 'game.events', input: { gameID: 1, lastEventId: '2' } };
  const greeting = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'subscription', params });
  const url = `ws://127.0.0.1:${server.port}/api/trpc`;
  await audience.open(WATCHERS, url, greeting, (frame) => frame.includes('"moved"'));
  const move = () => {
    sentAt = performance.now();
    const input = { gameID: 1, ply, uci: script[ply]?.uci };
    players[ply++ % 2]?.call('mutation', 'game.move', input, () => {});
  };
  return {
    ...server,
    name: 'Rookery, over tRPC',
    opponentMs,
    load: (seconds: number) => shots(audience, move, seconds),
    async stop() {
      audience.close();
      await Promise.all(players.map((player) => player.close()));
      await server.stop();
    },
  };
}

async function openRaw() {
  const server = await startBare('broadcast.ts', {});
  const url = `ws://127.0.0.1:${server.port}`;
  const audience = new Audience();
  await audience.open(WATCHERS, url, null, () => true);
  const player = new WebSocket(url, { perMessageDeflate: false });
  await new Promise((resolve, reject) => player.once('open', resolve).once('error', reject));
  // As long as an event of Rookery with its envelope.
  const move = () => player.send('m'.repeat(300));
  return {
    ...server,
    name: 'raw ws, one prepared frame',
    load: (seconds: number) => shots(audience, move, seconds),
    async stop() {
      audience.close();
      player.terminate();
      await server.stop();
    },
  };
}

/** Sends moves one at a time, each when everyone has the one before. */
async function shots(audience: Audience, move: () => void, seconds: number): Promise<Window> {
  const latenciesMs: number[] = [];
  const began = performance.now();
  while (performance.now() < began + seconds * 1000) {
    const delivered = audience.all();
    const sentAt = performance.now();
    move();
    await delivered;
    latenciesMs.push(performance.now() - sentAt);
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
  return { latenciesMs, refused: 0, seconds: (performance.now() - began) / 1000 };
}
