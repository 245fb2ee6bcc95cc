import { expect, test } from 'vitest';
import type { ServerMessage } from '../../contract/game-protocol.ts';
import { connected, openWs } from '../../testing/clients/ws-client.ts';
import { userAt, wsTestServerOn } from '../../testing/clients/ws-server.ts';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { type TestServices, testServicesOn } from '../../testing/games/services.ts';
import { onWire } from '../../testing/server/buses.ts';

const db = databaseFixtureOn(sqliteStore());
const openBus = onWire();

async function seated({ services }: TestServices) {
  const [ann, bob] = [await userAt(db, 'ann'), await userAt(db, 'bob')];
  const gameID = await services.createGame.createGame(ann.token, 'g');
  await services.joinGame.joinGame(ann.token, 'white', gameID);
  await services.joinGame.joinGame(bob.token, 'black', gameID);
  return { ann, bob, gameID };
}

test('W-2 of 120 observers each gets every message, in order; the players get them first', {
  timeout: 120_000,
}, async () => {
  const app = testServicesOn(db);
  const at = await wsTestServerOn(app, db);
  const { ann, bob, gameID } = await seated(app);
  const eve = await userAt(db, 'eve');
  const order: string[] = [];
  const first = await connected(at.url, eve, gameID);
  const crowd = [first];
  // More than one chunk (100). One after the other: systems limit pending connections.
  while (crowd.length < 120) crowd.push(await connected(at.url, eve, gameID));
  const white = await connected(at.url, ann, gameID);
  const black = await connected(at.url, bob, gameID);
  await white.notified(); // Black connects last: all others are connected
  for (const [name, { socket }] of [['player', white] as const, ['observer', first] as const]) {
    socket.on('message', (data: Buffer) => {
      const message: ServerMessage = JSON.parse(data.toString());
      if (message.serverMessageType === 'LOAD_GAME') order.push(name);
    });
  }
  white.move(ann, gameID, 'e2e4');
  await black.loaded();
  black.move(bob, gameID, 'e7e5');
  for (const client of crowd) {
    const types: string[] = [];
    for (let message = await client.next(); ; message = await client.next()) {
      if (message.serverMessageType === 'NOTIFICATION' && message.message.includes('joined')) {
        continue;
      }
      if (message.serverMessageType === 'LOAD_GAME')
        types.push(`load ${message.game.moves.length}`);
      else types.push(message.serverMessageType);
      if (types.length === 4) break;
    }
    expect(types).toEqual(['load 1', 'NOTIFICATION', 'load 2', 'NOTIFICATION']);
  }
  expect(order).toEqual(['player', 'observer', 'player', 'observer']);
  at.end();
});

test('W-9 two processes: who connects, moves and leaves at one is announced at the other', async () => {
  const houses = [
    testServicesOn(db, {}, await openBus()),
    testServicesOn(db, {}, await openBus()),
  ] as const;
  const [one, two] = [await wsTestServerOn(houses[0], db), await wsTestServerOn(houses[1], db)];
  const { ann, bob, gameID } = await seated(houses[0]);
  const eve = await userAt(db, 'eve');
  const white = await connected(one.url, ann, gameID);
  const black = await connected(two.url, bob, gameID);
  expect(await white.notified()).toBe('bob joined the game as black');
  const watching = await connected(two.url, eve, gameID);
  for (const client of [white, black]) {
    expect(await client.notified()).toBe('eve joined the game as an observer');
  }
  white.move(ann, gameID, 'e2e4');
  expect(await white.loaded()).toMatchObject({ moves: ['e4'] });
  for (const client of [black, watching]) {
    expect(await client.loaded()).toMatchObject({ moves: ['e4'] });
    expect(await client.notified()).toBe('ann played e4 (e2 to e4)');
  }
  black.move(bob, gameID, 'e7e5');
  expect(await black.loaded()).toMatchObject({ moves: ['e4', 'e5'] });
  expect(await white.loaded()).toMatchObject({ moves: ['e4', 'e5'] });
  expect(await white.notified()).toBe('bob played e5 (e7 to e5)');
  watching.command(eve, 'LEAVE', gameID);
  expect(await white.notified()).toBe('eve left the game');
  black.command(bob, 'LEAVE', gameID);
  expect(await white.notified()).toBe('bob left the game: black to be taken');
  await white.nothingMore();
  // CONNECT at the process that does not know yet about the seat taken at the other.
  await houses[0].services.joinGame.joinGame(eve.token, 'black', gameID);
  const taking = await openWs(two.url);
  taking.command(eve, 'CONNECT', gameID);
  expect(await taking.loaded()).toMatchObject({ blackUsername: 'eve', status: 'playing' });
  expect(await white.notified()).toBe('eve joined the game as black');
  await white.nothingMore();
  for (const end of [one, two]) end.end();
  for (const { bus } of houses) await bus.close();
});
