import { describe, expect, test } from 'vitest';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { blitz, pairingOn } from '../../../testing/games/meeting.ts';

const db = databaseFixtureOn(sqliteStore());
const meeting = pairingOn(db);
const { accept, host, seek, waiting } = meeting;

describe('people who block each other', () => {
  test('G-4 neither can challenge the other, nor take the other’s open game', async () => {
    const open = await host('alice');
    await db.dataAccess.relations.set('alice', 'bob', 'block', db.nowMs);
    for (const [from, to] of [
      ['alice', 'bob'],
      ['bob', 'alice'],
    ] as const) {
      const challenge = { timeControl: blitz, opponent: { type: 'user', username: to } };
      await expect(host(from, challenge)).rejects.toMatchObject({ code: 'blocked' });
    }
    await expect(accept('bob', open)).rejects.toMatchObject({ code: 'blocked' });
    await db.dataAccess.relations.remove('alice', 'bob');
    await accept('bob', open);
    expect((await meeting.app.liveGames.view(open)).status).toBe('playing');
  });

  test('G-4 neither can take the seat left in a game that the other plays', async () => {
    const open = await host('alice', { timeControl: { type: 'unlimited' } });
    await accept('bob', open);
    await meeting.app.services.ask.ask('bob', open, 'leave');
    await db.dataAccess.relations.set('carol', 'alice', 'block', db.nowMs);
    await expect(accept('carol', open)).rejects.toMatchObject({ code: 'blocked' });
    // It is who sits there that counts: here not the host.
    await accept('bob', open);
    await meeting.app.services.ask.ask('alice', open, 'leave');
    await accept('carol', open);
    expect((await meeting.app.liveGames.view(open)).status).toBe('playing');
  });

  test('G-4 quick pairing gives neither the other, but the next who seeks', async () => {
    await meeting.app.services.relation.set('bob', 'alice', 'block');
    const alice = seek('alice');
    await alice.next();
    db.nowMs += 1000;
    const bob = seek('bob');
    await bob.next();
    db.nowMs += 10_000;
    await meeting.app.services.pairing.round();
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
    await meeting.app.services.relation.set('alice', 'bob', 'block');
    db.nowMs += 1000;
    const bob = seek('bob');
    await bob.next();
    await meeting.app.services.pairing.round();
    expect(await waiting()).toEqual(['alice', 'bob']);
    await meeting.app.services.relation.remove('alice', 'bob');
    await meeting.app.services.pairing.round();
    const told = await alice.next();
    expect(told).toMatchObject({ type: 'paired' });
    expect(await bob.next()).toEqual(told);
  });
});
