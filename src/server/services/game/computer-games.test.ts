import { beforeEach, describe, expect, test } from 'vitest';
import { COMPUTER_VARIANTS, computerName, computerNames } from '../../../contract/game/computer.ts';
import type { ComputerAvailability } from '../../../contract/game/computer-availability.ts';
import { gameCreation } from '../../../contract/game/setup.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { makeUsers } from '../../../testing/games/games-at-hand.ts';
import { type TestServices, testServicesOn } from '../../../testing/games/services.ts';
import { SeatRatings } from '../rating/seat-ratings.ts';
import { ComputerGameService } from './computer-game-service.ts';
import { GameStarter } from './start-game.ts';

const db = databaseFixtureOn(sqliteStore());
let app: TestServices;
beforeEach(async () => {
  app = testServicesOn(db);
  await makeUsers(db, 'ann');
  for (const name of computerNames) await db.dataAccess.createUser(name, '', '');
});

const play = (request: object, { services } = app) => {
  const { setup } = gameCreation.parse({ setup: request });
  if (!setup) throw new Error('It is there.');
  return services.computerGame.play('ann', undefined, setup, 3);
};
const games = () => db.database.sql('SELECT "gameID" FROM "gameData"');

describe('a game against the computer', () => {
  test('has begun when it is made, each on the seat that was request', async () => {
    for (const color of ['white', 'black'] as const) {
      const view = await app.liveGames.view(await play({ color }));
      const seats = { [`${color}Username`]: 'ann', status: 'playing', gameName: 'ann’s game' };
      expect(view).toMatchObject(seats);
      expect([view.whiteUsername, view.blackUsername]).toContain(computerName(3));
    }
  });

  const clock = { type: 'clock', limitMs: 180_000, incrementMs: 0 };
  test.each([
    ['setup.rated', { rated: true, timeControl: clock }],
    ['setup.rated', { rated: true }],
    ['setup.initialFen', { initialFen: 'no position' }],
    ['setup.initialFen', { initialFen: '8/8/8/8/8/8/8/8 w - - 0 1' }],
  ])('is refused for its %s: %j', async (field, request) => {
    await expect(play(request)).rejects.toMatchObject({ code: 'bad_request', field });
    expect(await games()).toEqual([]);
  });

  test('G-1 with a clock it is the only one of its player, the computer plays several', async () => {
    await makeUsers(db, 'ben');
    const first = await play({ timeControl: clock });
    await expect(play({ timeControl: clock })).rejects.toMatchObject({ code: 'already_playing' });
    expect(await games()).toHaveLength(1);
    await play({});
    const { reservations } = db.dataAccess;
    expect(await reservations.reserve(first + 9, ['ben', 'ann'], db.nowMs)).toBe(false);
    const { setup } = gameCreation.parse({ setup: { timeControl: clock } });
    if (!setup) throw new Error('It is there.');
    const other = await app.services.computerGame.play('ben', undefined, setup, 3);
    expect((await app.liveGames.view(other)).status).toBe('playing');
  });

  test('is begun in every variant', async () => {
    for (const variant of COMPUTER_VARIANTS) {
      const view = await app.liveGames.view(await play({ variant }));
      expect(view, variant).toMatchObject({ status: 'playing', setup: { variant } });
    }
  });

  /** The services of a server with another engine. */
  function houseWith(state: ComputerAvailability) {
    const { liveGames } = app;
    const { dataAccess } = db;
    const ratings = new SeatRatings(dataAccess);
    const now = () => db.nowMs;
    const computerGame = new ComputerGameService({
      engine: { availability: async () => state },
      starter: new GameStarter({ dataAccess, liveGames, ratings, now }),
    });
    return { ...app, services: { ...app.services, computerGame } };
  }

  test('is refused, with the variants that there are, where the engine lacks the request one', async () => {
    const other = houseWith({ available: true, variants: ['standard', 'chess960'] });
    await expect(play({ variant: 'atomic' }, other)).rejects.toMatchObject({
      code: 'variant_unavailable',
      field: 'setup.variant',
      message: expect.stringContaining('plays Standard, Chess960'),
    });
    expect(await games()).toEqual([]);
    expect(await play({ variant: 'chess960' }, other)).toBeGreaterThan(0);
  });

  test('is refused, with the reason, where there is no engine', async () => {
    const state = { available: false, reason: 'none' } as const;
    const other = houseWith(state);
    expect(await other.services.computerGame.availability()).toEqual(state);
    await expect(play({}, other)).rejects.toMatchObject({
      code: 'no_engine',
      message: 'No chess engine is installed on this server.',
    });
    expect(await games()).toEqual([]);
  });
});
