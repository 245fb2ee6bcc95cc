import { expect, test } from 'vitest';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { makeSeatedGame, makeUsers, played, resigned } from '../games/games-at-hand.ts';

/** The behaviour of data access to leases of the engine. */
export function engineLeaseSuite(db: DatabaseFixture): void {
  test('a position is leased to one process at a time, until it is released, expires or the game continues', async () => {
    const { engineLeases } = db.dataAccess;
    await makeUsers(db, 'alice', 'bob');
    const gameID = await makeSeatedGame(db, 'alice', 'bob');
    const claim = (owner: string, nowMs: number, ply = 0) =>
      engineLeases.claim({ gameID, ply }, owner, nowMs, nowMs + 100);
    const racing = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((owner) => claim(owner, 0)));
    expect(racing.filter(Boolean)).toHaveLength(1);
    const winner = 'abcde'[racing.indexOf(true)] ?? '';
    expect(await claim('z', 99)).toBe(false);
    expect(await claim(winner, 99)).toBe(true);
    expect(await claim('z', 198)).toBe(false);
    expect(await claim('z', 199)).toBe(true);
    await engineLeases.release(gameID, winner);
    expect(await claim(winner, 200)).toBe(false);
    await engineLeases.release(gameID, 'z');
    expect(await claim(winner, 200, 1)).toBe(false);
    expect(await claim(winner, 200)).toBe(true);
    await played(db, gameID, 'e4 e5');
    expect(await claim(winner, 201)).toBe(false);
    expect(await claim(winner, 201, 2)).toBe(true);
    await resigned(db, gameID, 'bob');
    expect(await claim(winner, 202, 2)).toBe(false);
  });
}
