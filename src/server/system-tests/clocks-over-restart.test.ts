import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { gameSync, gameView } from '../../contract/game/index.ts';
import { register } from '../../testing/clients/rest-client.ts';
import { openSocket, type TrpcSocket } from '../../testing/clients/trpc-socket.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

/** The experiment itself: for so long no server runs. */
const DOWN_MS = 6000;
/** A clock, with its grace, that is over before a server can be back. */
const SHORT_MS = 6000;
/** What a clock may be off after a crash (C-10). */
const EXACT_MS = 100;
const BEAT_MS = 80;

const server = sharedServer();

type Players = readonly [TrpcSocket, TrpcSocket];

async function enter(tokens: readonly string[]): Promise<Players> {
  const open = (token = '') =>
    openSocket(server().url, { headers: { authorization: `Bearer ${token}` } });
  return [await open(tokens[0]), await open(tokens[1])];
}

/** A game between the two, in which both have moved. */
async function begun([white, black]: Players, limitMs: number): Promise<number> {
  const timeControl = { type: 'clock', limitMs, incrementMs: 0 };
  const setup = { timeControl, color: 'white', visibility: 'link' };
  const { gameID } = (await white.call('mutation', 'game.create', { setup })) as { gameID: number };
  await black.call('mutation', 'game.join', { gameID });
  await white.call('mutation', 'game.move', { gameID, ply: 0, uci: 'e2e4' });
  await black.call('mutation', 'game.move', { gameID, ply: 1, uci: 'e7e5' });
  return gameID;
}

const sync = async (socket: TrpcSocket, gameID: number) =>
  gameSync.parse(await socket.call('query', 'game.sync', { gameID }));

/** What a query of one row finds in the server's database. */
function read<T>(statement: string): T[] {
  const database = new Database(server().databaseFile, { readonly: true });
  try {
    return database.prepare<[], T>(statement).all();
  } finally {
    database.close();
  }
}
const moves = () => read('SELECT "gameID", "ply", "whiteMs", "blackMs" FROM "move" ORDER BY 1, 2');

test.each(['kill', 'stop'] as const)(
  'C-10 seconds of silence after %s cost no player time, and nobody is flagged',
  async (how) => {
    const names = ['alice', 'bob'].map((name) => `${name}-${how}`);
    const tokens = await Promise.all(
      names.map(async (name) => (await register(server().url, name)).token),
    );
    const players = await enter(tokens);
    const long = await begun(players, 600_000);
    // Its flag would fall in the middle of the silence.
    const short = await begun(players, SHORT_MS);
    const before = [await sync(players[0], long), await sync(players[0], short)] as const;
    const rows = moves();
    // Signs of life are given all the time; on a machine with more to do, not always on time.
    await vi.waitFor(
      () => {
        const [sign] = read<{ aliveAtMs: number }>('SELECT "aliveAtMs" FROM "heartbeat"');
        expect(Date.now() - (sign?.aliveAtMs ?? 0)).toBeLessThan(BEAT_MS);
      },
      { timeout: 5000, interval: 5 },
    );
    const lastAlive = Date.now();
    await server()[how]();
    const surelyGone = Date.now();
    await sleep(DOWN_MS);
    await server().restart();

    const back = await enter(tokens);
    const [down] = read<{ fromMs: number; toMs: number }>(
      'SELECT * FROM "downtime" ORDER BY "toMs" DESC LIMIT 1',
    );
    if (!down) throw new Error('No downtime was noticed.');
    expect(down.fromMs).toBeGreaterThanOrEqual(lastAlive - EXACT_MS);
    expect(down.fromMs).toBeLessThanOrEqual(surelyGone + EXACT_MS);
    expect(down.toMs - surelyGone).toBeGreaterThanOrEqual(DOWN_MS);
    expect(before[1].dueAtMs).toBeLessThan(down.toMs);
    for (const [n, gameID] of [long, short].entries()) {
      const view = gameView.parse(await back[0].call('query', 'game.get', { gameID }));
      expect(view).toMatchObject({ status: 'playing', ending: null });
      const after = await sync(back[0], gameID);
      expect(after.clocks).toEqual(before[n]?.clocks);
      // When the server is back, as much of the turn has passed as when it was last seen alive.
      const passed = down.toMs - (after.turnBeganAtMs ?? 0);
      const began = before[n]?.turnBeganAtMs ?? 0;
      // A turn may have begun after the last sign of life: then nothing of it has passed.
      const alive = Math.max(down.fromMs, began);
      expect(passed).toBe(alive - began);
      expect((after.dueAtMs ?? 0) - (before[n]?.dueAtMs ?? 0)).toBe(down.toMs - alive);
    }
    expect(moves()).toEqual(rows);
    // Play goes on, and is charged with what was played.
    await back[0].call('mutation', 'game.move', { gameID: long, ply: 2, uci: 'g1f3' });
    const { clocks, turnBeganAtMs } = await sync(back[1], long);
    const alive = Math.max(down.fromMs, before[0].turnBeganAtMs ?? 0);
    const played = (turnBeganAtMs ?? 0) - down.toMs + alive - (before[0].turnBeganAtMs ?? 0);
    expect(clocks?.blackMs).toBe(600_000);
    expect(600_000 - (clocks?.whiteMs ?? 0)).toBeLessThanOrEqual(played);
    for (const socket of [...players, ...back]) socket.close();
  },
  60_000,
);
