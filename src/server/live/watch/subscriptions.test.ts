import { beforeEach, describe, expect, test } from 'vitest';
import { foldEvent } from '../../../contract/game/fold.ts';
import type { GameEvent, Presence } from '../../../contract/game/index.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { makeSeatedGame, makeUsers } from '../../../testing/games/games-at-hand.ts';
import { type LiveFixture, liveFixtureOn } from '../../../testing/games/live-game.ts';

const db = databaseFixtureOn(sqliteStore());
let live: LiveFixture;
let gameID: number;
beforeEach(async () => {
  await makeUsers(db, 'alice', 'bob');
  live = liveFixtureOn(db);
  gameID = await makeSeatedGame(db, 'alice', 'bob');
});
const move = (ply: number, uci: string) =>
  live.games.execute(gameID, { type: 'move', username: ply % 2 ? 'bob' : 'alice', ply, uci });

describe('a subscription to a game', () => {
  test('T-1 resumes after the last seen event number, and rejects a number ahead of the game', async () => {
    await move(0, 'e2e4');
    const stop = new AbortController();
    const events = live.games.events(gameID, { after: 2, viewer: null }, stop.signal);
    expect((await events.next()).value).toMatchObject({ number: 3, type: 'moved' });
    const next = events.next();
    await move(1, 'e7e5');
    expect((await next).value).toMatchObject({ number: 4, san: 'e5' });
    stop.abort();
    expect((await events.next()).done).toBe(true);
    const ahead = live.games.events(
      gameID,
      { after: 5, viewer: null },
      new AbortController().signal,
    );
    await expect(ahead.next()).rejects.toMatchObject({
      code: 'bad_request',
      field: 'lastEventId',
    });
  });

  test('T-1 E-5 shows a takeback, both live and from the backlog', async () => {
    const start = await live.games.view(gameID);
    const stop = new AbortController();
    const from = (after: number) => live.games.events(gameID, { after, viewer: null }, stop.signal);
    const take = async (events: ReturnType<typeof from>, count: number) => {
      const taken: GameEvent[] = [];
      while (taken.length < count) {
        const { value } = await events.next();
        if (!value) throw new Error('The event stream has ended.');
        taken.push(value);
      }
      return taken;
    };
    const follower = from(start.lastEvent);
    const first = follower.next();
    for (const [ply, uci] of ['e2e4', 'e7e5', 'g1f3'].entries()) await move(ply, uci);
    await live.games.execute(gameID, { type: 'offerTakeback', username: 'alice' });
    await live.games.execute(gameID, { type: 'acceptTakeback', username: 'bob' });
    // Meanwhile a viewer reconnects who has seen the move that was taken back.
    const back = from(start.lastEvent + 3);
    const missed = await take(back, 2);
    expect(missed.map(({ type }) => type)).toEqual(['takebackOffered', 'takenBack']);
    for (const [index, uci] of ['d2d4', 'e5d4'].entries()) await move(index + 2, uci);

    const { value } = await first;
    const received = [...(value ? [value] : []), ...(await take(follower, 6))];
    expect(received.map(({ type }) => type)).toEqual([
      ...['moved', 'moved', 'moved', 'takebackOffered', 'takenBack', 'moved', 'moved'],
    ]);
    expect([...missed, ...(await take(back, 2))]).toEqual(received.slice(3));
    const fresh = await take(
      liveFixtureOn(db).games.events(gameID, { after: 2, viewer: null }, stop.signal),
      7,
    );
    expect(fresh).toEqual(received);
    const view = await live.games.view(gameID);
    expect(received.reduce(foldEvent, start)).toEqual(view);
    expect(view.moves.map(({ san }) => san)).toEqual(['e4', 'e5', 'd4', 'exd4']);
    stop.abort();
  });

  test('T-1 ends without an error when it is aborted while waiting', async () => {
    const stop = new AbortController();
    const events = live.games.events(gameID, { after: 2, viewer: null }, stop.signal);
    const waiting = events.next();
    await live.games.view(gameID);
    stop.abort();
    expect((await waiting).done).toBe(true);
  });

  test('R-CLEAR-1 fails with unknown_game when all games are removed', async () => {
    const signal = new AbortController().signal;
    const events = live.games.events(gameID, { after: 1, viewer: 'alice' }, signal);
    await events.next();
    const waiting = events.next();
    const presence = live.games.presence(gameID, signal);
    await presence.next();
    const change = presence.next();
    await db.dataAccess.clearAllData();
    live.games.forgetAll();
    live.bus.publish('sessions', { type: 'cleared' });
    await expect(waiting).rejects.toMatchObject({ code: 'unknown_game' });
    await expect(change).rejects.toMatchObject({ code: 'unknown_game' });
    await expect(live.games.view(gameID)).rejects.toMatchObject({ code: 'unknown_game' });
  });

  test('to an unknown game is rejected', async () => {
    const { signal } = new AbortController();
    await expect(
      live.games.events(gameID + 1, { after: 0, viewer: null }, signal).next(),
    ).rejects.toMatchObject({
      code: 'unknown_game',
    });
    await expect(live.games.presence(gameID + 1, signal).next()).rejects.toMatchObject({
      code: 'unknown_game',
    });
  });

  test('G-4 counts its viewer as present until it ends', async () => {
    const received: Presence[] = [];
    live.bus.subscribe(`presence:${gameID}`, (presence) => received.push(presence));
    const stop = new AbortController();
    const mine = live.games.events(gameID, { after: 0, viewer: 'alice' }, stop.signal);
    const other = live.games.events(gameID, { after: 0, viewer: null }, stop.signal);
    await mine.next();
    await other.next();
    expect(received.at(-1)).toMatchObject({ white: true, black: false, spectators: 1 });
    await other.return();
    expect(received.at(-1)).toMatchObject({ white: true, black: false, spectators: 0 });
    await mine.return();
    expect(received.at(-1)).toMatchObject({ white: false, black: false, spectators: 0 });
    const now = live.games.presence(gameID, stop.signal);
    expect((await now.next()).value).toMatchObject({ white: false, black: false, spectators: 0 });
  });

  test('an unwatched game is removed from memory and read again when needed', async () => {
    await move(0, 'e2e4');
    const before = await live.games.view(gameID);
    db.nowMs += 1000;
    live.games.forgetIdle(500);
    expect(await live.games.view(gameID)).toEqual(before);
    await move(1, 'e7e5');
    expect((await live.games.view(gameID)).moves).toHaveLength(2);
  });
});
