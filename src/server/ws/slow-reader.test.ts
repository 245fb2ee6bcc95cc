import { once } from 'node:events';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { ServerMessage } from '../../contract/game-protocol.ts';
import { createLog } from '../log.ts';
import { benchOn } from '../testing/bench.ts';
import { makeUsers } from '../testing/contract/games-at-hand.ts';
import { sqliteStore } from '../testing/databases.ts';
import { houseOn } from '../testing/house.ts';
import { createWsDoor } from './ws-door.ts';

/** A Unix socket: the system keeps little for a reader that doesn't read, so that few messages are enough. */
const address = path.join(tmpdir(), `rookery-slow-${process.pid}.sock`);
const bench = benchOn(sqliteStore());
const http = createServer();
beforeAll(async () => {
  http.listen(address);
  await once(http, 'listening');
});
afterAll(() => {
  http.closeAllConnections();
  http.close();
});

test('W-8 a client that does not read is dropped, and the others notice nothing', async () => {
  const { services, liveGames, bus } = houseOn(bench);
  await makeUsers(bench, 'ann');
  const authToken = await bench.dataAccess.createAuth('ann');
  const gameID = await services.createGame.createGame(authToken, 'g');
  await services.joinGame.joinGame(authToken, 'white', gameID);
  await services.joinGame.joinGame(authToken, 'black', gameID);
  const now = () => bench.nowMs;
  const door = createWsDoor({ services, liveGames, bus, now, log: createLog('error') });
  const accepted: Duplex[] = [];
  http.on('upgrade', (request, socket, head) => {
    accepted.push(socket);
    door.upgrade(request, socket, head);
  });
  const connect = JSON.stringify({ commandType: 'CONNECT', authToken, gameID });
  const open = async () => {
    const socket = new WebSocket(`ws+unix:${address}:/ws`);
    await once(socket, 'open');
    socket.send(connect);
    await once(socket, 'message');
    return socket;
  };

  const good = await open();
  const texts: string[] = [];
  good.on('message', (data) => {
    const message: ServerMessage = JSON.parse(data.toString());
    if (message.serverMessageType === 'NOTIFICATION') texts.push(message.message);
  });
  const slow = await open();
  const slowAtServer = accepted.at(-1);
  slow.on('error', () => {}); // it is cut off in the end
  slow.pause();
  // Each command is answered with the game; what is kept for one who doesn't read is soon more than 64 KiB.
  let sent = 0;
  while (!slowAtServer?.destroyed) {
    expect(sent, 'It was never dropped.').toBeLessThan(5000);
    bench.nowMs += 10_000; // and it keeps to 50 commands in 10 s
    for (let n = 0; n < 50; n++) slow.send(connect);
    sent += 50;
    await vi.waitUntil(() => slowAtServer?.destroyed || texts.length === sent + 1);
  }

  good.send(JSON.stringify({ commandType: 'RESIGN', authToken, gameID }));
  await vi.waitUntil(() => texts.at(-1)?.includes('resigned'));
  expect(texts.slice(0, -1)).toEqual(
    Array(texts.length - 1).fill('ann joined the game as white and black'),
  );
  expect(good.readyState).toBe(WebSocket.OPEN);
  good.terminate();
  slow.terminate();
});
