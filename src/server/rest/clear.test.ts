import { beforeEach, describe, expect, test } from 'vitest';
import {
  createGame,
  expectError,
  join,
  listGames,
  register,
  rest,
  type TestUser,
} from '../../testing/clients/rest-client.ts';
import { openSocket, SocketError } from '../../testing/clients/trpc-socket.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const clear = () => rest(server().url, 'DELETE', '/db');
let anna: TestUser;
beforeEach(async () => {
  anna = await register(server().url, 'anna');
  return async () => expect(await clear()).toMatchObject({ status: 200 });
});

describe('DELETE /db', () => {
  test('R-CLEAR-1 removes every user, token, game and move', async () => {
    const { url } = server();
    const gameID = await createGame(url, anna.token);
    await join(url, anna.token, 'WHITE', gameID);
    const socket = await openSocket(url, { params: { token: anna.token } });
    await socket.call('mutation', 'game.move', { gameID, ply: 0, uci: 'e2e4' });

    expect(await clear()).toMatchObject({ status: 200, body: {} });

    expectError(await rest(url, 'GET', '/game', { token: anna.token }), 401);
    const { username, password, token } = anna;
    expectError(await rest(url, 'POST', '/session', { body: { username, password } }), 401);
    const after = await openSocket(url);
    for (const [path, input] of [
      ['game.get', { gameID }],
      ['user.profile', { username }],
    ] as const) {
      const query = after.call('query', path, input);
      await expect(query).rejects.toBeInstanceOf(SocketError);
    }
    const empty = { open: [], moreOpen: false, playing: [], finished: [] };
    expect(await after.call('query', 'lobby.get')).toEqual(empty);
    after.close();
    anna = await register(url, 'anna');
    expect(anna.token).not.toBe(token);
    expect(await listGames(url, anna.token)).toEqual([]);
  });

  test('R-CLEAR-1 every live connection gets the reason and is closed', async () => {
    const { url } = server();
    const player = await openSocket(url, { params: { token: anna.token } });
    const watcher = await openSocket(url);
    const gameID = await createGame(url, anna.token);
    const lobby = watcher.subscribe('lobby.watch');
    const events = watcher.subscribe('game.events', { gameID });
    await lobby.next();
    await lobby.next();
    await events.next();
    expect(await player.call('query', 'auth.me')).toEqual({ username: 'anna', guest: false });

    await clear();

    const closing = { code: 4001, reason: 'all data was removed' };
    expect(await player.closed).toEqual(closing);
    expect(await watcher.closed).toEqual(closing);
  });

  test('R-CLEAR-1 R-CREATE-1 numbers of games continue, also across a restart', async () => {
    const { url } = server();
    const before = await createGame(url, anna.token);
    await clear();
    const again = await register(url, 'berta');
    const after = await createGame(url, again.token);
    expect(after).toBeGreaterThan(before);
    await clear();
    await server().restart();
    const last = await register(url, 'clara');
    expect(await createGame(url, last.token)).toBeGreaterThan(after);
  });

  test('R-CLEAR-1 clearing an empty database, or many times at once, is 200', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, clear));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  });

  test('R-CLEAR-1 a class registers, plays and clears many times in a row', async () => {
    const { url } = server();
    for (let round = 0; round < 10; round++) {
      await clear();
      const { token } = await register(url, 'anna');
      const gameID = await createGame(url, token);
      await join(url, token, 'BLACK', gameID);
      expect(await listGames(url, token)).toMatchObject([{ gameID, blackUsername: 'anna' }]);
    }
  });

  test('R-CLEAR-2 in local mode it needs no token, and ignores a wrong one', async () => {
    for (const token of ['', 'wrong', 'Bearer wrong']) {
      expect(await rest(server().url, 'DELETE', '/db', { token })).toMatchObject({ status: 200 });
    }
  });
});
