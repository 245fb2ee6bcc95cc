import { beforeEach, describe, expect, test } from 'vitest';
import type { Color } from '../../../contract/game/index.ts';
import { startRecord } from '../../../rules/index.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { makeUsers } from '../../../testing/games/games-at-hand.ts';
import { type TestServices, testServicesOn } from '../../../testing/games/services.ts';
import type { SessionNews } from '../../live/bus/topics.ts';

const db = databaseFixtureOn(sqliteStore());
let app: TestServices;
let tokens: Readonly<Record<'alice' | 'bob' | 'carol', string>>;
let gameID: number;
beforeEach(async () => {
  app = testServicesOn(db);
  await makeUsers(db, 'alice', 'bob', 'carol');
  const { dataAccess } = db;
  tokens = {
    alice: await dataAccess.createAuth('alice'),
    bob: await dataAccess.createAuth('bob'),
    carol: await dataAccess.createAuth('carol'),
  };
  gameID = await app.services.createGame.createGame(tokens.alice, 'first');
});
const join = (username: keyof typeof tokens, color: Color, id = gameID) =>
  app.services.joinGame.joinGame(tokens[username], color, id);

describe('games', () => {
  test('R-CREATE-2 a game made here is standard chess with both seats empty', async () => {
    expect(await app.liveGames.view(gameID)).toMatchObject({
      gameName: 'first',
      whiteUsername: null,
      blackUsername: null,
      status: 'open',
      createdAtMs: db.nowMs,
      fen: startRecord().initialFen,
    });
  });

  test('R-ERR-2 each flow asks for a session', async () => {
    const { services } = app;
    for (const token of [null, '', 'unknown']) {
      const refused = { code: 'unauthorized' };
      await expect(services.createGame.createGame(token, 'x')).rejects.toMatchObject(refused);
      await expect(services.listGame.listGames(token, {})).rejects.toMatchObject(refused);
      await expect(services.joinGame.joinGame(token, 'white', gameID)).rejects.toMatchObject(
        refused,
      );
    }
  });

  test('R-LIST-1 the list is what the database has', async () => {
    await join('bob', 'black');
    const pieces: string[] = [];
    const list = await app.services.listGame.listGames(tokens.carol, {});
    for await (const piece of list) pieces.push(piece);
    expect(JSON.parse(`[${pieces.join(',')}]`)).toEqual([
      { gameID, whiteUsername: null, blackUsername: 'bob', gameName: 'first' },
    ]);
  });
});

describe('joining', () => {
  test('R-JOIN-3 a seat held by another is refused', async () => {
    await join('alice', 'white');
    await expect(join('bob', 'white')).rejects.toMatchObject({ code: 'already_taken' });
  });

  test('R-JOIN-3 a seat that one holds already is no fault, and tells nobody', async () => {
    await join('alice', 'white');
    const before = await app.liveGames.view(gameID);
    const told: unknown[] = [];
    app.bus.subscribe(`game:${gameID}`, (event) => told.push(event));
    await join('alice', 'white');
    expect(told).toEqual([]);
    expect(await app.liveGames.view(gameID)).toEqual(before);
  });

  test('R-JOIN-3 one user may take both seats, and play them', async () => {
    await join('alice', 'white');
    await join('alice', 'black');
    const { makeMove } = app.services;
    await makeMove.makeMove('alice', gameID, { ply: 0, uci: 'e2e4' });
    expect(await makeMove.makeMove('alice', gameID, { ply: 1, uci: 'e7e5' })).toMatchObject({
      san: 'e5',
    });
  });

  test('R-JOIN-2 an unknown game is refused', async () => {
    await expect(join('alice', 'white', gameID + 1)).rejects.toMatchObject({
      code: 'unknown_game',
    });
  });

  test('R-JOIN-4 of racing joins for one seat exactly one wins', async () => {
    const racers = ['alice', 'bob', 'carol'] as const;
    const results = await Promise.allSettled(racers.map((name) => join(name, 'white')));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a finished game has no free seat', async () => {
    await join('alice', 'white');
    await app.services.ask.ask('alice', gameID, 'resign');
    await expect(join('bob', 'black')).rejects.toMatchObject({ code: 'game_over' });
    await expect(join('bob', 'white')).rejects.toMatchObject({ code: 'already_taken' });
  });
});

describe('playing', () => {
  beforeEach(async () => {
    await join('alice', 'white');
    await join('bob', 'black');
  });

  test('T-2 a move repeated gets the first answer', async () => {
    const { makeMove } = app.services;
    const first = await makeMove.makeMove('alice', gameID, { ply: 0, uci: 'e2e4' });
    expect(first).toEqual({ gameID, ply: 1, uci: 'e2e4', san: 'e4', number: 3 });
    await makeMove.makeMove('bob', gameID, { ply: 1, uci: 'e7e5' });
    expect(await makeMove.makeMove('alice', gameID, { ply: 0, uci: 'e2e4' })).toEqual(first);
  });

  test('E-3 a draw is offered, declined, offered by the other and accepted', async () => {
    const { makeMove, ask, profile } = app.services;
    await makeMove.makeMove('alice', gameID, { ply: 0, uci: 'e2e4' });
    await makeMove.makeMove('bob', gameID, { ply: 1, uci: 'e7e5' });
    expect(await ask.ask('alice', gameID, 'offerDraw')).toBe(5);
    expect(await ask.ask('bob', gameID, 'declineDraw')).toBe(6);
    expect(await ask.ask('bob', gameID, 'offerDraw')).toBe(7);
    expect(await ask.ask('alice', gameID, 'acceptDraw')).toBe(8);
    expect(await profile.profile('ALICE')).toMatchObject({ username: 'alice', draws: 1 });
    expect(await profile.games('Bob', 5)).toMatchObject([{ gameID, status: 'finished' }]);
    await expect(profile.profile('nobody')).rejects.toMatchObject({ code: 'unknown_user' });
    await expect(profile.games('nobody', 5)).rejects.toMatchObject({ code: 'unknown_user' });
  });

  test('R-CLEAR-1 a clear removes everything and tells every connection', async () => {
    const news: SessionNews[] = [];
    app.bus.subscribe('sessions', (one) => news.push(one));
    await app.services.clearApplication.clearApplication();
    expect(news).toEqual([{ type: 'cleared' }]);
    await expect(app.liveGames.view(gameID)).rejects.toMatchObject({ code: 'unknown_game' });
    await expect(app.services.session.require(tokens.alice)).rejects.toMatchObject({
      code: 'unauthorized',
    });
    await expect(app.services.ask.ask('alice', gameID, 'resign')).rejects.toMatchObject({
      code: 'unknown_game',
    });
  });
});
