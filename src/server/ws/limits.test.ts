import { beforeAll, describe, expect, test } from 'vitest';
import { createGame, register, rest, type TestUser } from '../../testing/clients/rest-client.ts';
import { openWs } from '../../testing/clients/ws-client.ts';
import { wsGames } from '../../testing/clients/ws-game.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const { open, connect } = wsGames(server);
let anna: TestUser;
beforeAll(async () => {
  anna = await register(server().url, 'anna');
});

describe('limits', () => {
  test('W-8 a frame of 16 KiB is accepted, a longer one closes the socket with 1009', async () => {
    const gameID = await createGame(server().url, anna.token);
    const client = await open();
    const command = { commandType: 'CONNECT', authToken: anna.token, gameID, padding: '' };
    const short = JSON.stringify(command).length;
    command.padding = 'x'.repeat(16 * 1024 - short);
    client.send(command);
    await client.loaded();
    command.padding += 'x';
    client.send(command);
    expect(await client.closed).toMatchObject([1009, expect.any(String)]);
  });

  test('a plain request to /ws is answered like any unknown path', async () => {
    expect(await rest(server().url, 'GET', '/ws')).toMatchObject({ status: 404 });
  });
});

describe('sessions', () => {
  test('R-LOGOUT-1 only the sockets whose last command carried the token are closed', async () => {
    const { url } = server();
    const body = { username: anna.username, password: anna.password };
    const second = (await rest(url, 'POST', '/session', { body })).body as { authToken: string };
    const gameID = await createGame(url, anna.token);
    const stays = await connect(anna, gameID);
    const goes = await connect({ ...anna, token: second.authToken }, gameID);
    await stays.notified();
    await rest(url, 'DELETE', '/session', { token: second.authToken });
    expect(await goes.closed).toEqual([4001, 'signed out']);
    stays.command({ ...anna, token: second.authToken }, 'RESIGN', gameID);
    expect(await stays.error()).toBe('Error: unauthorized');
    await stays.nothingMore();
  });

  test('the server asks its clients to come back when it stops', async () => {
    const client = await openWs(server().url);
    await server().restart();
    expect(await client.closed).toEqual([1012, 'the server restarts']);
  });

  test('R-CLEAR-1 every socket is closed with the reason', async () => {
    const { url } = server();
    const gameID = await createGame(url, anna.token);
    const inGame = await connect(anna, gameID);
    const idle = await open();
    expect(await rest(url, 'DELETE', '/db')).toMatchObject({ status: 200 });
    for (const client of [inGame, idle]) {
      expect(await client.notified()).toContain('removed');
      expect(await client.closed).toEqual([4001, 'all data was removed']);
    }
    const later = await open();
    later.command(anna, 'CONNECT', gameID);
    expect(await later.error()).toBe('Error: unauthorized');
  });
});
