import { beforeEach, describe, expect, test } from 'vitest';
import type { ChatMessage, ChatRoom } from '../../../contract/chat/index.ts';
import { plainSetup } from '../../../contract/game/setup.ts';
import { startRecord } from '../../../rules/index.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { makeGame, makeSeatedGame, makeUsers } from '../../../testing/games/games-at-hand.ts';
import { type TestServices, testServicesOn } from '../../../testing/games/services.ts';

const db = databaseFixtureOn(sqliteStore());
let app: TestServices;
let gameID: number;
beforeEach(async () => {
  app = testServicesOn(db);
  await makeUsers(db, 'alice', 'bob', 'carol', 'dave');
  gameID = await makeSeatedGame(db, 'alice', 'bob');
});

const say = (username: string, room: ChatRoom, text: string, game = gameID) =>
  app.services.say.say(username, game, room, text);
const resign = () => app.liveGames.execute(gameID, { type: 'resign', username: 'bob' });
const never = new AbortController().signal;
const listen = (username: string | null, room: ChatRoom, after: number | null = null) =>
  app.services.listen.messages({ gameID, room }, { after, reader: username }, never);

/** The next so many messages. */
async function take(messages: AsyncGenerator<ChatMessage, void>, count: number) {
  const texts: string[] = [];
  while (texts.length < count) texts.push((await messages.next()).value?.text ?? 'the end');
  return texts;
}

/** Whether somebody may read a room; if not, with what it is refused. */
async function reading(username: string | null, room: ChatRoom, game = gameID) {
  const stop = new AbortController();
  stop.abort();
  const messages = app.services.listen.messages(
    { gameID: game, room },
    { after: null, reader: username },
    stop.signal,
  );
  return messages.next().then(
    () => 'may',
    (error: { code: string }) => error.code,
  );
}

const saying = (...message: Parameters<typeof say>) =>
  say(...message).then(
    () => 'may',
    (error: { code: string }) => error.code,
  );

