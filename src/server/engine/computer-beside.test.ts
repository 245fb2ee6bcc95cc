import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gameCreation } from '../../contract/game/setup.ts';
import { engineGame } from '../../rules/index.ts';
import { databaseFixtureOn, describeOn } from '../../testing/databases/database-fixture.ts';
import { postgresStore } from '../../testing/databases/databases.ts';
import { testServicesOn } from '../../testing/games/services.ts';
import { onWire } from '../../testing/server/buses.ts';
import { ComputerPlayer } from './computer-player.ts';
import { Engine } from './engine.ts';
import { CLAIM_MS } from './engine-claims.ts';

vi.setConfig({ testTimeout: 60_000 });

/** An engine that records each search and plays the first allowed move, or never answers. */
const SCRIPT = `
  const [, notes, kind] = process.argv;
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    if (line === 'uci') console.log('option name UCI_Chess960 type check default false\\nuciok');
    if (line === 'isready') console.log('readyok');
    if (!line.startsWith('go ')) return;
    require('node:fs').appendFileSync(notes, 'x');
    const [move] = line.split('searchmoves ')[1].split(' ');
    if (kind !== 'silent') setTimeout(() => console.log('bestmove ' + move), 20);
  });`;

/** Two servers that share a bus and a database, each with a computer player. */
describeOn(postgresStore(), (store) => {
  const db = databaseFixtureOn(store);
  const openBus = onWire();
  let folder: string;
  let ends: (() => unknown)[];
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'rookery-'));
    ends = [];
    await db.dataAccess.createUser('ann', 'hash', 'ann@example.org');
  });
  afterEach(async () => {
    for (const end of ends.reverse()) await end();
    rmSync(folder, { recursive: true });
  });

  async function serverWith(kind: 'quick' | 'silent') {
    const notes = path.join(folder, `${ends.length}`);
    writeFileSync(notes, '');
    const { dataAccess } = await db.database.open(() => db.nowMs);
    const time = {
      get nowMs() {
        return db.nowMs;
      },
    };
    const bus = await openBus();
    const app = testServicesOn({ dataAccess, ...time }, {}, bus);
    const warn = vi.fn();
    const command = { file: process.execPath, args: ['-e', SCRIPT, notes, kind] };
    const engine = new Engine({ located: { command }, warn, patienceMs: 60_000 });
    const { rematch } = app.services;
    const parts = { engine, rematch, dataAccess, now: () => db.nowMs, warn };
    const computer = new ComputerPlayer({ ...app, ...parts });
    let isAlive = true;
    const kill = async () => {
      if (!isAlive) return;
      isAlive = false;
      await bus.close();
      await dataAccess.close();
      engine.close();
    };
    ends.push(kill);
    return { ...app, computer, searches: () => readFileSync(notes, 'utf8').length, kill };
  }
  type Server = Awaited<ReturnType<typeof serverWith>>;

  const begin = ({ services }: Server): Promise<number> => {
    const { setup } = gameCreation.parse({ setup: { color: 'white' } });
    if (!setup) throw new Error('The setup is missing.');
    return services.computerGame.play('ann', undefined, setup, 1);
  };
  /** Ann plays any legal move. */
  async function move({ liveGames }: Server, gameID: number): Promise<void> {
    const { initialFen, moves } = await liveGames.view(gameID);
    const uci = engineGame(initialFen, moves).legal[0] ?? '';
    await liveGames.execute(gameID, { type: 'move', username: 'ann', ply: moves.length, uci });
  }
  /** Waits until a server shows this many plies. */
  const shows = (server: Server, gameID: number, plies: number) =>
    expect
      .poll(
        async () => {
          return (await server.liveGames.view(gameID)).moves.length;
        },
        { timeout: 50_000, interval: 5 },
      )
      .toBe(plies);

  describe('the computer in several processes', () => {
    test('searches each position once, whichever process receives the move', async () => {
      const servers = [await serverWith('quick'), await serverWith('quick')] as const;
      for (const { computer } of servers) await computer.begin();
      const gameID = await begin(servers[0]);
      for (let plies = 0; plies < 12; plies += 2) {
        await move(servers[plies % 4 ? 1 : 0], gameID);
        for (const server of servers) await shows(server, gameID, plies + 2);
      }
      expect(servers[0].searches() + servers[1].searches()).toBe(6);
    });

    test('is taken over by another process when the searching one dies', async () => {
      const dying = await serverWith('silent');
      await dying.computer.begin();
      const gameID = await begin(dying);
      await move(dying, gameID);
      await expect.poll(dying.searches, { timeout: 50_000 }).toBe(1);
      const other = await serverWith('quick');
      await other.computer.begin();
      db.nowMs += CLAIM_MS - 1000;
      other.computer.retry();
      // It searches the games in order: when it reaches the second, it has skipped the first.
      const second = await begin(other);
      await move(other, second);
      await shows(other, second, 2);
      expect(other.searches()).toBe(1);
      await dying.kill();
      db.nowMs += 1000;
      other.computer.retry();
      await shows(other, gameID, 2);
      expect(other.searches()).toBe(2);
    });
  });
});
