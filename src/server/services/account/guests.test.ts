import { beforeEach, describe, expect, test } from 'vitest';
import { procedures } from '../../../contract/procedures.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { makeSeatedGame, makeUsers, played } from '../../../testing/games/games-at-hand.ts';
import { type TestServices, testServicesOn } from '../../../testing/games/services.ts';
import type { SessionNews } from '../../live/bus/topics.ts';

const db = databaseFixtureOn(sqliteStore());
let app: TestServices;
beforeEach(async () => {
  app = testServicesOn(db);
  await makeUsers(db, 'bob');
});

async function enter() {
  const { username, authToken } = await app.services.guest.enter();
  const auth = await app.services.session.require(authToken);
  return { username, auth };
}

describe('guests', () => {
  test('a guest is signed in under a name of the server’s, which nobody may register or sign in with', async () => {
    const { registration, login, guest } = app.services;
    const { username, auth } = await enter();
    expect(username).toMatch(/^Guest-[2-9a-z]{4}$/);
    expect(auth).toMatchObject({ username });
    expect(await guest.is(username)).toBe(true);
    expect(await guest.is('bob')).toBe(false);
    for (const name of ['Guest-abcd', 'guest-x', 'COMPUTER-level-1']) {
      await expect(registration.register(name, 'pw', 'a@example.org')).rejects.toMatchObject({
        code: 'bad_request',
        field: 'username',
      });
    }
    await expect(login.login(username, 'anything')).rejects.toMatchObject({
      code: 'wrong_credentials',
    });
  });

  test('a guest who registers keeps session and games, and everyone sees the new name', async () => {
    const { username, auth } = await enter();
    const gameID = await makeSeatedGame(db, username, 'bob');
    await played(db, gameID, 'e4 e5');
    const hosted = await app.services.createGame.hostGame(
      username,
      undefined,
      procedures.game.create.input.parse({ setup: {} }).setup ?? never(),
    );
    expect(await app.liveGames.view(gameID)).toMatchObject({ whiteUsername: username });
    const told: unknown[] = [];
    app.bus.subscribe(`game:${gameID}`, (event) => told.push(event));
    const news: SessionNews[] = [];
    app.bus.subscribe('sessions', (one) => news.push(one));

    expect(await app.services.guest.register(auth, 'ada', 'pw', 'ada@example.org')).toBe(true);
    expect(told).toMatchObject([{ type: 'renamed', color: 'white', username: 'ada' }]);
    expect(news).toEqual([{ type: 'ended', tokenDigest: auth.tokenDigest }]);
    expect(await app.services.login.login('ada', 'pw')).toMatchObject({ username: 'ada' });
    expect(await app.liveGames.view(gameID)).toMatchObject({ whiteUsername: 'ada' });
    expect(
      await app.services.makeMove.makeMove('ada', gameID, { ply: 2, uci: 'g1f3' }),
    ).toMatchObject({
      san: 'Nf3',
    });
    expect((await app.liveGames.view(hosted)).setup.host).toMatchObject({ username: 'ada' });
    // Once registered it is no guest's session any more.
    expect(await app.services.guest.register(auth, 'eve', 'pw', 'e@example.org')).toBe(false);
  });

  test('a guest who asks for a taken name stays a guest', async () => {
    const { username, auth } = await enter();
    const { guest } = app.services;
    await expect(guest.register(auth, 'BOB', 'pw', 'a@example.org')).rejects.toMatchObject({
      code: 'already_taken',
      field: 'username',
    });
    expect(await guest.is(username)).toBe(true);
  });
});

function never(): never {
  throw new Error('There is no setup.');
}
