import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { gameSync, gameView } from '../../contract/game/index.ts';
import { register } from '../../testing/clients/rest-client.ts';
import { openSocket, type TrpcSocket } from '../../testing/clients/trpc-socket.ts';
import { restoreMoves } from '../../testing/databases/on-disk.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

/** For so long no server ran, as the database has it. */
const DOWN_MS = 300_000;
/** Of a clock that runs out in the middle of that. */
const SHORT_MS = 120_000;

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

function inDatabase<T>(work: (database: Database.Database) => T): T {
  const database = new Database(server().databaseFile);
  try {
    return work(database);
  } finally {
    database.close();
  }
}
const read = <T>(statement: string) =>
  inDatabase((database) => database.prepare<[], T>(statement).all());
const moves = () => read('SELECT "gameID", "ply", "whiteMs", "blackMs" FROM "move" ORDER BY 1, 2');
const aliveAtMs = () =>
  read<{ aliveAtMs: number }>('SELECT "aliveAtMs" FROM "heartbeat"')[0]?.aliveAtMs ?? 0;

/** Makes everything that was recorded so much older, as if the server had been gone for so long already. */
const age = (ms: number) =>
  inDatabase((database) =>
    database.exec(`
      UPDATE "heartbeat" SET "aliveAtMs" = "aliveAtMs" - ${ms};
      UPDATE "downtime" SET "fromMs" = "fromMs" - ${ms}, "toMs" = "toMs" - ${ms};
      UPDATE "gameEvent" SET "atMs" = "atMs" - ${ms};
      UPDATE "move" SET "atMs" = "atMs" - ${ms};
      UPDATE "gameData" SET "dueAtMs" = "dueAtMs" - ${ms}, "changedAtMs" = "changedAtMs" - ${ms};
    `),
  );

test.each(['kill', 'stop'] as const)(
  'C-10 minutes of silence after %s cost no player time, and nobody is flagged',
  async (how) => {
    const names = ['alice', 'bob'].map((name) => `${name}-${how}`);
    const tokens = await Promise.all(
      names.map(async (name) => (await register(server().url, name)).token),
    );
    const players = await enter(tokens);
    const games = [await begun(players, 600_000), await begun(players, SHORT_MS)] as const;
    const before = [await sync(players[0], games[0]), await sync(players[0], games[1])] as const;
    const [long] = games;
    // While clocks run, signs of life are given all the time.
    await vi.waitFor(() => expect(aliveAtMs()).toBeGreaterThan(before[1].turnBeganAtMs ?? 0), {
      timeout: 20_000,
    });
    await server()[how]();
    await restoreMoves(server().databaseFile);
    const rows = moves();
    expect(rows.length).toBeGreaterThanOrEqual(4);
    age(DOWN_MS);
    const lastSign = aliveAtMs();
    await server().restart();

    const back = await enter(tokens);
    const [down] = read<{ fromMs: number; toMs: number }>(
      'SELECT * FROM "downtime" ORDER BY "toMs" DESC LIMIT 1',
    );
    if (!down) throw new Error('No downtime was noticed.');
    expect(down.fromMs).toBe(lastSign);
    expect(down.toMs - down.fromMs).toBeGreaterThanOrEqual(DOWN_MS);
    expect((before[1].dueAtMs ?? 0) - DOWN_MS).toBeLessThan(down.toMs);
    /** How much of each turn had passed at the last sign of life. */
    const passed = before.map(({ turnBeganAtMs }) => lastSign - ((turnBeganAtMs ?? 0) - DOWN_MS));
    for (const [n, gameID] of games.entries()) {
      const view = gameView.parse(await back[0].call('query', 'game.get', { gameID }));
      expect(view).toMatchObject({ status: 'playing', ending: null });
      const after = await sync(back[0], gameID);
      expect(after.clocks).toEqual(before[n]?.clocks);
      // When the server is back, as much of the turn has passed as when it was last seen alive.
      expect(down.toMs - (after.turnBeganAtMs ?? 0)).toBe(passed[n]);
      const dueAtMs = (before[n]?.dueAtMs ?? 0) - DOWN_MS;
      expect((after.dueAtMs ?? 0) - dueAtMs).toBe(down.toMs - down.fromMs);
    }
    expect(moves()).toEqual(rows);
    // Play goes on, and is charged with what was played.
    await back[0].call('mutation', 'game.move', { gameID: long, ply: 2, uci: 'g1f3' });
    const { clocks, turnBeganAtMs } = await sync(back[1], long);
    const played = (turnBeganAtMs ?? 0) - down.toMs + (passed[0] ?? 0);
    expect(clocks?.blackMs).toBe(600_000);
    expect(600_000 - (clocks?.whiteMs ?? 0)).toBeLessThanOrEqual(played);
    for (const socket of [...players, ...back]) socket.close();
  },
);