describe('a game’s rooms', () => {
  test('G-4 the players’ room is theirs alone, during the game and afterwards', async () => {
    for (const ended of [false, true]) {
      if (ended) await resign();
      expect(await saying('alice', 'players', `one ${ended}`)).toBe('may');
      expect(await saying('bob', 'players', `two ${ended}`)).toBe('may');
      expect(await saying('carol', 'players', 'three')).toBe('not_a_player');
      expect(await reading('alice', 'players')).toBe('may');
      expect(await reading('carol', 'players')).toBe('not_a_player');
      expect(await reading(null, 'players')).toBe('not_a_player');
    }
  });

  test('G-4 players neither read nor write among the spectators until the game is over', async () => {
    expect(await saying('carol', 'spectators', 'Knight takes!')).toBe('may');
    expect(await saying('alice', 'spectators', 'Tell me more')).toBe('forbidden');
    expect(await reading('alice', 'spectators')).toBe('forbidden');
    expect(await reading('carol', 'spectators')).toBe('may');
    expect(await reading(null, 'spectators')).toBe('may');
    await resign();
    expect(await reading('alice', 'spectators')).toBe('may');
    expect(await saying('alice', 'spectators', 'So that was it')).toBe('may');
  });

  test('G-4 the host of an open game counts as a player, and a seated player does', async () => {
    const host = { username: 'alice', color: 'random', rating: null } as const;
    const setup = { ...plainSetup, source: 'lobby', host } as const;
    const { initialFen } = startRecord();
    const open = await db.dataAccess.createGameID('open', initialFen, db.nowMs, setup);
    expect(await reading('alice', 'players', open)).toBe('may');
    expect(await reading('alice', 'spectators', open)).toBe('forbidden');
    const half = await makeGame(db);
    await db.dataAccess.addToGame('carol', 'white', half);
    expect(await reading('carol', 'spectators', half)).toBe('forbidden');
    expect(await reading('dave', 'spectators', half)).toBe('may');
  });

  test('G-4 a spectator who sits down hears no more from the spectators', async () => {
    gameID = await makeGame(db);
    const messages = listen('carol', 'spectators');
    await say('dave', 'spectators', 'before');
    expect(await take(messages, 1)).toEqual(['before']);
    await app.services.joinGame.joinGame(await db.dataAccess.createAuth('carol'), 'white', gameID);
    const next = messages.next();
    await say('dave', 'spectators', 'Play e4');
    await expect(next).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('G-4 there is no chat with the computer', async () => {
    const setup = { ...plainSetup, source: 'computer' } as const;
    const { initialFen } = startRecord();
    const game = await db.dataAccess.createGameID('it', initialFen, db.nowMs, setup);
    for (const room of ['players', 'spectators'] as const) {
      expect(await saying('alice', room, 'Hi', game)).toBe('no_chat');
      expect(await reading('alice', room, game)).toBe('no_chat');
    }
  });

  test('G-4 of a game that there isn’t nothing is said or read', async () => {
    expect(await saying('alice', 'players', 'Hi', gameID + 1)).toBe('unknown_game');
    expect(await reading('alice', 'players', gameID + 1)).toBe('unknown_game');
  });
});

describe('saying', () => {
  test('G-4 links are taken out, and what holds nothing is refused', async () => {
    await say('alice', 'players', 'see evil.com');
    expect(await take(listen('bob', 'players'), 1)).toEqual(['see [link removed]']);
    await expect(say('alice', 'players', '\u200B\u202E')).rejects.toMatchObject({
      code: 'bad_request',
      field: 'text',
    });
  });

  test('G-4 four messages in ten seconds, in all rooms together', async () => {
    const other = await makeSeatedGame(db, 'carol', 'dave');
    for (let n = 0; n < 4; n++) {
      await say('alice', n % 2 ? 'players' : 'spectators', `message ${n}`, n % 2 ? gameID : other);
      db.nowMs += 1000;
    }
    await expect(say('alice', 'players', 'one more')).rejects.toMatchObject({
      code: 'too_many_requests',
      field: 'text',
      retryAfterSeconds: 6,
    });
    expect(await saying('bob', 'players', 'I may')).toBe('may');
    db.nowMs += 5999;
    expect(await saying('alice', 'players', 'one more')).toBe('too_many_requests');
    db.nowMs += 1;
    expect(await saying('alice', 'players', 'one more')).toBe('may');
  });

  test('G-4 four messages, also when many are sent at the same moment', async () => {
    const sent = Array.from({ length: 20 }, (_, n) => saying('alice', 'players', `message ${n}`));
    const answers = await Promise.all(sent);
    expect(answers.filter((answer) => answer === 'may')).toHaveLength(4);
    expect(answers.filter((answer) => answer === 'too_many_requests')).toHaveLength(16);
  });

  test('G-4 the same again is refused for half a minute', async () => {
    await say('alice', 'players', 'Hi');
    db.nowMs += 20_000;
    await expect(say('alice', 'players', 'H\u200Bi')).rejects.toMatchObject({
      code: 'too_many_requests',
      retryAfterSeconds: 10,
    });
    db.nowMs += 10_000;
    expect(await saying('alice', 'players', 'Hi')).toBe('may');
  });
});

describe('listening', () => {
  test('G-5 somebody who was cut off goes on after the last message, nothing lost, nothing twice', async () => {
    const before = listen('bob', 'players');
    await say('alice', 'players', 'one');
    expect((await before.next()).value).toMatchObject({ number: 1, text: 'one' });
    const waiting = before.next();
    await say('bob', 'players', 'two');
    expect((await waiting).value).toMatchObject({ number: 2 });
    await before.return();
    await say('alice', 'players', 'three');
    const after = listen('bob', 'players', 2);
    expect((await after.next()).value).toMatchObject({ number: 3, text: 'three' });
    const live = take(after, 2);
    await say('alice', 'players', 'four');
    await say('bob', 'players', 'five');
    expect(await live).toEqual(['four', 'five']);
  });

  test('G-5 what is told out of order, twice or not at all is given in order, once', async () => {
    const messages = listen('bob', 'players');
    const first = messages.next();
    await say('alice', 'players', 'one');
    const one = (await first).value;
    const { chat } = db.dataAccess;
    const limit = { most: 99, sinceMs: 0, sameSinceMs: 0 };
    const write = async (text: string) =>
      chat.add({ gameID, room: 'players', username: 'alice', text, atMs: db.nowMs }, limit);
    const [two, three, four] = [await write('two'), await write('three'), await write('four')];
    for (const message of [three, two, one, three, four]) {
      if (message) app.bus.publish(`chat:${gameID}`, { room: 'players', message });
    }
    expect(await take(messages, 3)).toEqual(['two', 'three', 'four']);
    await write('five');
    const next = take(messages, 1);
    app.bus.publishHere('resync', 'a test');
    expect(await next).toEqual(['five']);
  });

  test('G-4 who comes new is given the last 200', async () => {
    const { chat } = db.dataAccess;
    const limit = { most: 999, sinceMs: 0, sameSinceMs: 0 };
    const message = { gameID, room: 'players', username: 'alice', atMs: 1 } as const;
    for (let n = 1; n <= 205; n++) await chat.add({ ...message, text: `${n}` }, limit);
    expect((await take(listen('bob', 'players'), 200)).at(0)).toBe('6');
    expect((await take(listen('bob', 'players', 2), 203)).at(0)).toBe('3');
  });

  test('R-CLEAR-1 is told that everything was removed', async () => {
    const messages = listen('bob', 'players');
    const waiting = messages.next();
    await app.services.clearApplication.clearApplication();
    await expect(waiting).rejects.toMatchObject({ code: 'unknown_game' });
  });

  test('G-4 ends quietly when it is aborted', async () => {
    const stop = new AbortController();
    const messages = app.services.listen.messages(
      { gameID, room: 'players' },
      { after: null, reader: 'bob' },
      stop.signal,
    );
    const waiting = messages.next();
    await app.liveGames.summary(gameID);
    stop.abort();
    expect((await waiting).done).toBe(true);
  });
});
