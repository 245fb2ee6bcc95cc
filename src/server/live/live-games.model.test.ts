import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { startRecord } from '../../rules/index.ts';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { clock } from '../../testing/games/decided-game.ts';
import { makeUsers } from '../../testing/games/games-at-hand.ts';
import { steps } from '../../testing/model/commands.ts';
import { GameModel } from '../../testing/model/game-model.ts';
import { RealGame } from '../../testing/model/real-game.ts';

/** The number of sequences; `npm run nightly` sets more. */
const SEQUENCES = Number(process.env.ROOKERY_SEQUENCES ?? 300);
/** The maximum length of a sequence. */
const STEPS = process.env.ROOKERY_SEQUENCES === undefined ? 12 : 40;
/** To repeat a failed run, set the seed that it printed. */
const SEED = Number(process.env.ROOKERY_SEED ?? Math.floor(Math.random() * 2 ** 31));

const db = databaseFixtureOn(sqliteStore());
beforeEach(async () => {
  for (const table of ['heartbeat', 'downtime']) await db.database.sql(`DELETE FROM "${table}"`);
  await makeUsers(db, 'alice', 'bob', 'carol');
});

const settings = fc.record({
  timeControl: fc.constantFrom(
    clock(180, 2),
    clock(180, 2),
    { type: 'correspondence' as const, daysPerMove: 1 as const },
    { type: 'unlimited' as const },
  ),
  rated: fc.boolean(),
  fen: fc.constantFrom(
    startRecord().initialFen,
    // Close to an ending: mate, stalemate, bare kings, a promotion, the fifty-move rule.
    '7k/8/5K2/8/8/8/8/6Q1 w - - 0 1',
    '8/8/8/4k3/8/4n3/4K3/2B5 w - - 0 1',
    '4k3/P7/8/8/8/8/7p/4K3 b - - 0 1',
    'r3k3/8/8/8/8/8/8/4K2R w - - 96 80',
  ),
});

test(
  'E-8 C-10 T-1 games behave like an independent model under random commands',
  async () => {
    console.log(`ROOKERY_SEED=${SEED} (${SEQUENCES} sequences)`);
    await fc.assert(
      fc.asyncProperty(settings, steps(STEPS), async ({ timeControl, rated, fen }, commands) => {
        const isRated = rated && timeControl.type !== 'unlimited';
        db.nowMs += 60_000;
        // Stops the clocks of the previous game.
        await db.database.sql(
          `UPDATE "gameData" SET "status" = 'finished' WHERE "status" = 'playing'`,
        );
        const real = await RealGame.begin(db, timeControl, isRated, fen);
        const model = new GameModel(timeControl, isRated, fen, db.nowMs, db.nowMs);
        await fc.asyncModelRun(() => ({ model, real }), commands);
        expect(db.nowMs).toBe(model.nowMs);
        await real.expectWhole();
      }),
      { numRuns: SEQUENCES, seed: SEED },
    );
  },
  SEQUENCES * 1000,
);
