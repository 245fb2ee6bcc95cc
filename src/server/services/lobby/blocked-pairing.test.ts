import { describe, expect, test } from 'vitest';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { benchOn } from '../../../testing/databases/test-database.ts';
import { blitz, meetingOn } from '../../../testing/games/meeting.ts';

const bench = benchOn(sqliteStore());
const meeting = meetingOn(bench);
const { accept, host, seek, waiting } = meeting;

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
    expect((await meeting.house.liveGames.view(open)).status).toBe('playing');
  });

  test('G-4 neither can take the seat left in a game that the other plays', async () => {
    const open = await host('alice', { timeControl: { type: 'unlimited' } });
    await accept('bob', open);
    await meeting.house.services.ask.ask('bob', open, 'leave');
    await bench.dataAccess.silences.set('carol', 'alice', 'block', bench.nowMs);
    await expect(accept('carol', open)).rejects.toMatchObject({ code: 'blocked' });
    // It is who sits there that counts: here not the host.
    await accept('bob', open);
    await meeting.house.services.ask.ask('alice', open, 'leave');
    await accept('carol', open);
    expect((await meeting.house.liveGames.view(open)).status).toBe('playing');
  });

  test('G-4 quick pairing gives neither the other, but the next who seeks', async () => {
    await meeting.house.services.silence.silence('bob', 'alice', 'block');
    const alice = seek('alice');
    await alice.next();
    bench.nowMs += 1000;
    const bob = seek('bob');
    await bob.next();
    bench.nowMs += 10_000;
    await meeting.house.services.pairing.round();
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
    await meeting.house.services.silence.silence('alice', 'bob', 'block');
    bench.nowMs += 1000;
    const bob = seek('bob');
    await bob.next();
    await meeting.house.services.pairing.round();
    expect(await waiting()).toEqual(['alice', 'bob']);
    await meeting.house.services.silence.unsilence('alice', 'bob');
    await meeting.house.services.pairing.round();
    const told = await alice.next();
    expect(told).toMatchObject({ type: 'paired' });
    expect(await bob.next()).toEqual(told);
  });
});
