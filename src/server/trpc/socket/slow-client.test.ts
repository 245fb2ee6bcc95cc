import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createGame, join, register } from '../../../testing/clients/rest-client.ts';
import { openSocket } from '../../../testing/clients/trpc-socket.ts';
import { insertGames } from '../../../testing/games/many-games.ts';
import { sharedServer } from '../../../testing/server/shared-server.ts';

const server = sharedServer();

describe('a client that does not read', () => {
  test('is dropped, and the others notice nothing', async () => {
    const { url, databaseFile } = server();
    const { token } = await register(url, 'anna');
    const gameID = await createGame(url, token);
    insertGames(databaseFile, 1000, '♟'.repeat(94));
    const other = await openSocket(url);
    const presence = other.subscribe('game.presence', { gameID });
    const events = other.subscribe('game.events', { gameID });
    await presence.next();
    await presence.next();
    await events.next();
    const spectators = async () => {
      const { value } = await presence.next();
      return value?.result?.data;
    };
    expect(await spectators()).toMatchObject({ spectators: 1 });

    const slow = new WebSocket(`${url.replace('http', 'ws')}/api/trpc`);
    slow.on('error', () => {}); // the server drops it in the end
    await once(slow, 'open');
    const ask = (id: number, method: string, path: string, input: object) =>
      slow.send(JSON.stringify({ id, method, params: { path, input } }));
    ask(1, 'subscription', 'game.events', { gameID });
    expect(await spectators()).toMatchObject({ spectators: 2 });
    slow.pause();
    // Each answer has some 600 kB, in all more than systems keep for a connection.
    for (let id = 2; id < 32; id++) ask(id, 'query', 'game.list', { limit: 1000 });

    expect(await spectators()).toMatchObject({ spectators: 1 });
    await join(url, token, 'WHITE', gameID);
    const { value } = await events.next();
    expect(value?.result?.data).toMatchObject({ data: { type: 'seatTaken' } });
    slow.terminate();
    other.close();
  });
});
