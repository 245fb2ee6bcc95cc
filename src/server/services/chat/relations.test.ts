import { beforeEach, describe, expect, test } from 'vitest';
import type { ChatRoom } from '../../../contract/chat/index.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { makeSeatedGame, makeUsers } from '../../../testing/games/games-at-hand.ts';
import { type TestServices, testServicesOn } from '../../../testing/games/services.ts';

const db = databaseFixtureOn(sqliteStore());
let app: TestServices;
let gameID: number;
beforeEach(async () => {
  app = testServicesOn(db);
  await makeUsers(db, 'alice', 'bob', 'Carol', 'dave');
  gameID = await makeSeatedGame(db, 'alice', 'bob');
});

const say = (username: string, room: ChatRoom, text: string) =>
  app.services.say.say(username, gameID, room, text);
const listen = (username: string) => {
  const { signal } = new AbortController();
  return app.services.listen.messages(
    { gameID, room: 'spectators' },
    { after: null, reader: username },
    signal,
  );
};

describe('silencing somebody', () => {
  test('G-4 who is muted is not read, by nobody else and not the other way round', async () => {
    const { relation } = app.services;
    await relation.set('dave', 'CAROL', 'mute');
    expect(await relation.of('dave')).toEqual({ blocked: [], muted: ['Carol'] });
    await say('Carol', 'spectators', 'from Carol');
    await say('dave', 'spectators', 'from Dave');
    expect((await listen('dave').next()).value).toMatchObject({ text: 'from Dave', number: 2 });
    const others = listen('Carol');
    expect((await others.next()).value).toMatchObject({ text: 'from Carol' });
    expect((await others.next()).value).toMatchObject({ text: 'from Dave' });
  });

  test('G-4 of two of whom one has blocked the other neither reads the other', async () => {
    await app.services.relation.set('dave', 'Carol', 'block');
    await say('Carol', 'spectators', 'from Carol');
    await say('dave', 'spectators', 'from Dave');
    expect((await listen('dave').next()).value).toMatchObject({ text: 'from Dave' });
    const messages = listen('Carol');
    await messages.next();
    const next = messages.next();
    await app.services.relation.remove('dave', 'carol');
    await say('dave', 'spectators', 'again');
    expect((await next).value).toMatchObject({ text: 'again' });
  });

  test('G-4 it takes effect at once, where somebody listens', async () => {
    const messages = listen('Carol');
    const first = messages.next();
    await say('dave', 'spectators', 'one');
    await first;
    const next = messages.next();
    await app.services.relation.set('Carol', 'dave', 'mute');
    await say('dave', 'spectators', 'two');
    await app.services.relation.remove('Carol', 'dave');
    await say('dave', 'spectators', 'three');
    expect((await next).value).toMatchObject({ text: 'three' });
  });

  test('G-4 players of whom one has blocked the other don’t chat', async () => {
    await app.services.relation.set('alice', 'bob', 'block');
    for (const username of ['alice', 'bob']) {
      await expect(say(username, 'players', 'Hi')).rejects.toMatchObject({ code: 'blocked' });
    }
    await app.services.relation.set('alice', 'bob', 'mute');
    expect(await say('bob', 'players', 'Hi')).toBe(1);
  });

  test('G-4 oneself and people that there aren’t can’t be silenced', async () => {
    const { relation } = app.services;
    await expect(relation.set('alice', 'ALICE', 'block')).rejects.toMatchObject({
      code: 'bad_request',
    });
    await expect(relation.set('alice', 'nobody', 'mute')).rejects.toMatchObject({
      code: 'unknown_user',
    });
    await expect(relation.remove('alice', 'nobody')).rejects.toMatchObject({
      code: 'unknown_user',
    });
  });
});

describe('reporting', () => {
  const report = (reporter: string, number: number, room: ChatRoom = 'spectators') =>
    app.services.report.report(reporter, { gameID, room, number }, 'abuse');

  test('G-4 a message is reported by whoever can read it, once', async () => {
    const number = await say('Carol', 'spectators', 'rude');
    await report('dave', number);
    await report('dave', number);
    const rows = await db.database.sql('SELECT "reporter", "reported", "number" FROM "report"');
    expect(rows).toEqual([{ reporter: 'dave', reported: 'Carol', number }]);
    await expect(report('alice', number)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(report('Carol', number)).rejects.toMatchObject({ code: 'bad_request' });
    await expect(report('dave', 7)).rejects.toMatchObject({ code: 'bad_request', field: 'number' });
    await expect(report('dave', 1, 'players')).rejects.toMatchObject({ code: 'not_a_player' });
  });

  test('G-4 nobody reports more than 20 messages a day', async () => {
    for (let n = 0; n <= 20; n++) {
      db.nowMs += 10_000;
      const number = await say('Carol', 'spectators', `message ${n}`);
      if (n < 20) await report('dave', number);
      else
        await expect(report('dave', number)).rejects.toMatchObject({ code: 'too_many_requests' });
    }
  });
});
