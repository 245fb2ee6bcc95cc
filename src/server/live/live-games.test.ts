import { beforeEach, describe, expect, test } from 'vitest';
import type { PlayerAction } from '../../contract/game/actions.ts';
import type { GameEvent } from '../../contract/game/index.ts';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { onDisk } from '../../testing/databases/on-disk.ts';
import { makeGame, makeSeatedGame, makeUsers } from '../../testing/games/games-at-hand.ts';
import {
  attempt,
  type LiveFixture,
  liveFixtureOn,
  publishedBy,
  readAgain,
} from '../../testing/games/live-game.ts';

const db = databaseFixtureOn(sqliteStore());
let live: LiveFixture;
let gameID: number;
beforeEach(async () => {
  await makeUsers(db, 'alice', 'bob', 'carol');
  live = liveFixtureOn(db);
  gameID = await makeSeatedGame(db, 'alice', 'bob');
});

const move = (username: string, ply: number, uci: string) =>
  ({ type: 'move', username, ply, uci }) as const;
const resign = (username: string) => ({ type: 'resign', username }) as const;

describe('a command', () => {
  test('T-3 is published only when it is on disk', async () => {
    const disk = onDisk(db.database.url.slice('file:'.length));
    const seen: [published: number, onDisk: number | undefined][] = [];
    live.bus.subscribe(`game:${gameID}`, ({ number }) => {
      seen.push([number, disk.lastEvent(gameID)]);
    });
    await live.games.execute(gameID, move('alice', 0, 'f2f3'));
    await live.games.execute(gameID, move('bob', 1, 'e7e5'));
    await live.games.execute(gameID, move('alice', 2, 'g2g4'));
    await live.games.execute(gameID, move('bob', 3, 'd8h4'));
    disk.close();
    // The mating move and the end are one decision: both are on disk before either is published.
    expect(seen).toEqual([
      [3, 3],
      [4, 4],
      [5, 5],
      [6, 7],
      [7, 7],
    ]);
  });

  test('T-1 returns the events that are published', async () => {
    const published = publishedBy(live, gameID);
    db.nowMs += 1000;
    const first = await live.games.execute(gameID, move('alice', 0, 'e2e4'));
    expect(first).toEqual([
      {
        type: 'moved',
        color: 'white',
        ply: 1,
        uci: 'e2e4',
        san: 'e4',
        fen: 'rnbqkbnr/pppppppp/8/8/4P3/8/PPPP1PPP/RNBQKBNR b KQkq - 0 1',
        number: 3,
        atMs: db.nowMs,
      },
    ]);
    expect(published).toEqual(first);
  });

  test('T-2 when repeated, returns the first answer, even after the end of the game, and publishes nothing', async () => {
    const first = await live.games.execute(gameID, move('alice', 0, 'e2e4'));
    await live.games.execute(gameID, move('bob', 1, 'e7e5'));
    const published = publishedBy(live, gameID);
    db.nowMs += 60_000;
    expect(await live.games.execute(gameID, move('alice', 0, 'e2e4'))).toEqual(first);
    expect(await liveFixtureOn(db).games.execute(gameID, move('alice', 0, 'e2e4'))).toEqual(first);
    expect(published).toEqual([]);
    await live.games.execute(gameID, resign('bob'));
    expect(await live.games.execute(gameID, move('alice', 0, 'e2e4'))).toEqual(first);
    expect(await attempt(live, gameID, move('bob', 0, 'e2e4'))).toBe('game_over');
  });

  test('T-2 when repeated after a takeback, returns the first answer, also from another process, and is not played', async () => {
    const execute = (username: string, type: PlayerAction) =>
      live.games.execute(gameID, { type, username });
    const retried = { ...move('alice', 0, 'e2e4'), lastEvent: 2 };
    const first = await live.games.execute(gameID, retried);
    await execute('alice', 'offerTakeback');
    await execute('bob', 'acceptTakeback');
    const published = publishedBy(live, gameID);
    expect(await live.games.execute(gameID, retried)).toEqual(first);
    expect(await liveFixtureOn(db).games.execute(gameID, retried)).toEqual(first);
    expect(published).toEqual([]);
    expect(await readAgain(db, gameID)).toMatchObject({ moves: [], lastEvent: 5 });
    // Played again, it is another move; a retry of the first one still returns the first answer.
    const again = { ...move('alice', 0, 'e2e4'), lastEvent: 5 };
    const second = await live.games.execute(gameID, again);
    expect(second).toMatchObject([{ number: 6, ply: 1 }]);
    expect(await live.games.execute(gameID, retried)).toEqual(first);
    expect(await live.games.execute(gameID, again)).toEqual(second);
    expect(await live.games.execute(gameID, move('alice', 0, 'e2e4'))).toEqual(second);
  });

  test('T-2 when sent 20 times concurrently, is played once, and every sender gets the same answer', async () => {
    const published = publishedBy(live, gameID);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => live.games.execute(gameID, move('alice', 0, 'e2e4'))),
    );
    expect(published).toHaveLength(1);
    for (const answer of answers) expect(answer).toEqual(published);
  });

  test('E-8 of concurrent resignations by both players exactly one counts', async () => {
    const published = publishedBy(live, gameID);
    const results = await Promise.all([
      attempt(live, gameID, resign('alice')),
      attempt(live, gameID, resign('bob')),
    ]);
    expect(results.filter((result) => result === 'game_over')).toHaveLength(1);
    expect(published.map(({ type }) => type)).toEqual(['ended']);
    expect(await live.games.view(gameID)).toEqual(await readAgain(db, gameID));
  });

  test('when rejected, changes nothing', async () => {
    const before = await live.games.view(gameID);
    const published = publishedBy(live, gameID);
    expect(await attempt(live, gameID, move('alice', 0, 'e2e5'))).toBe('illegal_move');
    expect(await attempt(live, gameID, move('bob', 0, 'e7e5'))).toBe('not_your_turn');
    expect(await attempt(live, gameID, move('carol', 0, 'e2e4'))).toBe('not_a_player');
    expect(await attempt(live, gameID + 1, resign('alice'))).toBe('unknown_game');
    expect(published).toEqual([]);
    expect(await live.games.view(gameID)).toEqual(before);
    expect(await readAgain(db, gameID)).toEqual(before);
  });

  test('E-1 leaves the summary equal to the stored row', async () => {
    const moves = ['f2f3', 'e7e5', 'g2g4', 'd8h4'];
    for (const [ply, uci] of moves.entries()) {
      db.nowMs += 1000;
      await live.games.execute(gameID, move(ply % 2 ? 'bob' : 'alice', ply, uci));
      expect(await live.games.summary(gameID)).toEqual(await db.dataAccess.getGame(gameID));
    }
    expect(await live.games.summary(gameID)).toMatchObject({
      status: 'finished',
      ending: { reason: 'checkmate', winner: 'black' },
      changedAtMs: db.nowMs,
    });
  });
});

