import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { gameView, type MoveAnswer, moveAnswer } from '../../contract/game/index.ts';
import { fenOf, replay } from '../../rules/index.ts';
import { createGame, join, register } from '../../testing/clients/rest-client.ts';
import { openSocket, type TrpcSocket } from '../../testing/clients/trpc-socket.ts';
import { longGame } from '../../testing/games/long-game.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const KILLS = 2;

const server = sharedServer();

test('T-3 the whole server is killed while a game is played, which then goes on to mate', async () => {
  const { url } = server();
  const players = [await register(url, 'alice'), await register(url, 'bob')] as const;
  const gameID = await createGame(url, players[0].token, 'nine lives');
  await join(url, players[0].token, 'WHITE', gameID);
  await join(url, players[1].token, 'BLACK', gameID);
  const enter = ({ token }: { readonly token: string }) =>
    openSocket(url, { headers: { authorization: `Bearer ${token}` } });

  /** The moves that the server has acknowledged, over all its lives. */
  const acknowledged: MoveAnswer[] = [];
  const move = async (sockets: readonly [TrpcSocket, TrpcSocket], ply: number) => {
    const mover = sockets[ply % 2 ? 1 : 0];
    const input = { gameID, ply, uci: longGame[ply]?.uci };
    acknowledged.push(moveAnswer.parse(await mover.call('mutation', 'game.move', input)));
  };

  for (let life = 0; life <= KILLS; life++) {
    const sockets = [await enter(players[0]), await enter(players[1])] as const;
    const view = gameView.parse(await sockets[0].call('query', 'game.get', { gameID }));
    const played = view.moves.length;
    expect(view.moves).toEqual(longGame.slice(0, played));
    expect(view.fen).toBe(fenOf(replay(view.initialFen, view.moves)));
    expect(played).toBeGreaterThanOrEqual(acknowledged.length);
    // T-2: a move that was written without an answer is answered now.
    const until = life < KILLS ? acknowledged.length + randomInt(1, 25) : longGame.length;
    for (let ply = acknowledged.length; ply < until; ply++) await move(sockets, ply);
    if (life === KILLS) break;
    // The next move is on its way when the server dies.
    const last = move(sockets, acknowledged.length).catch(() => {});
    await server().kill();
    await last;
    await server().restart();
  }

  expect(acknowledged.map(({ ply, uci, san }) => ({ ply, uci, san }))).toEqual(
    longGame.map(({ uci, san }, ply) => ({ ply: ply + 1, uci, san })),
  );
  expect(acknowledged.map(({ number }) => number)).toEqual(longGame.map((_, ply) => ply + 3));
  const visitor = await openSocket(url);
  expect(await visitor.call('query', 'game.get', { gameID })).toMatchObject({
    status: 'finished',
    ending: { reason: 'checkmate', winner: 'black' },
    lastEvent: 2 + longGame.length + 1,
  });
  visitor.close();
});
