import { beforeEach, describe, expect, test } from 'vitest';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { makeGame, makeUsers } from '../games/games-at-hand.ts';

/** The behaviour of data access to chat. */
export function chatContract(db: DatabaseFixture): void {
  describe('chat', () => {
    let gameID: number;
    beforeEach(async () => {
      await makeUsers(db, 'alice', 'bob', 'carol');
      gameID = await makeGame(db);
    });
    const free = { most: 1000, sinceMs: 0, sameSinceMs: 9_000_000_000_000 };
    const say = (username: string, text: string, limit = free, room = 'players' as const) =>
      db.dataAccess.chat.add({ gameID, room, username, text, atMs: db.nowMs }, limit);
    const key = () => ({ gameID, room: 'players' as const });

    test('G-4 messages are numbered from 1 in each room, and read in order', async () => {
      const { chat } = db.dataAccess;
      const first = await say('alice', 'Hi ½ 你好 👍🏽 \'";--');
      db.nowMs += 5;
      await say('bob', 'Hello');
      const key2 = { gameID, room: 'spectators' as const };
      const other = { ...key2, username: 'carol', text: 'Nice', atMs: db.nowMs };
      expect(await chat.add(other, free)).toMatchObject({ number: 1 });
      expect(first).toEqual({
        number: 1,
        username: 'alice',
        text: 'Hi ½ 你好 👍🏽 \'";--',
        atMs: db.nowMs - 5,
      });
      expect(await chat.after(key(), 0)).toEqual([
        first,
        { number: 2, username: 'bob', text: 'Hello', atMs: db.nowMs },
      ]);
      expect((await chat.after(key(), 1)).map(({ number }) => number)).toEqual([2]);
      expect((await chat.last(key(), 1)).map(({ number }) => number)).toEqual([2]);
      expect((await chat.last(key(), 9)).map(({ number }) => number)).toEqual([1, 2]);
      expect(await chat.one(key(), 1)).toEqual(first);
      expect(await chat.one(key(), 3)).toBeNull();
      expect(await chat.after({ gameID: gameID + 1, room: 'players' }, 0)).toEqual([]);
    });

    test('G-4 simultaneous messages are all stored, each with its own number', async () => {
      const names = ['alice', 'bob', 'carol'];
      const persist = async (n: number) => {
        for (;;) {
          const message = await say(names[n % 3] ?? '', `message ${n}`);
          if (message) return message.number;
        }
      };
      const given = await Promise.all(Array.from({ length: 30 }, (_, n) => persist(n)));
      const all = Array.from({ length: 30 }, (_, n) => n + 1);
      expect(given.sort((a, b) => a - b)).toEqual(all);
      const stored = await db.dataAccess.chat.after(key(), 0);
      expect(stored.map(({ number }) => number)).toEqual(all);
    });

    test('G-4 a user’s limit counts all games and rooms, and no other user’s messages', async () => {
      const limit = () => ({
        most: 2,
        sinceMs: db.nowMs - 1000,
        sameSinceMs: db.nowMs - 5000,
      });
      const { chat } = db.dataAccess;
      const elsewhere = { gameID: await makeGame(db), room: 'spectators' as const };
      const there = { ...elsewhere, username: 'alice', text: 'there', atMs: db.nowMs };
      expect(await say('alice', 'here', limit())).not.toBeNull();
      expect(await chat.add(there, limit())).not.toBeNull();
      expect(await say('alice', 'more', limit())).toBeNull();
      expect(await say('bob', 'here', limit())).not.toBeNull();
      db.nowMs += 1000;
      expect(await say('alice', 'there', limit())).toBeNull();
      expect(await say('alice', 'more', limit())).not.toBeNull();
      const recent = await chat.recent('alice', db.nowMs - 1001);
      expect(recent.map(({ text }) => text)).toEqual(['here', 'there', 'more']);
      db.nowMs += 4000;
      expect(await say('alice', 'there', limit())).not.toBeNull();
    });

    test('G-4 messages need an existing user and game', async () => {
      expect(await say('nobody', 'Hi')).toBeNull();
      gameID += 1;
      expect(await say('alice', 'Hi')).toBeNull();
    });

    test('G-4 a report is stored once, and counted', async () => {
      const { chat } = db.dataAccess;
      const message = await say('bob', 'rude');
      const report = {
        ...key(),
        reporter: 'alice',
        number: message?.number ?? 0,
        reported: 'bob',
        reason: 'abuse',
        atMs: db.nowMs,
      } as const;
      await chat.report(report);
      await chat.report({ ...report, reason: 'spam', atMs: db.nowMs + 1 });
      await chat.report({ ...report, reporter: 'carol' });
      expect(await chat.countReports('alice', db.nowMs - 1)).toBe(1);
      expect(await chat.countReports('alice', db.nowMs)).toBe(0);
      const rows = await db.database.sql('SELECT "reporter", "reason" FROM "report" ORDER BY 1');
      expect(rows).toEqual([
        { reporter: 'alice', reason: 'abuse' },
        { reporter: 'carol', reason: 'abuse' },
      ]);
    });

    test('R-CLEAR-1 messages, reports and relations are cleared with everything else', async () => {
      const { chat, relations } = db.dataAccess;
      const message = await say('bob', 'rude');
      const { number = 0 } = message ?? {};
      const who = { reporter: 'alice', reported: 'bob', reason: 'abuse' } as const;
      await chat.report({ ...key(), ...who, number, atMs: 1 });
      await relations.set('alice', 'bob', 'block', 1);
      await db.dataAccess.clearAllData();
      for (const table of ['message', 'report', 'relation']) {
        expect(await db.database.sql(`SELECT 1 FROM "${table}"`), table).toEqual([]);
      }
    });

    test('R-CLEAR-1 no message written during a clear is left', async () => {
      const saying = Array.from({ length: 20 }, (_, n) => say('alice', `message ${n}`));
      await Promise.all([...saying, db.dataAccess.clearAllData()]);
      expect(await db.database.sql('SELECT 1 FROM "message"')).toEqual([]);
    });
  });

  describe('relations', () => {
    beforeEach(() => makeUsers(db, 'alice', 'bob', 'carol'));

    test('G-4 a block counts both ways, a mute one way', async () => {
      const { relations } = db.dataAccess;
      await relations.set('alice', 'bob', 'block', 1);
      await relations.set('alice', 'carol', 'mute', 2);
      expect(await relations.isBlocked('alice', 'bob')).toBe(true);
      expect(await relations.isBlocked('bob', 'alice')).toBe(true);
      expect(await relations.isBlocked('alice', 'carol')).toBe(false);
      expect(await relations.isBlocked('bob', 'carol')).toBe(false);
      expect(await relations.unheardBy('alice')).toEqual(new Set(['bob', 'carol']));
      expect(await relations.unheardBy('bob')).toEqual(new Set(['alice']));
      expect(await relations.unheardBy('carol')).toEqual(new Set());
      expect(await relations.of('alice')).toEqual({ blocked: ['bob'], muted: ['carol'] });
      expect(await relations.of('bob')).toEqual({ blocked: [], muted: [] });
    });

    test('an unreadable kind of relation is an internal error', async () => {
      const { relations } = db.dataAccess;
      await relations.set('alice', 'bob', 'mute', 1);
      await db.database.sql(`UPDATE "relation" SET "kind" = 'adore'`);
      await expect(relations.of('alice')).rejects.toMatchObject({ code: 'internal' });
    });

    test('G-4 the last relation to a user counts, and can be removed', async () => {
      const { relations } = db.dataAccess;
      await relations.set('alice', 'bob', 'mute', 1);
      await relations.set('alice', 'bob', 'block', 2);
      expect(await relations.of('alice')).toEqual({ blocked: ['bob'], muted: [] });
      await relations.remove('bob', 'alice');
      expect(await relations.isBlocked('alice', 'bob')).toBe(true);
      await relations.remove('alice', 'bob');
      expect(await relations.isBlocked('alice', 'bob')).toBe(false);
      expect(await relations.unheardBy('bob')).toEqual(new Set());
    });
  });
}
