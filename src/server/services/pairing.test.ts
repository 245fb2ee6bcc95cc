import { beforeEach, describe, expect, test } from 'vitest';
import { procedures } from '../../contract/procedures.ts';
import type { SeekNews } from '../../contract/seek.ts';
import { DAY_MS } from '../../contract/time.ts';
import { benchOn } from '../testing/bench.ts';
import { makeUsers } from '../testing/contract/games-at-hand.ts';
import { sqliteStore } from '../testing/databases.ts';
import { type House, houseOn } from '../testing/house.ts';
import { readAgain } from '../testing/live-table.ts';

const bench = benchOn(sqliteStore());
let house: House;
beforeEach(async () => {
  house = houseOn(bench);
  await makeUsers(bench, 'alice', 'bob', 'carol');
});

const blitz = { type: 'clock', limitMs: 180_000, incrementMs: 2000 } as const;
const days = { type: 'correspondence', daysPerMove: 3 } as const;

/** Seeks; gives what it is told, one by one. `stop` is what closing the connection does. */
function seek(username: string, wanted: object = { timeControl: blitz }, at = house) {
  const end = new AbortController();
  const input = procedures.lobby.seek.input.parse(wanted);
  const news = at.services.pairing.seek(username, input, end.signal);
  const next = async (): Promise<SeekNews | undefined> => (await news.next()).value ?? undefined;
  return {
    next,
    async stop() {
      end.abort();
      await news.return(undefined);
    },
  };
}

const waiting = async () =>
  (await bench.dataAccess.seeks.waiting(bench.nowMs)).map(({ username }) => username);

/** An open game of the lobby, as its host asks for it. */
async function host(username: string, setup: object = { timeControl: blitz }) {
  const wanted = procedures.game.create.input.parse({ setup }).setup;
  if (!wanted) throw new Error('There is no setup.');
  return house.services.createGame.hostGame(username, undefined, wanted);
}
const accept = async (username: string, gameID: number) =>
  house.services.joinGame.joinGame(await bench.dataAccess.createAuth(username), null, gameID);

describe('quick pairing', () => {
  test('G-1 two who seek the same are told of one game, in which both sit', async () => {
    const [alice, bob] = [seek('alice'), seek('bob')];
    expect(await alice.next()).toMatchObject({ type: 'waiting', rating: 1500 });
    await bob.next();
    const told = await alice.next();
    expect(told).toMatchObject({ type: 'paired' });
    expect(await bob.next()).toEqual(told);
    const { gameID } = told as { gameID: number };
    const view = await house.liveGames.view(gameID);
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
    const began = bench.nowMs;
    expect((await house.liveGames.sync(gameID)).dueAtMs).toBe(began + 25_000);
    bench.nowMs += 25_000;
    await house.liveGames.execute(gameID, { type: 'expire' });
    expect(await house.liveGames.view(gameID)).toMatchObject({ ending: { reason: 'aborted' } });
  });

  test.each([
    ['C-7 within its first move’s time', blitz, 25_000, 'aborted'],
    ['C-9 within its days', days, 3 * DAY_MS, 'timeout'],
  ])('%s a paired game ends, also if its process has gone', async (_, timeControl, ms, reason) => {
    const [alice, bob] = [seek('alice', { timeControl }), seek('bob', { timeControl })];
    await Promise.all([alice.next(), bob.next()]);
    const { gameID } = (await alice.next()) as { gameID: number };
    // Another process, which has heard of nothing.
    const { liveGames } = houseOn(bench);
    bench.nowMs += ms - 1;
    await bench.dataAccess.alive.beat(bench.nowMs);
    await liveGames.time.begin();
    await liveGames.time.look();
    expect((await liveGames.view(gameID)).status).toBe('playing');
    bench.nowMs += 1;
    await liveGames.time.look();
    expect(await readAgain(bench, gameID)).toMatchObject({ ending: { reason } });
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
    bench.nowMs += 31_000;
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
    await expect.poll(async () => (await house.liveGames.view(open)).status).toBe('finished');
    expect(await house.liveGames.view(later)).toMatchObject({ status: 'open' });
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
    const { username } = await house.services.guest.enter();
    await expect(seek(username, { timeControl: blitz, rated: true }).next()).rejects.toMatchObject({
      code: 'guests_may_not',
    });
    const guest = seek(username);
    expect(await guest.next()).toMatchObject({ type: 'waiting' });
    await guest.stop();
  });
});

