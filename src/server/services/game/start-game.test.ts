import { beforeEach, describe, expect, test } from 'vitest';
import { RookeryError } from '../../../contract/errors/index.ts';
import { computerName } from '../../../contract/game/computer.ts';
import { gameCreation, plainSetup } from '../../../contract/game/setup.ts';
import { startRecord } from '../../../rules/index.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { type LossyLine, lossyLine } from '../../../testing/faults/lossy-line.ts';
import { makeUsers } from '../../../testing/games/games-at-hand.ts';
import { readAgain } from '../../../testing/games/live-game.ts';
import { blitz } from '../../../testing/games/meeting.ts';
import { type TestServices, testServicesOn } from '../../../testing/games/services.ts';
import { SeatRatings } from '../rating/seat-ratings.ts';
import { type Claim, GameStarter } from './start-game.ts';

const db = databaseFixtureOn(sqliteStore());
let line: LossyLine;
let app: TestServices;
/** The games that the lobby has heard of as being played. */
let started: Set<number>;
beforeEach(async () => {
  line = lossyLine(db.dataAccess);
  app = testServicesOn({ dataAccess: line.dataAccess, nowMs: db.nowMs });
  started = new Set();
  app.bus.subscribe('games', ({ game }) => {
    if (game.status === 'playing') started.add(game.gameID);
  });
  await makeUsers(db, 'alice', 'bob', 'carol', computerName(3));
});

const setupOf = (wanted: object = {}) => {
  const { setup } = gameCreation.parse({ setup: { timeControl: blitz, ...wanted } });
  if (!setup) throw new Error('It is there.');
  return setup;
};
const host = (username: string, wanted?: object) =>
  app.services.createGame.hostGame(username, undefined, setupOf(wanted));
const accept = async (username: string, gameID: number) =>
  app.services.joinGame.joinGame(await db.dataAccess.createAuth(username), null, gameID);
const games = async () => (await db.database.sql('SELECT "gameID" FROM "gameData"')).length;
const isFree = async (username: string) => {
  const other = await host('carol');
  return db.dataAccess.reservations.reserve(other, [username], db.nowMs);
};
/** A finished game of alice, White, and bob, after which alice offers a rematch. */
async function rematchOffered(): Promise<number> {
  const gameID = await host('alice', { color: 'white' });
  await accept('bob', gameID);
  const move = (username: string, ply: number, uci: string) =>
    app.liveGames.execute(gameID, { type: 'move', username, ply, uci });
  await move('alice', 0, 'e2e4');
  await move('bob', 1, 'e7e5');
  await app.liveGames.execute(gameID, { type: 'resign', username: 'bob' });
  await app.services.rematch.offer('alice', gameID);
  return gameID;
}

describe('a game that started, though the answers of the database were lost', () => {
  test('G-1 an open game is accepted, announced, and takes back what its players offered', async () => {
    const [gameID, offered] = [await host('alice'), await host('bob')];
    line.cut = true;
    await accept('bob', gameID);
    expect(started).toEqual(new Set([gameID]));
    line.cut = false;
    expect(await readAgain(db, gameID)).toMatchObject({ status: 'playing' });
    expect(await readAgain(db, offered)).toMatchObject({ ending: { reason: 'aborted' } });
  });

  test('E-7 a rematch is made once', async () => {
    const gameID = await rematchOffered();
    line.cut = true;
    const number = await app.services.rematch.accept('bob', gameID);
    const { rematchID, lastEvent } = await readAgain(db, gameID);
    expect(number).toBe(lastEvent);
    expect(await readAgain(db, rematchID ?? 0)).toMatchObject({ status: 'playing' });
    expect(started).toContain(rematchID);
    expect(await games()).toBe(2);
  });

  test('G-1 a game against the computer is made once', async () => {
    line.cut = true;
    const gameID = await app.services.computerGame.play('alice', undefined, setupOf(), 3);
    expect(await readAgain(db, gameID)).toMatchObject({ status: 'playing' });
    expect(started).toEqual(new Set([gameID]));
    expect(await games()).toBe(1);
  });

  test('G-1 both who seek are led to their game', async () => {
    line.cut = true;
    const wanted = { variant: 'standard', timeControl: blitz, rated: false } as const;
    const { signal } = new AbortController();
    const [one, other] = ['alice', 'bob'].map((username) =>
      app.services.pairing.seek(username, { ...wanted, ratingRange: null }, signal),
    );
    await one?.next();
    await other?.next();
    const paired = await one?.next();
    expect(paired?.value).toMatchObject({ type: 'paired' });
    expect(await other?.next()).toEqual(paired);
    expect(started).toEqual(new Set([paired?.value?.gameID]));
  });
});

describe('a game that did not start', () => {
  test('G-1 leaves nothing when the database can’t be written to', async () => {
    line.down = true;
    const asked = app.services.computerGame.play('alice', undefined, setupOf(), 3);
    await expect(asked).rejects.toMatchObject({ code: 'unavailable' });
    expect(await games()).toBe(0);
    line.down = false;
    expect(await isFree('alice')).toBe(true);
  });

  test('E-7 leaves the finished game, and the offer, as they were', async () => {
    const gameID = await rematchOffered();
    line.down = true;
    const asked = app.services.rematch.accept('bob', gameID);
    await expect(asked).rejects.toMatchObject({ code: 'unavailable' });
    line.down = false;
    expect(await readAgain(db, gameID)).toMatchObject({ rematchID: null, rematchOffer: 'white' });
  });

  test.each([
    ['refused', new RookeryError('rematch_made'), 0, true],
    ['not answered', new RookeryError('unavailable'), 1, false],
  ])('whose claim is %s is kept only if something may name it', async (_, error, left, free) => {
    const { dataAccess } = db;
    const { liveGames } = app;
    const ratings = new SeatRatings(dataAccess);
    const starter = new GameStarter({ dataAccess, liveGames, ratings, now: () => db.nowMs });
    const claim: Claim = {
      write: () => Promise.reject(error),
      isWritten: async () => false,
      repeated: 'rematch_made',
    };
    const { initialFen } = startRecord();
    const setup = { ...plainSetup, timeControl: blitz };
    const game = { gameName: 'next', initialFen, setup, white: 'alice', black: 'bob' };
    await expect(starter.start(game, 'bob', claim)).rejects.toBe(error);
    expect(await games()).toBe(left);
    expect(await isFree('alice')).toBe(free);
    db.nowMs += 61_000;
    expect(await isFree('alice')).toBe(true);
  });
});
