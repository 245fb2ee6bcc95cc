import { describe, expect, test } from 'vitest';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { blitz, pairingOn } from '../../../testing/games/meeting.ts';

const db = databaseFixtureOn(sqliteStore());
const meeting = pairingOn(db);
const { accept, host, seek, waiting } = meeting;
const days = { type: 'correspondence', daysPerMove: 3 } as const;

describe('open games', () => {
  test('G-1 of two open games of one host, accepted at the same moment, one begins', async () => {
    const [one, other] = [await host('alice'), await host('alice')];
    const results = await Promise.allSettled([accept('bob', one), accept('carol', other)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const views = await Promise.all(
      [one, other].map((gameID) => meeting.app.liveGames.view(gameID)),
    );
    expect(views.filter(({ status }) => status === 'playing')).toHaveLength(1);
    expect(views.filter(({ ending }) => ending?.reason === 'aborted')).toHaveLength(1);
  });

  test('G-1 an accepted game ends the seeks of both, who are told of it', async () => {
    const gameID = await host('alice');
    const [alice, bob] = [
      seek('alice'),
      seek('bob', { timeControl: { ...blitz, limitMs: 60_000 } }),
    ];
    await Promise.all([alice.next(), bob.next()]);
    await accept('bob', gameID);
    expect(await alice.next()).toEqual({ type: 'paired', gameID });
    expect(await bob.next()).toEqual({ type: 'paired', gameID });
    expect(await waiting()).toEqual([]);
  });

  test('G-1 who was too late for a game is free for another', async () => {
    const [one, other] = [await host('alice'), await host('alice', { timeControl: days })];
    const results = await Promise.allSettled([accept('bob', one), accept('carol', one)]);
    const late = results[0].status === 'rejected' ? 'bob' : 'carol';
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await accept(late, other);
    const again = seek(late);
    expect(await again.next()).toMatchObject({ type: 'waiting' });
    await again.stop();
  });

  test('G-1 a game outside one’s rating, or for another, takes nobody from their seeks', async () => {
    const { username: guest } = await meeting.app.services.guest.enter();
    const narrow = await host('alice', {
      timeControl: blitz,
      ratingRange: { min: 2000, max: 2200 },
    });
    const waitingFor = seek('alice', { timeControl: { ...blitz, limitMs: 60_000 } });
    await waitingFor.next();
    await expect(accept(guest, narrow)).rejects.toMatchObject({ code: 'rating_outside_range' });
    expect(await waiting()).toEqual(['alice']);
    await waitingFor.stop();
  });

  test('G-1 a challenge with a clock is not accepted in the middle of another game', async () => {
    const opponent = { type: 'user', username: 'alice' };
    const [one, other] = [
      await host('bob', { timeControl: blitz, opponent }),
      await host('carol', { timeControl: blitz, opponent }),
    ];
    const later = await host('carol', { timeControl: days, opponent });
    await accept('alice', one);
    await expect(accept('alice', other)).rejects.toMatchObject({
      code: 'already_playing',
      message: 'You are already playing a game with a clock. Finish it first.',
    });
    await accept('alice', later);
    await meeting.app.liveGames.execute(one, { type: 'abort', username: 'alice' });
    await accept('alice', other);
    expect((await meeting.app.liveGames.view(other)).status).toBe('playing');
  });

  test('G-1 a coach plays several games by link at once, and is paired with nobody meanwhile', async () => {
    const byLink = { timeControl: blitz, visibility: 'link' };
    const boards = [await host('bob', byLink), await host('bob', byLink)] as const;
    await accept('alice', boards[0]);
    await accept('carol', boards[1]);
    const third = await host('bob', byLink);
    for (const gameID of boards) {
      expect((await meeting.app.liveGames.view(gameID)).status).toBe('playing');
    }
    expect((await meeting.app.liveGames.view(third)).status).toBe('open');
    for (const name of ['bob', 'carol']) {
      await expect(host(name)).rejects.toMatchObject({ code: 'already_playing' });
    }
  });

  test('G-1 nobody floods the lobby', async () => {
    for (let n = 0; n < 20; n++) await host('alice');
    await expect(host('alice')).rejects.toMatchObject({ code: 'too_many_requests' });
  });
});
