import { beforeEach, describe, expect, test } from 'vitest';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { type LossyLine, lossyLine } from '../../testing/faults/lossy-line.ts';
import { makeGame, makeSeatedGame, makeUsers } from '../../testing/games/games-at-hand.ts';
import {
  attempt,
  type LiveFixture,
  liveFixtureOn,
  publishedBy,
  readAgain,
} from '../../testing/games/live-game.ts';
import { JoinGameService } from '../services/game/join-game-service.ts';
import { GameStarter } from '../services/game/start-game.ts';
import { SeatRatings } from '../services/rating/seat-ratings.ts';

const db = databaseFixtureOn(sqliteStore());
let line: LossyLine;
let live: LiveFixture;
let gameID: number;
beforeEach(async () => {
  await makeUsers(db, 'alice', 'bob');
  gameID = await makeSeatedGame(db, 'alice', 'bob');
  line = lossyLine(db.dataAccess);
  live = liveFixtureOn({ dataAccess: line.dataAccess, nowMs: db.nowMs });
  await live.games.view(gameID);
});
const e4 = { type: 'move', username: 'alice', ply: 0, uci: 'e2e4' } as const;
const e5 = { type: 'move', username: 'bob', ply: 1, uci: 'e7e5' } as const;

describe('a move that was written, though the answer of the database was lost', () => {
  beforeEach(async () => {
    line.cut = true;
  });

  test('T-2 is answered when it is repeated, and is told to everyone then, once', async () => {
    const published = publishedBy(live, gameID);
    expect(await attempt(live, gameID, e4)).toBe('unavailable');
    line.cut = false;
    expect(published).toEqual([]);
    const answer = await live.games.execute(gameID, e4);
    expect(answer).toMatchObject([{ type: 'moved', ply: 1, san: 'e4', number: 3 }]);
    expect(published).toEqual(answer);
    await live.games.execute(gameID, e5);
    expect(published.map(({ number }) => number)).toEqual([3, 4]);
  });

  test('T-1 is told when anybody looks at the game', async () => {
    const published = publishedBy(live, gameID);
    const lobby: number[] = [];
    live.bus.subscribe('games', ({ game }) => lobby.push(game.ply));
    expect(await attempt(live, gameID, e4)).toBe('unavailable');
    line.cut = false;
    expect(await live.games.view(gameID)).toEqual(await readAgain(db, gameID));
    expect(published.map(({ number }) => number)).toEqual([3]);
    expect(lobby).toEqual([1]);
  });

  test('T-1 is told once however often its answer is lost', async () => {
    const published = publishedBy(live, gameID);
    expect(await attempt(live, gameID, e4)).toBe('unavailable');
    expect(await attempt(live, gameID, e5)).toBe('unavailable');
    expect(published.map(({ number }) => number)).toEqual([3]);
    line.cut = false;
    expect((await live.games.view(gameID)).lastEvent).toBe(4);
    expect(published.map(({ number }) => number)).toEqual([3, 4]);
  });
});

test('R-JOIN-4 a seat that was taken, though the answer was lost, is told, and can be played', async () => {
  const open = await makeGame(db);
  await live.join('alice', 'white', open);
  await live.games.view(open);
  const published = publishedBy(live, open);
  const { dataAccess } = line;
  const ratings = new SeatRatings(dataAccess);
  const now = () => db.nowMs;
  const starter = new GameStarter({ dataAccess, liveGames: live.games, ratings, now });
  const service = new JoinGameService(dataAccess, ratings, starter);
  const token = await db.dataAccess.createAuth('bob');
  line.cut = true;
  await expect(service.joinGame(token, 'black', open)).rejects.toMatchObject({
    code: 'unavailable',
  });
  line.cut = false;
  await service.joinGame(token, 'black', open); // R-JOIN-3: already theirs
  expect(await live.games.view(open)).toMatchObject({ blackUsername: 'bob', status: 'playing' });
  expect(published.map(({ number, type }) => [number, type])).toEqual([[2, 'seatTaken']]);
  expect(await live.games.execute(open, { type: 'resign', username: 'bob' })).toHaveLength(1);
});