describe('open games', () => {
  test('G-1 of two open games of one host, accepted at the same moment, one begins', async () => {
    const [one, other] = [await host('alice'), await host('alice')];
    const results = await Promise.allSettled([accept('bob', one), accept('carol', other)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const views = await Promise.all([one, other].map((gameID) => house.liveGames.view(gameID)));
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
    const { username: guest } = await house.services.guest.enter();
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
      message: 'You are playing another game with a clock: one at a time.',
    });
    await accept('alice', later);
    await house.liveGames.execute(one, { type: 'abort', username: 'alice' });
    await accept('alice', other);
    expect((await house.liveGames.view(other)).status).toBe('playing');
  });

  test('G-1 a coach plays several games by link at once, and is paired with nobody meanwhile', async () => {
    const byLink = { timeControl: blitz, visibility: 'link' };
    const boards = [await host('bob', byLink), await host('bob', byLink)] as const;
    await accept('alice', boards[0]);
    await accept('carol', boards[1]);
    const third = await host('bob', byLink);
    for (const gameID of boards) {
      expect((await house.liveGames.view(gameID)).status).toBe('playing');
    }
    expect((await house.liveGames.view(third)).status).toBe('open');
    for (const name of ['bob', 'carol']) {
      await expect(host(name)).rejects.toMatchObject({ code: 'already_playing' });
    }
  });

  test('G-1 nobody floods the lobby', async () => {
    for (let n = 0; n < 20; n++) await host('alice');
    await expect(host('alice')).rejects.toMatchObject({ code: 'too_many_requests' });
  });
});

describe('people who block each other', () => {
  test('G-4 neither can challenge the other, nor take the other’s open game', async () => {
    const open = await host('alice');
    await bench.dataAccess.silences.set('alice', 'bob', 'block', bench.nowMs);
    for (const [from, to] of [
      ['alice', 'bob'],
      ['bob', 'alice'],
    ] as const) {
      const challenge = { timeControl: blitz, opponent: { type: 'user', username: to } };
      await expect(host(from, challenge)).rejects.toMatchObject({ code: 'blocked' });
    }
    await expect(accept('bob', open)).rejects.toMatchObject({ code: 'blocked' });
    await bench.dataAccess.silences.remove('alice', 'bob');
    await accept('bob', open);
    expect((await house.liveGames.view(open)).status).toBe('playing');
  });

  test('G-4 neither can take the seat left in a game that the other plays', async () => {
    const open = await host('alice', { timeControl: { type: 'unlimited' } });
    await accept('bob', open);
    await house.services.ask.ask('bob', open, 'leave');
    await bench.dataAccess.silences.set('carol', 'alice', 'block', bench.nowMs);
    await expect(accept('carol', open)).rejects.toMatchObject({ code: 'blocked' });
    // It is who sits there that counts: here not the host.
    await accept('bob', open);
    await house.services.ask.ask('alice', open, 'leave');
    await accept('carol', open);
    expect((await house.liveGames.view(open)).status).toBe('playing');
  });

  test('G-4 quick pairing gives neither the other, but the next who seeks', async () => {
    await house.services.silence.silence('bob', 'alice', 'block');
    const alice = seek('alice');
    await alice.next();
    bench.nowMs += 1000;
    const bob = seek('bob');
    await bob.next();
    bench.nowMs += 10_000;
    await house.services.pairing.round();
    expect(await waiting()).toEqual(['alice', 'bob']);
    const carol = seek('carol');
    await carol.next();
    const told = await carol.next();
    expect(told).toMatchObject({ type: 'paired' });
    expect(await alice.next()).toEqual(told);
    expect(await waiting()).toEqual(['bob']);
    await bob.stop();
  });

  test('G-4 a block made while a seek waits counts, and so does taking it back', async () => {
    const alice = seek('alice');
    await alice.next();
    await house.services.silence.silence('alice', 'bob', 'block');
    bench.nowMs += 1000;
    const bob = seek('bob');
    await bob.next();
    await house.services.pairing.round();
    expect(await waiting()).toEqual(['alice', 'bob']);
    await house.services.silence.unsilence('alice', 'bob');
    await house.services.pairing.round();
    const told = await alice.next();
    expect(told).toMatchObject({ type: 'paired' });
    expect(await bob.next()).toEqual(told);
  });
});
