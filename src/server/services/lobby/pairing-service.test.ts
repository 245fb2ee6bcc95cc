import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../contract/game/time.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { readAgain } from '../../../testing/games/live-game.ts';
import { blitz, pairingOn } from '../../../testing/games/meeting.ts';
import { testServicesOn } from '../../../testing/games/services.ts';

const db = databaseFixtureOn(sqliteStore());
const meeting = pairingOn(db);
const { host, seek, waiting } = meeting;
const days = { type: 'correspondence', daysPerMove: 3 } as const;

describe('quick pairing', () => {
  test('G-1 two who seek the same are told of one game, in which both sit', async () => {
    const [alice, bob] = [seek('alice'), seek('bob')];
    expect(await alice.next()).toMatchObject({ type: 'waiting', rating: 1500 });
    await bob.next();
    const told = await alice.next();
    expect(told).toMatchObject({ type: 'paired' });
    expect(await bob.next()).toEqual(told);
    const { gameID } = told as { gameID: number };
    const view = await meeting.app.liveGames.view(gameID);
    expect([view.whiteUsername, view.blackUsername].sort()).toEqual(['alice', 'bob']);
    expect(view).toMatchObject({ status: 'playing', setup: { source: 'pairing', host: null } });
    // The subscriptions end with it.
    expect(await alice.next()).toBeUndefined();
    expect(await waiting()).toEqual([]);
  });

  test('C-7 a game made by pairing is aborted if the first move isn’t made in time', async () => {
    const [alice, bob] = [seek('alice'), seek('bob')];
    await Promise.all([alice.next(), bob.next()]);
    const { gameID } = (await alice.next()) as { gameID: number };
    const began = db.nowMs;
    expect((await meeting.app.liveGames.sync(gameID)).dueAtMs).toBe(began + 25_000);
    db.nowMs += 25_000;
    await meeting.app.liveGames.execute(gameID, { type: 'expire' });
    expect(await meeting.app.liveGames.view(gameID)).toMatchObject({
      ending: { reason: 'aborted' },
    });
  });

  test.each([
    ['C-7 within its first move’s time', blitz, 25_000, 'aborted'],
    ['C-9 within its days', days, 3 * DAY_MS, 'timeout'],
  ])('%s a paired game ends, also if its process has gone', async (_, timeControl, ms, reason) => {
    const [alice, bob] = [seek('alice', { timeControl }), seek('bob', { timeControl })];
    await Promise.all([alice.next(), bob.next()]);
    const { gameID } = (await alice.next()) as { gameID: number };
    // Another process, which has heard of nothing.
    const { liveGames } = testServicesOn(db);
    db.nowMs += ms - 1;
    await db.dataAccess.heartbeat.beat(db.nowMs);
    await liveGames.time.begin();
    await liveGames.time.look();
    expect((await liveGames.view(gameID)).status).toBe('playing');
    db.nowMs += 1;
    await liveGames.time.look();
    expect(await readAgain(db, gameID)).toMatchObject({ ending: { reason } });
    await liveGames.time.end();
  });

  test('G-1 a seek ends with its connection', async () => {
    const alice = seek('alice');
    await alice.next();
    expect(await waiting()).toEqual(['alice']);
    await alice.stop();
    expect(await waiting()).toEqual([]);
  });

  test('G-1 the same user in another tab takes the place of the first', async () => {
    const first = seek('alice');
    await first.next();
    const second = seek('alice', { timeControl: { ...blitz, incrementMs: 0 } });
    await second.next();
    expect(await first.next()).toEqual({ type: 'replaced' });
    await first.stop();
    expect(await waiting()).toEqual(['alice']);
    await second.stop();
  });

  test('G-1 who plays is not paired again, and who comes back at once is led to the game', async () => {
    const [alice, bob] = [seek('alice'), seek('bob')];
    await Promise.all([alice.next(), bob.next()]);
    const told = await alice.next();
    expect(await seek('bob').next()).toEqual(told);
    db.nowMs += 31_000;
    await expect(seek('bob').next()).rejects.toMatchObject({ code: 'already_playing' });
    await expect(host('alice')).rejects.toMatchObject({ code: 'already_playing' });
  });

  test('G-1 pairing takes back the open games of both', async () => {
    const open = await host('alice');
    const later = await host('alice', { timeControl: days });
    const [alice, bob] = [seek('alice'), seek('bob')];
    await Promise.all([alice.next(), bob.next()]);
    const { gameID } = (await alice.next()) as { gameID: number };
    expect(gameID).toBeGreaterThan(0);
    await expect.poll(async () => (await meeting.app.liveGames.view(open)).status).toBe('finished');
    expect(await meeting.app.liveGames.view(later)).toMatchObject({ status: 'open' });
  });

  test('G-1 games over days are paired apart from those with a clock', async () => {
    const [alice, bob] = [seek('alice', { timeControl: days }), seek('bob')];
    await Promise.all([alice.next(), bob.next()]);
    const carol = seek('carol', { timeControl: days });
    await carol.next();
    expect(await alice.next()).toMatchObject({ type: 'paired' });
    expect(await waiting()).toEqual(['bob']);
    await bob.stop();
  });

  test('G-2 a guest is not paired for rating', async () => {
    const { username } = await meeting.app.services.guest.enter();
    await expect(seek(username, { timeControl: blitz, rated: true }).next()).rejects.toMatchObject({
      code: 'guests_may_not',
    });
    const guest = seek(username);
    expect(await guest.next()).toMatchObject({ type: 'waiting' });
    await guest.stop();
  });
});
