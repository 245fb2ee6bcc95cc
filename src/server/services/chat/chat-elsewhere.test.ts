import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChatMessage, ChatRoom } from '../../../contract/chat/index.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { makeSeatedGame, makeUsers } from '../../../testing/games/games-at-hand.ts';
import { type TestServices, testServicesOn } from '../../../testing/games/services.ts';
import { onRedis } from '../../../testing/server/buses.ts';

/** Two servers over one database, which hear of each other by Redis. */
onRedis('chat over two processes', (open, redis) => {
  const db = databaseFixtureOn(sqliteStore());
  let here: TestServices;
  let there: TestServices;
  let gameID: number;
  let stop: AbortController;
  beforeEach(async () => {
    [here, there] = [testServicesOn(db, {}, await open()), testServicesOn(db, {}, await open())];
    await makeUsers(db, 'alice', 'bob', 'carol', 'dave', 'erin');
    gameID = await makeSeatedGame(db, 'alice', 'bob');
    stop = new AbortController();
  });
  afterEach(async () => {
    stop.abort();
    await Promise.all([here, there].map(({ bus }) => bus.close()));
  });

  /** Everything that somebody hears in a room from now on, once they are in. */
  async function listening({ services }: TestServices, username: string, room: ChatRoom) {
    const heard: ChatMessage[] = [];
    const messages = services.listen.messages(
      { gameID, room },
      { after: null, reader: username },
      stop.signal,
    );
    const follow = async () => {
      for await (const message of messages) heard.push(message);
    };
    follow().catch(() => {});
    const number = await say(here, room === 'players' ? 'alice' : 'dave', room, 'Hello');
    await expect.poll(() => heard.at(-1)?.number).toBe(number);
    const before = heard.length;
    return { texts: () => heard.slice(before).map(({ text }) => text), heard };
  }
  function say({ services }: TestServices, username: string, room: ChatRoom, text: string) {
    db.nowMs += 31_000; // no flood
    return services.say.say(username, gameID, room, text);
  }

  test('G-4 what is said at one is heard at the other, in order, none twice, none left out', async () => {
    const listeners = [
      await listening(here, 'carol', 'spectators'),
      await listening(there, 'carol', 'spectators'),
    ] as const;
    const rounds = [1, 2, 3];
    for (const n of rounds) {
      // Both at the same moment: whichever is written first, all hear them in that order.
      await Promise.all([
        say(here, 'dave', 'spectators', `here ${n}`),
        say(there, 'carol', 'spectators', `there ${n}`),
      ]);
    }
    const stored = await db.dataAccess.chat.last({ gameID, room: 'spectators' }, 100);
    expect(stored).toHaveLength(2 + 2 * rounds.length);
    for (const { heard } of listeners) await expect.poll(() => heard).toEqual(stored);
  });

  test('G-4 the players’ room stays theirs at every process', async () => {
    const bob = await listening(there, 'bob', 'players');
    const carol = await listening(there, 'carol', 'spectators');
    await say(here, 'alice', 'players', 'Good luck');
    await say(here, 'dave', 'spectators', 'Who wins?');
    await expect.poll(bob.texts).toEqual(['Good luck']);
    await expect.poll(carol.texts).toEqual(['Who wins?']);
  });

  test('G-4 whom one has silenced at one process is not heard at the other', async () => {
    const carol = await listening(there, 'carol', 'spectators');
    await say(here, 'dave', 'spectators', 'one');
    await expect.poll(carol.texts).toEqual(['one']);
    await here.services.relation.set('carol', 'dave', 'mute');
    await say(here, 'dave', 'spectators', 'two');
    await say(here, 'erin', 'spectators', 'between');
    await expect.poll(carol.texts).toEqual(['one', 'between']);
    await here.services.relation.remove('carol', 'dave');
    await say(here, 'dave', 'spectators', 'three');
    await expect.poll(carol.texts).toEqual(['one', 'between', 'three']);
  });

  test('F-8 G-5 what is said while Redis is away is heard when it is back', async () => {
    const carol = await listening(there, 'carol', 'spectators');
    await redis.stop();
    await expect.poll(() => there.bus.connected, { timeout: 30_000 }).toBe(false);
    await say(here, 'dave', 'spectators', 'lost?');
    expect(carol.texts()).toEqual([]);
    await redis.start();
    await expect.poll(carol.texts, { timeout: 30_000 }).toEqual(['lost?']);
    await say(here, 'dave', 'spectators', 'no');
    await expect.poll(carol.texts, { timeout: 30_000 }).toEqual(['lost?', 'no']);
  });
});
