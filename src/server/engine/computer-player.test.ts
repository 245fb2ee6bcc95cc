import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { computerName } from '../../contract/game/computer.ts';
import type { GameView } from '../../contract/game/index.ts';
import { gameCreation } from '../../contract/game/setup.ts';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { testServicesOn } from '../../testing/games/services.ts';
import { ComputerPlayer } from './computer-player.ts';
import { Engine } from './engine.ts';
import { locateEngine } from './locate.ts';
import { turnIn } from './pending-actions.ts';

// Engines start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const db = databaseFixtureOn(sqliteStore());
const warn = vi.fn();

/** Black has one legal move at a time: the king between h8 and g8. */
const FORCED = '7k/4K1p1/6P1/8/8/8/8/1N6 b - - 0 1';
/** A knight's path that visits no square twice. */
const WALK = 'b1 d2 c4 d6 b5 a3 c2 a1 b3 d4 c6 b4 a6 c5 d3 c1 a2 c3 d5 b6 a4 b2';

const engine = new Engine({ located: locateEngine('bundled'), warn });
afterAll(() => engine.close());

/** A server with its computer player. */
function serverOn() {
  const app = testServicesOn(db);
  const { rematch } = app.services;
  const parts = { engine, rematch, dataAccess: db.dataAccess, now: () => db.nowMs, warn };
  return { ...app, computer: new ComputerPlayer({ ...app, ...parts }) };
}
type Server = ReturnType<typeof serverOn>;

let server: Server;
beforeEach(async () => {
  warn.mockClear();
  await db.dataAccess.createUser('ann', 'hash', 'ann@example.org');
  server = serverOn();
  await server.computer.begin();
});

/** Starts a game of ann against the computer at level 1. */
function play(request: object): Promise<number> {
  const { setup } = gameCreation.parse({ setup: request });
  if (!setup) throw new Error('The setup is missing.');
  return server.services.computerGame.play('ann', undefined, setup, 1);
}

const viewOf = (gameID: number): Promise<GameView> => server.liveGames.view(gameID);

/** Waits until the game meets the condition. */
async function until(gameID: number, isIt: (view: GameView) => boolean): Promise<GameView> {
  return vi.waitUntil(
    async () => {
      // Advances the test's clock, so that pauses before retries end.
      db.nowMs += 10;
      server.computer.retry();
      const view = await viewOf(gameID);
      return isIt(view) && view;
    },
    { timeout: 100_000, interval: 5 },
  );
}

const isOver = ({ status }: GameView) => status === 'finished';
const settled = (view: GameView) => isOver(view) || isAnnsTurn(view);

function isAnnsTurn({ fen, whiteUsername }: GameView): boolean {
  return (turnIn(fen) === 'white') === (whiteUsername === 'ann');
}

const move = (gameID: number, ply: number, uci: string) =>
  server.liveGames.execute(gameID, { type: 'move', username: 'ann', ply, uci });
const ask = (gameID: number, type: 'offerDraw' | 'offerTakeback' | 'resign') =>
  server.liveGames.execute(gameID, { type, username: 'ann' });

describe('the computer', () => {
  test('plays a whole game, even if the server restarts in the middle', async () => {
    // Only the kings can move, and White's never repeats a square: the fifty-move rule applies after 16 plies.
    const initialFen = '4k3/8/p1p1p1p1/P1P1P1P1/8/8/8/4K3 w - - 84 60';
    const walk = ['e1d1', 'd1c1', 'c1b1', 'b1a1', 'a1a2', 'a2b2', 'b2c2', 'c2d2'];
    const gameID = await play({ color: 'white', initialFen });
    for (const [turn, uci] of walk.entries()) {
      const ply = 2 * turn;
      if (turn === 5) {
        // The process stores the move but dies before its computer player handles it.
        const dying = testServicesOn(db).liveGames;
        await dying.execute(gameID, { type: 'move', username: 'ann', ply, uci });
        await db.reopen();
        server = serverOn();
        await server.computer.begin();
      } else await move(gameID, ply, uci);
      await until(gameID, ({ moves }) => moves.length === ply + 2);
    }
    const { ending } = await until(gameID, isOver);
    expect(ending).toEqual({ reason: 'fiftyMoves', winner: null });
    expect(warn).not.toHaveBeenCalled();
  });

  test('moves first when it has White, in Chess960 too', async () => {
    const gameID = await play({ color: 'black', variant: 'chess960' });
    const view = await until(gameID, ({ moves }) => moves.length === 1);
    expect(view.whiteUsername).toBe(computerName(1));
    expect(view.setup.source).toBe('computer');
  });

  test('E-2 claims a threefold repetition', async () => {
    const gameID = await play({ color: 'white', initialFen: FORCED });
    for (const uci of ['b1a3', 'a3b1', 'b1a3', 'a3b1']) {
      const { moves } = await until(gameID, settled);
      await move(gameID, moves.length, uci);
    }
    const { ending } = await until(gameID, isOver);
    expect(ending).toEqual({ reason: 'threefoldRepetition', winner: null });
  });

  test('E-5 accepts a takeback at once', async () => {
    const gameID = await play({ color: 'white' });
    await move(gameID, 0, 'e2e4');
    await until(gameID, ({ moves }) => moves.length === 2);
    await ask(gameID, 'offerTakeback');
    const view = await until(gameID, ({ moves }) => moves.length === 0);
    expect(view.takebackOffer).toBeNull();
  });

  test('E-3 declines an early draw offer, and accepts a later one when it is not ahead', async () => {
    const gameID = await play({ color: 'white', initialFen: FORCED });
    const walk = WALK.split(' ');
    for (const [index, from] of walk.slice(0, -1).entries()) {
      const { moves } = await until(gameID, settled);
      if (moves.length === 3) {
        await ask(gameID, 'offerDraw');
        await until(gameID, ({ drawOffer }) => drawOffer === null);
      }
      await move(gameID, moves.length, `${from}${walk[index + 1]}`);
    }
    const { moves } = await until(gameID, settled);
    expect(moves).toHaveLength(43);
    await ask(gameID, 'offerDraw');
    const { ending } = await until(gameID, isOver);
    expect(ending).toEqual({ reason: 'drawAgreement', winner: null });
  });

  test('E-7 accepts a rematch with colours swapped', async () => {
    const gameID = await play({ color: 'white' });
    await move(gameID, 0, 'e2e4');
    await until(gameID, ({ moves }) => moves.length === 2);
    await ask(gameID, 'resign');
    await server.services.rematch.offer('ann', gameID);
    const { rematchID } = await until(gameID, (view) => view.rematchID !== null);
    const next = await until(rematchID ?? 0, ({ moves }) => moves.length === 1);
    expect(next).toMatchObject({ whiteUsername: computerName(1), blackUsername: 'ann' });
  });

  test('is recreated after a clear', async () => {
    await server.services.clearApplication.clearApplication();
    await vi.waitUntil(() => db.dataAccess.getUser(computerName(8)));
  });

  test('cannot be signed in as', async () => {
    for (const password of ['', 'x', 'null']) {
      await expect(server.services.login.login(computerName(1), password)).rejects.toMatchObject({
        code: 'wrong_credentials',
      });
    }
  });
});
