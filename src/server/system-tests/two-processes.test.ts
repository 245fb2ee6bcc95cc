import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foldEvent } from '../../contract/game/fold.ts';
import type { GameEvent } from '../../contract/game/index.ts';
import { databaseFixtureOn, describeOn } from '../../testing/databases/database-fixture.ts';
import { postgresStore } from '../../testing/databases/databases.ts';
import { seatedGame, uciOf } from '../../testing/games/decided-game.ts';
import { makeSeatedGame, makeUsers } from '../../testing/games/games-at-hand.ts';
import {
  attempt,
  type LiveFixture,
  liveFixtureOn,
  readAgain,
} from '../../testing/games/live-game.ts';

const line = 'e4 e5 Nf3 Nc6 Bc4 Nd4 Nxe5 Qg5 Nxf7 Qxg2 Rf1 Qxe4+ Be2 Nf3#';

/** Two servers' live modules over one database; neither hears of what the other does. */
describeOn(postgresStore(), (store) => {
  const db = databaseFixtureOn(store);
  let processes: readonly [LiveFixture, LiveFixture];
  let other: Awaited<ReturnType<typeof db.database.open>>;
  let gameID: number;
  beforeEach(async () => {
    other = await db.database.open();
    processes = [
      liveFixtureOn(db),
      liveFixtureOn({ dataAccess: other.dataAccess, nowMs: db.nowMs }),
    ];
    await makeUsers(db, 'alice', 'bob');
    gameID = await makeSeatedGame(db, 'alice', 'bob');
  });
  afterEach(() => other.dataAccess.close());

  const move = (ply: number, uci: string) =>
    ({ type: 'move', username: ply % 2 ? 'bob' : 'alice', ply, uci }) as const;
  const isPlayed = (result: readonly GameEvent[] | string) => typeof result !== 'string';

  describe('two processes', () => {
    test('T-2 the same move through both is played once, and both give the same answer', async () => {
      for (const [ply, uci] of uciOf(seatedGame(), line).entries()) {
        const [first, second] = await Promise.all(
          processes.map((live) => attempt(live, gameID, move(ply, uci))),
        );
        expect(first).toSatisfy(isPlayed);
        // One hears of the end that the move was as well; the other of the move that it repeated.
        expect([first, second].map((events) => events?.[0])).toEqual([first?.[0], first?.[0]]);
      }
      const view = await readAgain(db, gameID);
      expect(view.moves.map(({ san }) => san).join(' ')).toBe(line);
      expect(view.ending).toEqual({ reason: 'checkmate', winner: 'black' });
      expect(view.lastEvent).toBe(2 + 14 + 1);
    });

    test('T-1 of two different moves through both exactly one is played, and none is lost', async () => {
      const alternatives = [
        ['e2e4', 'd2d4'],
        ['a7a6', 'h7h6'],
        ['b1c3', 'g1f3'],
        ['b8c6', 'g8f6'],
        ['h2h3', 'a2a3'],
        ['g7g6', 'b7b6'],
      ] as const;
      const acknowledged: GameEvent[] = [];
      for (const [ply, choices] of alternatives.entries()) {
        const results = await Promise.all(
          processes.map((live, n) => attempt(live, gameID, move(ply, choices[n] ?? ''))),
        );
        const played = results.filter(isPlayed);
        expect(played).toHaveLength(1);
        expect(results.filter((result) => result === 'stale_ply')).toHaveLength(1);
        acknowledged.push(...((played[0] ?? []) as readonly GameEvent[]));
      }
      const fresh = await readAgain(db, gameID);
      expect(fresh.moves.map(({ uci }) => uci)).toEqual(
        acknowledged.map((event) => (event.type === 'moved' ? event.uci : event.type)),
      );
      expect(acknowledged.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7, 8]);
      const before = { ...fresh, moves: [], lastEvent: 2, fen: fresh.initialFen };
      expect(acknowledged.reduce(foldEvent, before)).toEqual(fresh);
    });
  });
});
