import { beforeAll, describe, expect, test } from 'vitest';
import { type SeatedGame, scholarsMate, seatedGame } from '../../testing/clients/seated-game.ts';
import { openSocket, type TrpcSocket } from '../../testing/clients/trpc-socket.ts';
import { onDisk } from '../../testing/databases/on-disk.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
let names = 0;
let game: SeatedGame;
let white: TrpcSocket;
let black: TrpcSocket;
const connect = () =>
  Promise.all(
    [game.white, game.black].map(({ token }) => openSocket(server().url, { params: { token } })),
  );

beforeAll(() => {
  return () => {
    for (const socket of [white, black]) socket.close();
  };
});

/** A new game and a connection for each player. */
async function begin(): Promise<SeatedGame> {
  game = await seatedGame(server().url, `game-${names++}`);
  [white, black] = (await connect()) as [TrpcSocket, TrpcSocket];
  return game;
}
const move = (socket: TrpcSocket, ply: number, uci: string) =>
  socket.call('mutation', 'game.move', { gameID: game.gameID, ply, uci });
const view = () => white.call('query', 'game.get', { gameID: game.gameID });
const withCode = (rookeryCode: string) => ({ shape: { data: { rookeryCode } } });

describe('moves', () => {
  test('T-2 repeating a move returns the first answer and changes nothing', async () => {
    const { gameID } = await begin();
    const first = await move(white, 0, 'e2e4');
    // The two seats were events 1 and 2.
    expect(first).toEqual({ gameID, ply: 1, uci: 'e2e4', san: 'e4', number: 3 });
    expect(await move(white, 0, 'e2e4')).toEqual(first);
    await move(black, 1, 'e7e5');
    await move(white, 2, 'd1h5');
    const before = await view();
    expect(await move(white, 0, 'e2e4')).toEqual(first);
    expect(await view()).toEqual(before);
  });

  test('T-2 also many times at once, from several connections', async () => {
    await begin();
    const [other] = await connect();
    if (!other) throw new Error('No connection was opened.');
    const sockets = [white, other, white, other, white, other];
    const answers = await Promise.all(sockets.map((socket) => move(socket, 0, 'd2d4')));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await view()).toMatchObject({ lastEvent: 3, moves: [{ uci: 'd2d4', san: 'd4' }] });
    other.close();
  });

  test('T-2 another move for a played ply is rejected, and so is a future ply', async () => {
    await begin();
    await move(white, 0, 'e2e4');
    await expect(move(white, 0, 'd2d4')).rejects.toMatchObject(withCode('stale_ply'));
    await expect(move(black, 0, 'e7e5')).rejects.toMatchObject(withCode('stale_ply'));
    await expect(move(black, 0, 'e2e4')).rejects.toMatchObject(withCode('stale_ply'));
    await expect(move(black, 2, 'e7e5')).rejects.toMatchObject(withCode('stale_ply'));
    await expect(move(white, 1, 'd2d4')).rejects.toMatchObject(withCode('not_your_turn'));
    await expect(move(black, 1, 'e7e4')).rejects.toMatchObject(withCode('illegal_move'));
    await expect(move(black, 1, 'x9y9')).rejects.toMatchObject(withCode('illegal_move'));
    expect(await view()).toMatchObject({ lastEvent: 3 });
  });

  test('T-2 of two different moves for one ply, sent at once, exactly one is played', async () => {
    await begin();
    const ucis = ['e2e4', 'd2d4', 'c2c4', 'g1f3', 'b1c3'];
    const settled = await Promise.allSettled(ucis.map((uci) => move(white, 0, uci)));
    const played = ucis.filter((_, i) => settled[i]?.status === 'fulfilled');
    expect(played).toHaveLength(1);
    expect(await view()).toMatchObject({ lastEvent: 3, moves: [{ uci: played[0] }] });
    for (const one of settled) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject(withCode('stale_ply'));
    }
  });

  test('T-3 a move is in the database when it is acknowledged or published', async () => {
    const { gameID } = await begin();
    const disk = onDisk(server().databaseFile);
    const spectator = await openSocket(server().url);
    const events = spectator.subscribe('game.events', { gameID, lastEventId: '2' });
    await events.next();
    for (const [i, uci] of scholarsMate.entries()) {
      const acknowledged = move(i % 2 === 0 ? white : black, i, uci).then(() =>
        disk.move(gameID, i + 1),
      );
      const shown = events.next().then(() => disk.move(gameID, i + 1));
      expect(await Promise.all([acknowledged, shown])).toEqual([uci, uci]);
    }
    disk.close();
    spectator.close();
  });
});
