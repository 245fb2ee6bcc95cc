import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRookeryError } from '../../../contract/errors/index.ts';
import type { GameSetup } from '../../../contract/game/setup.ts';
import { initialFenOf } from '../../../rules/variants.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { clock } from '../../../testing/games/decided-game.ts';
import { makeUsers } from '../../../testing/games/games-at-hand.ts';
import { begin, readAgain } from '../../../testing/games/live-game.ts';
import { type TestServices, testServicesOn } from '../../../testing/games/services.ts';
import { onWire } from '../../../testing/server/buses.ts';

const db = databaseFixtureOn(sqliteStore());
const openBus = onWire();
/** Two servers that hear of each other: the players are at different ones. */
let here: TestServices;
let there: TestServices;
beforeEach(async () => {
  here = testServicesOn(db, {}, await openBus());
  there = testServicesOn(db, {}, await openBus());
  await makeUsers(db, 'alice', 'bob', 'carol');
});
afterEach(() => Promise.all([here, there].map(({ bus }) => bus.close())));

/** A game between alice, White, and bob, which bob has resigned. */
async function over(setup: Partial<GameSetup> = {}, gameName?: string): Promise<number> {
  const live = { ...here, games: here.liveGames, join: async () => {} };
  const whole = { timeControl: clock(180, 2), ...setup };
  const gameID = await begin(db, live, whole, ['alice', 'bob'], gameName);
  await end(gameID);
  return gameID;
}
/** Two moves, which every variant and every position of Chess960 allows, and bob resigns. */
async function end(gameID: number): Promise<void> {
  const { liveGames } = here;
  const { whiteUsername, blackUsername } = await liveGames.view(gameID);
  for (const [ply, uci] of ['e2e4', 'e7e5'].entries()) {
    const username = (ply ? blackUsername : whiteUsername) ?? '';
    await liveGames.execute(gameID, { type: 'move', username, ply, uci });
  }
  await liveGames.execute(gameID, { type: 'resign', username: 'bob' });
}
const offer = ({ services }: TestServices, username: string, gameID: number) =>
  services.rematch.offer(username, gameID);
/** Offers, and waits until both servers know. @returns the number of the event */
async function offered(app: TestServices, username: string, gameID: number): Promise<number> {
  const number = await offer(app, username, gameID);
  for (const { liveGames } of [here, there]) {
    await expect.poll(async () => (await liveGames.view(gameID)).lastEvent).toBe(number);
  }
  return number;
}
const accept = ({ services }: TestServices, username: string, gameID: number) =>
  services.rematch.accept(username, gameID);
/** What became of something: `done`, or the code of the refusal. */
const outcome = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: unknown) => (isRookeryError(error) ? error.code : Promise.reject(error)),
  );
const games = async () => (await db.database.sql('SELECT "gameID" FROM "gameData"')).length;

/** The one new game, in which both sit with colours swapped; everybody is told of it, once. */
async function expectOneRematch(gameID: number) {
  const { rematchID } = await readAgain(db, gameID);
  expect(await games()).toBe(2);
  const stored = await db.dataAccess.loadGame(gameID);
  const told = stored?.events.filter(({ body }) => body.type === 'rematched');
  expect(told?.map(({ body }) => body)).toEqual([{ type: 'rematched', gameID: rematchID }]);
  const seats = { whiteUsername: 'bob', blackUsername: 'alice' };
  expect(await readAgain(db, rematchID ?? 0)).toMatchObject({ ...seats, status: 'playing' });
}