describe('seats', () => {
  test('R-JOIN-4 a taken seat is published with its number, and the player may move immediately', async () => {
    const open = await makeGame(db);
    const published = publishedBy(live, open);
    await live.join('alice', 'white', open);
    await live.games.execute(open, move('alice', 0, 'e2e4')); // W-7
    await live.join('bob', 'black', open);
    await live.games.execute(open, move('bob', 1, 'e7e5'));
    expect(published.map(({ number, type }) => [number, type])).toEqual([
      [1, 'seatTaken'],
      [2, 'moved'],
      [3, 'seatTaken'],
      [4, 'moved'],
    ]);
    expect(await live.games.view(open)).toEqual(await readAgain(db, open));
  });

  test('G-3 a seat that is published late does not revert the lobby', async () => {
    const open = await makeGame(db);
    await live.join('alice', 'white', open);
    await live.games.view(open);
    const statuses: string[] = [];
    live.bus.subscribe('games', ({ game }) => statuses.push(game.status));
    // Bob's seat is on disk, Alice resigns, and only then his seat is published.
    const taken = await db.dataAccess.addToGame('bob', 'black', open);
    await live.games.execute(open, resign('alice'));
    if (taken) await live.games.applyExternal(taken);
    expect(statuses.at(-1)).toBe('finished');
  });

  test('T-1 a seat that is published late reaches a subscriber in order', async () => {
    const open = await makeGame(db);
    await live.join('alice', 'white', open);
    const stop = new AbortController();
    const seen: GameEvent[] = [];
    const watching = (async () => {
      for await (const event of live.games.events(open, { after: 0, viewer: null }, stop.signal)) {
        seen.push(event);
        if (event.type === 'ended') break;
      }
    })();
    const taken = await db.dataAccess.addToGame('bob', 'black', open);
    await live.games.execute(open, move('alice', 0, 'e2e4'));
    if (taken) await live.games.applyExternal(taken);
    await live.games.execute(open, resign('bob'));
    await watching;
    expect(seen.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });
});
