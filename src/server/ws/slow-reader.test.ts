import { expect, test, vi } from 'vitest';
import { connected } from '../../testing/clients/ws-client.ts';
import { userAt, wsTestServerOn } from '../../testing/clients/ws-server.ts';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { testServicesOn } from '../../testing/games/services.ts';

const db = databaseFixtureOn(sqliteStore());

test('W-8 a client that does not read is dropped, and the others notice nothing', {
  timeout: 120_000,
}, async () => {
  const app = testServicesOn(db);
  const at = await wsTestServerOn(app, db);
  const ann = await userAt(db, 'ann');
  const { createGame, joinGame } = app.services;
  const gameID = await createGame.createGame(ann.token, 'g');
  for (const color of ['white', 'black'] as const) {
    await joinGame.joinGame(ann.token, color, gameID);
  }
  const good = await connected(at.url, ann, gameID);
  const slow = await connected(at.url, ann, gameID);
  const slowAtServer = at.sockets[1];
  slow.socket.pause();
  const joined = 'ann joined the game as white and black';
  expect(await good.notified()).toBe(joined);
  // Each command is answered with the game; the unread answers soon exceed 64 KiB.
  for (let round = 0; !slowAtServer?.destroyed; round++) {
    expect(round, 'It was never dropped.').toBeLessThan(100);
    db.nowMs += 10_000; // stays within 50 commands in 10 s
    for (let n = 0; n < 50; n++) slow.command(ann, 'CONNECT', gameID);
    for (let n = 0; n < 50 && !slowAtServer?.destroyed; n++) {
      await Promise.race([
        good.notified().then((text) => expect(text).toBe(joined)),
        vi.waitUntil(() => slowAtServer?.destroyed),
      ]);
    }
  }
  good.command(ann, 'RESIGN', gameID);
  await vi.waitUntil(async () => (await good.notified()).includes('resigned'));
  slow.socket.terminate();
  await good.close();
  at.end();
});