describe('a rematch', () => {
  test('E-7 has the same settings, colours swapped', async () => {
    const settings = { timeControl: clock(300, 3), rated: true, visibility: 'link' } as const;
    const gameID = await over(settings);
    const before = await here.liveGames.view(gameID);
    const asked = await offered(here, 'alice', gameID);
    const number = await accept(there, 'bob', gameID);
    expect(number).toBe(asked + 1);
    await expectOneRematch(gameID);
    const { rematchID } = await readAgain(db, gameID);
    const next = await readAgain(db, rematchID ?? 0);
    expect(next).toMatchObject({ moves: [], gameName: before.gameName });
    expect(next.setup).toMatchObject({ ...settings, variant: 'standard', source: 'rematch' });
    expect(next.initialFen).toBe(before.initialFen);
    expect(next.clocks).toEqual({ whiteMs: 300_000, blackMs: 300_000 });
    // And so on: another one swaps the colours back.
    await end(next.gameID);
    await offered(there, 'bob', next.gameID);
    await accept(here, 'alice', next.gameID);
    const third = (await readAgain(db, next.gameID)).rematchID ?? 0;
    expect(await readAgain(db, third)).toMatchObject({ whiteUsername: 'alice' });
  });

  test.each([
    ['alice – bob', 'bob – alice'],
    ['Sunday game', 'Sunday game'],
  ])('E-7 of “%s” is called “%s”', async (gameName, expected) => {
    const gameID = await over({}, gameName);
    await offered(here, 'alice', gameID);
    await accept(here, 'bob', gameID);
    const { rematchID } = await here.liveGames.view(gameID);
    expect((await here.liveGames.view(rematchID ?? 0)).gameName).toBe(expected);
  });

  test('E-7 of a variant begins where the variant does, of Chess960 at a new position', async () => {
    const atomic = await over({ variant: 'atomic', timeControl: { type: 'unlimited' } });
    await offered(here, 'alice', atomic);
    expect(await outcome(accept(there, 'bob', atomic))).toBe('done');
    const next = await readAgain(db, (await readAgain(db, atomic)).rematchID ?? 0);
    expect(next.initialFen).toBe(initialFenOf('atomic'));

    let gameID = await over({ variant: 'chess960' });
    const positions = new Set<string>();
    for (let n = 0; n < 4; n++) {
      await offered(here, 'alice', gameID);
      await accept(there, 'bob', gameID);
      const { rematchID } = await readAgain(db, gameID);
      gameID = rematchID ?? 0;
      positions.add((await readAgain(db, gameID)).initialFen);
      await end(gameID);
    }
    // Of 960 positions; that all four are one is as good as impossible.
    expect(positions.size).toBeGreaterThan(1);
  });

  test('E-7 offered by both at once is agreed on, and made once', async () => {
    const gameID = await over();
    const asked = [offer(here, 'alice', gameID), offer(there, 'bob', gameID)];
    expect(await Promise.all(asked.map(outcome))).toEqual(['done', 'done']);
    await expectOneRematch(gameID);
  });

  test('E-7 offered by both at once at one server is agreed on, and made once', async () => {
    const gameID = await over();
    const asked = [offer(here, 'alice', gameID), offer(here, 'bob', gameID)];
    expect(await Promise.all(asked.map(outcome))).toEqual(['done', 'done']);
    await expectOneRematch(gameID);
  });

  test('E-7 accepted while it is offered anew, in several tabs, is made once', async () => {
    const gameID = await over();
    await offered(here, 'alice', gameID);
    const outcomes = await Promise.all(
      [
        accept(there, 'bob', gameID),
        offer(here, 'alice', gameID),
        offer(there, 'bob', gameID),
        accept(here, 'bob', gameID),
        offer(here, 'bob', gameID),
      ].map(outcome),
    );
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1);
    for (const one of outcomes) expect(['done', 'rematch_made', 'offer_open']).toContain(one);
    await expectOneRematch(gameID);
  });

  /** Another game of 3+2. */
  async function beginAnother(players: [string, string]): Promise<number> {
    const live = { ...here, games: here.liveGames, join: async () => {} };
    return begin(db, live, { timeControl: clock(180, 2) }, players);
  }

  test.each(['alice', 'bob'])('E-7 takes %s out of no other game with a clock', async (busy) => {
    const gameID = await over();
    await offered(here, 'alice', gameID);
    db.nowMs += 1000;
    const other = await beginAnother([busy, 'carol']);
    await expect(accept(there, 'bob', gameID)).rejects.toMatchObject({
      code: 'already_playing',
      message:
        busy === 'bob'
          ? 'You are already playing a game with a clock. Finish it first.'
          : 'alice is playing another game.',
    });
    expect(await games()).toBe(2);
    await here.liveGames.execute(other, { type: 'abort', username: 'carol' });
    // Who has played on since does not offer it any more; who was asked may still say yes.
    const late = await outcome(accept(there, 'bob', gameID));
    expect(late).toBe(busy === 'alice' ? 'no_rematch_offer' : 'done');
    if (busy === 'bob') return;
    expect(await readAgain(db, gameID)).toMatchObject({ rematchID: null, rematchOffer: null });
    await offered(there, 'bob', gameID);
    expect(await outcome(accept(here, 'alice', gameID))).toBe('done');
  });

  test('E-7 accepted where the offer has not been heard of is accepted all the same', async () => {
    const gameID = await over();
    await there.liveGames.view(gameID);
    const alone = testServicesOn(db);
    await alone.liveGames.view(gameID);
    await offer(here, 'alice', gameID);
    expect(await outcome(accept(alone, 'bob', gameID))).toBe('done');
    await expectOneRematch(gameID);
  });

  test('E-7 begins though the answer of the database that told of it was lost', async () => {
    const gameID = await over();
    await offered(here, 'alice', gameID);
    await there.liveGames.view(gameID);
    // As after a batch that was retried: what was written is refused the second time.
    const { dataAccess } = db;
    let isFirst = true;
    const deaf = testServicesOn({
      nowMs: db.nowMs,
      dataAccess: new Proxy(dataAccess, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== 'function') return value;
          const method = value.bind(target);
          if (name !== 'commitEvents') return method;
          return async (...commits: unknown[]) => {
            const answer: unknown = await method(...commits);
            if (!isFirst) return answer;
            isFirst = false;
            return new Set();
          };
        },
      }),
    });
    expect(await outcome(accept(deaf, 'bob', gameID))).toBe('done');
    await expectOneRematch(gameID);
  });

  test('E-7 over days is free of other games', async () => {
    const days = { type: 'correspondence', daysPerMove: 3 } as const;
    const gameID = await over({ timeControl: days });
    await offered(here, 'alice', gameID);
    db.nowMs += 1000;
    await beginAnother(['alice', 'carol']);
    expect(await outcome(accept(there, 'bob', gameID))).toBe('done');
  });

  test('E-7 keeps both from other games with a clock', async () => {
    const gameID = await over();
    await offered(here, 'alice', gameID);
    await accept(there, 'bob', gameID);
    const { rematchID } = await readAgain(db, gameID);
    for (const name of ['alice', 'bob']) {
      expect(await db.dataAccess.reservations.playing(name)).toBe(rematchID);
    }
  });

  test('E-7 accepted and declined at once is either, and nothing between', async () => {
    const gameID = await over();
    await offered(here, 'alice', gameID);
    const [accepted, declined] = await Promise.all([
      outcome(accept(there, 'bob', gameID)),
      outcome(here.services.ask.ask('bob', gameID, 'declineRematch')),
    ]);
    expect([accepted, declined].filter((one) => one === 'done')).toHaveLength(1);
    if (accepted === 'done') await expectOneRematch(gameID);
    else {
      expect(await readAgain(db, gameID)).toMatchObject({ rematchID: null, rematchOffer: null });
      expect(await games()).toBe(1);
    }
  });

  test('E-7 is refused to who did not play, to who offered, and without an offer', async () => {
    const gameID = await over();
    expect(await outcome(accept(here, 'bob', gameID))).toBe('no_rematch_offer');
    await offered(here, 'alice', gameID);
    expect(await outcome(accept(here, 'alice', gameID))).toBe('no_rematch_offer');
    expect(await outcome(accept(here, 'carol', gameID))).toBe('not_a_player');
    expect(await outcome(offer(here, 'carol', gameID))).toBe('not_a_player');
    expect(await games()).toBe(1);
  });
});
