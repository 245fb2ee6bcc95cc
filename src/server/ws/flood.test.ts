import { afterAll, beforeAll, expect, test } from 'vitest';
import { connected, openWs } from '../../testing/clients/ws-client.ts';
import { userAt, type WsTestServer, wsTestServerOn } from '../../testing/clients/ws-server.ts';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { type TestServices, testServicesOn } from '../../testing/games/services.ts';

// The clock stands still, so that only the number of commands counts.
const db = databaseFixtureOn(sqliteStore());
let app: TestServices;
let at: WsTestServer;
beforeAll(async () => {
  app = testServicesOn(db);
  at = await wsTestServerOn(app, db);
});
afterAll(() => at.end());

test('W-8 commands after the first 50 get an error, and are not executed', async () => {
  const ann = await userAt(db, 'ann');
  const gameID = await app.services.createGame.createGame(ann.token, 'g');
  const client = await openWs(at.url);
  for (let n = 0; n < 60; n++) client.command(ann, 'CONNECT', gameID);
  const types: string[] = [];
  const errors: string[] = [];
  for (let n = 0; n < 60; n++) {
    const message = await client.next();
    types.push(message.serverMessageType);
    if (message.serverMessageType === 'ERROR') errors.push(message.errorMessage);
  }
  expect(types.filter((type) => type === 'LOAD_GAME')).toHaveLength(50);
  expect(errors).toEqual(Array(10).fill('Error: too many requests'));
  await client.close();
});

test('W-8 200 commands close the socket with 1008, and nobody else’s', async () => {
  const ann = await userAt(db, 'ann');
  const bob = await userAt(db, 'bob');
  const { createGame, joinGame } = app.services;
  const gameID = await createGame.createGame(ann.token, 'g');
  await joinGame.joinGame(bob.token, 'white', gameID);
  const flooding = await connected(at.url, ann, gameID);
  const other = await connected(at.url, bob, gameID);
  for (let n = 0; n < 250; n++) flooding.send('{}');
  expect(await flooding.closed).toEqual([1008, 'too many commands']);
  other.move(bob, gameID, 'e2e4');
  expect(await other.loaded()).toMatchObject({ moves: ['e4'] });
  await other.close();
});
