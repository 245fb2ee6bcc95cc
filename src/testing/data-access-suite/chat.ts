import { beforeEach, describe, expect, test } from 'vitest';
import type { Bench } from '../databases/test-database.ts';
import { makeGame, makeUsers } from '../games/games-at-hand.ts';

/** What data access promises about what is said in games. */
export function chatContract(bench: Bench): void {
  describe('chat', () => {
    let gameID: number;
    beforeEach(async () => {
      await makeUsers(bench, 'alice', 'bob', 'carol');
      gameID = await makeGame(bench);
    });
    const free = { most: 1000, sinceMs: 0, sameSinceMs: 9_000_000_000_000 };
    const say = (username: string, text: string, limit = free, room = 'players' as const) =>
      bench.dataAccess.chat.add({ gameID, room, username, text, atMs: bench.nowMs }, limit);
    const key = () => ({ gameID, room: 'players' as const });

    test('G-4 messages are numbered from 1 in each room, and read in order', async () => {
      const { chat } = bench.dataAccess;
      const first = await say('alice', 'Hi ½ 你好 👍🏽 \'";--');
      bench.nowMs += 5;
      await say('bob', 'Hello');
      const key2 = { gameID, room: 'spectators' as const };
      const other = { ...key2, username: 'carol', text: 'Nice', atMs: bench.nowMs };
      expect(await chat.add(other, free)).toMatchObject({ number: 1 });
      expect(first).toEqual({
        number: 1,
        username: 'alice',
        text: 'Hi ½ 你好 👍🏽 \'";--',
        atMs: bench.nowMs - 5,
      });
      expect(await chat.after(key(), 0)).toEqual([
        first,
        { number: 2, username: 'bob', text: 'Hello', atMs: bench.nowMs },
      ]);
      expect((await chat.after(key(), 1)).map(({ number }) => number)).toEqual([2]);
      expect((await chat.last(key(), 1)).map(({ number }) => number)).toEqual([2]);
      expect((await chat.last(key(), 9)).map(({ number }) => number)).toEqual([1, 2]);
      expect(await chat.one(key(), 1)).toEqual(first);
      expect(await chat.one(key(), 3)).toBeNull();
      expect(await chat.after({ gameID: gameID + 1, room: 'players' }, 0)).toEqual([]);
    });

    test('G-4 of messages written at once none is lost and no number is given twice', async () => {
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
      const stored = await bench.dataAccess.chat.after(key(), 0);
      expect(stored.map(({ number }) => number)).toEqual(all);
    });

    test('G-4 a user’s limit counts all games and rooms, and nobody else’s messages', async () => {
      const limit = () => ({
        most: 2,
        sinceMs: bench.nowMs - 1000,
        sameSinceMs: bench.nowMs - 5000,
      });
      const { chat } = bench.dataAccess;
      const elsewhere = { gameID: await makeGame(bench), room: 'spectators' as const };
      const there = { ...elsewhere, username: 'alice', text: 'there', atMs: bench.nowMs };
      expect(await say('alice', 'here', limit())).not.toBeNull();
      expect(await chat.add(there, limit())).not.toBeNull();
      expect(await say('alice', 'more', limit())).toBeNull();
      expect(await say('bob', 'here', limit())).not.toBeNull();
      bench.nowMs += 1000;
      expect(await say('alice', 'there', limit())).toBeNull();
      expect(await say('alice', 'more', limit())).not.toBeNull();
      const recent = await chat.recent('alice', bench.nowMs - 1001);
      expect(recent.map(({ text }) => text)).toEqual(['here', 'there', 'more']);
      bench.nowMs += 4000;
      expect(await say('alice', 'there', limit())).not.toBeNull();
    });

    test('G-4 nothing is said by nobody, or in no game', async () => {
      expect(await say('nobody', 'Hi')).toBeNull();
      gameID += 1;
      expect(await say('alice', 'Hi')).toBeNull();
    });

    test('G-4 a report is kept once, and counted', async () => {
      const { chat } = bench.dataAccess;
      const message = await say('bob', 'rude');
      const report = {
        ...key(),
        reporter: 'alice',
        number: message?.number ?? 0,
        reported: 'bob',
        reason: 'abuse',
        atMs: bench.nowMs,
      } as const;
      await chat.report(report);
      await chat.report({ ...report, reason: 'spam', atMs: bench.nowMs + 1 });
      await chat.report({ ...report, reporter: 'carol' });
      expect(await chat.countReports('alice', bench.nowMs - 1)).toBe(1);
      expect(await chat.countReports('alice', bench.nowMs)).toBe(0);
      const rows = await bench.database.sql('SELECT "reporter", "reason" FROM "report" ORDER BY 1');
      expect(rows).toEqual([
        { reporter: 'alice', reason: 'abuse' },
        { reporter: 'carol', reason: 'abuse' },
      ]);
    });

    test('R-CLEAR-1 messages, reports and silences are removed with all the rest', async () => {
      const { chat, silences } = bench.dataAccess;
      const message = await say('bob', 'rude');
      const { number = 0 } = message ?? {};
      const who = { reporter: 'alice', reported: 'bob', reason: 'abuse' } as const;
      await chat.report({ ...key(), ...who, number, atMs: 1 });
      await silences.set('alice', 'bob', 'block', 1);
      await bench.dataAccess.clearAllData();
      for (const table of ['message', 'report', 'silence']) {
        expect(await bench.database.sql(`SELECT 1 FROM "${table}"`), table).toEqual([]);
      }
    });

    test('R-CLEAR-1 nothing that is said meanwhile is left over', async () => {
      const saying = Array.from({ length: 20 }, (_, n) => say('alice', `message ${n}`));
      await Promise.all([...saying, bench.dataAccess.clearAllData()]);
      expect(await bench.database.sql('SELECT 1 FROM "message"')).toEqual([]);
    });
  });

  describe('silences', () => {
    beforeEach(() => makeUsers(bench, 'alice', 'bob', 'carol'));

    test('G-4 a block counts both ways, a mute one way', async () => {
      const { silences } = bench.dataAccess;
      await silences.set('alice', 'bob', 'block', 1);
      await silences.set('alice', 'carol', 'mute', 2);
      expect(await silences.isBlocked('alice', 'bob')).toBe(true);
      expect(await silences.isBlocked('bob', 'alice')).toBe(true);
      expect(await silences.isBlocked('alice', 'carol')).toBe(false);
      expect(await silences.isBlocked('bob', 'carol')).toBe(false);
      expect(await silences.unheardBy('alice')).toEqual(new Set(['bob', 'carol']));
      expect(await silences.unheardBy('bob')).toEqual(new Set(['alice']));
      expect(await silences.unheardBy('carol')).toEqual(new Set());
      expect(await silences.of('alice')).toEqual({ blocked: ['bob'], muted: ['carol'] });
      expect(await silences.of('bob')).toEqual({ blocked: [], muted: [] });
    });

    test('G-4 what was said last of somebody counts, and can be taken back', async () => {
      const { silences } = bench.dataAccess;
      await silences.set('alice', 'bob', 'mute', 1);
      await silences.set('alice', 'bob', 'block', 2);
      expect(await silences.of('alice')).toEqual({ blocked: ['bob'], muted: [] });
      await silences.remove('bob', 'alice');
      expect(await silences.isBlocked('alice', 'bob')).toBe(true);
      await silences.remove('alice', 'bob');
      expect(await silences.isBlocked('alice', 'bob')).toBe(false);
      expect(await silences.unheardBy('bob')).toEqual(new Set());
    });
  });
}
