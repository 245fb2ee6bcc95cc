import { expect } from 'vitest';
import { plainSetup } from '../../contract/game/setup.ts';
import { startRecord } from '../../rules/index.ts';
import type { PairedSeat, SeekPool } from '../../server/data-access/lobby/seeks.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { resigned } from './games-at-hand.ts';

const blitzPool: SeekPool = {
  variant: 'standard',
  timeControl: { type: 'clock', limitMs: 180_000, incrementMs: 2000 },
  rated: false,
};
const daysPool: SeekPool = {
  ...blitzPool,
  timeControl: { type: 'correspondence', daysPerMove: 2 },
};

/** Data access for starting games with a clock. */
export function pairingFixtureOn(db: DatabaseFixture) {
  const wait = async (username: string, pool = blitzPool) => {
    const seek = { username, pool, rating: 1500, range: null, sinceMs: db.nowMs };
    return db.dataAccess.seeks.wait(seek, db.nowMs);
  };
  const seekOf = async (username: string, pool = blitzPool) => {
    const seek = await wait(username, pool);
    if (!seek) throw new Error(`${username} plays already.`);
    return { seekID: seek.seekID, username, rating: null as PairedSeat['rating'] };
  };
  const makeGame = (pool = blitzPool) =>
    db.dataAccess.createGameID('a game', startRecord().initialFen, db.nowMs, {
      ...plainSetup,
      ...pool,
    });
  const pair = async (
    white: Awaited<ReturnType<typeof seekOf>>,
    black: typeof white,
    pool = blitzPool,
  ) => {
    const gameID = await makeGame(pool);
    const dueAtMs = db.nowMs + 25_000;
    const done = await db.dataAccess.seeks.pair(
      gameID,
      { white, black },
      { atMs: db.nowMs, dueAtMs },
    );
    return done ? gameID : null;
  };
  /** Ends a started game. */
  const ended = async (gameID: number, username: string) => {
    await resigned(db, gameID, username);
    expect(await db.dataAccess.getGame(gameID)).toMatchObject({ status: 'finished' });
  };
  const waiting = async () =>
    (await db.dataAccess.seeks.waiting(db.nowMs)).map(({ username }) => username).sort();
  return { daysPool, ended, makeGame, pair, seekOf, wait, waiting };
}
