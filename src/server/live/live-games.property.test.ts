import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { foldEvent } from '../../contract/game/fold.ts';
import type { GameEvent, GameView } from '../../contract/game/index.ts';
import { fenOf, replay } from '../../rules/index.ts';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { makeGame, makeUsers } from '../../testing/games/games-at-hand.ts';
import {
  type LiveFixture,
  liveFixtureOn,
  publishedBy,
  readAgain,
} from '../../testing/games/live-game.ts';
import { carryOut, rounds } from '../../testing/games/random-play.ts';

const db = databaseFixtureOn(sqliteStore());
beforeEach(() => makeUsers(db, 'alice', 'bob', 'carol'));

const upTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1);
const foldAll = (view: GameView, events: readonly GameEvent[]) => events.reduce(foldEvent, view);

/** A new game with empty seats, in a new process. */
async function newGame(): Promise<{ live: LiveFixture; gameID: number; empty: GameView }> {
  const live = liveFixtureOn(db);
  const gameID = await makeGame(db);
  const empty = await live.games.view(gameID);
  return { live, gameID, empty };
}

/**
 * Watches a game from event `after + 1` to its end, cut off after each of `cuts` events and resumed from there.
 * @returns the numbers seen, in the order in which they came
 */
async function follow(live: LiveFixture, gameID: number, after: number, cuts: readonly number[]) {
  const seen: GameEvent[] = [];
  for (const take of [...cuts, Number.POSITIVE_INFINITY]) {
    const stop = new AbortController();
    const from = seen.at(-1)?.number ?? after;
    let taken = 0;
    for await (const event of live.games.events(
      gameID,
      { after: from, viewer: null },
      stop.signal,
    )) {
      seen.push(event);
      if (event.type === 'ended') return seen;
      // Odd cuts end the iteration from inside, even ones abort it from outside.
      if (++taken === take) {
        if (take % 2) break;
        stop.abort();
      }
    }
  }
  return seen;
}

describe('any sequence of concurrent commands', () => {
  test('T-1 gives one game, of which a subscriber who disconnects and resumes receives each event once, in order', async () => {
    const follower = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        rounds,
        fc.array(follower, { minLength: 1, maxLength: 4 }),
        fc.nat({ max: 40 }),
        async (tries, followers, slowRound) => {
          const { live, gameID, empty } = await newGame();
          const published = publishedBy(live, gameID);
          await live.join('alice', 'white', gameID);
          const watching = followers.map((cuts) => follow(live, gameID, 0, cuts));
          for (const [n, round] of tries.entries()) {
            db.nowMs += 1000;
            if (n === slowRound) {
              const { lastEvent } = await live.games.view(gameID);
              watching.push(follow(live, gameID, Math.floor(lastEvent / 2), [3, 2, 1]));
            }
            await Promise.all(round.map((one) => carryOut(live, gameID, one)));
          }
          // Ends the game if it is still running, and with it the subscriptions.
          await live.games
            .execute(gameID, { type: 'resign', username: 'alice' })
            .catch((error) => expect(error).toMatchObject({ code: 'game_over' }));
          const view = await live.games.view(gameID);
          for (const seen of await Promise.all(watching)) {
            const first = seen[0]?.number ?? 0;
            expect(seen.map(({ number }) => number)).toEqual(upTo(view.lastEvent).slice(first - 1));
            if (first === 1) expect(foldAll(empty, seen)).toEqual(view);
          }
          // A subscriber after the end receives the same events, and another process loads the same game.
          expect(foldAll(empty, await follow(live, gameID, 0, []))).toEqual(view);
          expect(published.toSorted((a, b) => a.number - b.number)).toEqual(
            await follow(live, gameID, 0, []),
          );
          expect(await readAgain(db, gameID)).toEqual(view);
          expect(await live.games.summary(gameID)).toEqual(await db.dataAccess.getGame(gameID));
          const record = replay(view.initialFen, view.moves);
          expect(record.moves).toEqual(view.moves);
          expect(fenOf(record)).toBe(view.fen);
        },
      ),
      { numRuns: 15 },
    );
  });
});
