import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../server/data-access/open.ts';
import type { Store, TestDatabase } from '../databases/databases.ts';
import { root } from '../util/root.ts';

/** The behaviour of migrations on existing data. */
export function migrationsSuite(store: Pick<Store, 'create'>): void {
  describe('migrations', () => {
    let database: TestDatabase;
    let folder: string;
    beforeEach(async () => {
      database = await store.create();
      folder = mkdtempSync(path.join(tmpdir(), 'rookery-migrations-'));
    });
    afterEach(async () => {
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Gives the database the tables before a migration. */
    async function migrateUntil(first: string): Promise<void> {
      cpSync(path.join(root, 'prisma'), path.join(folder, 'prisma'), { recursive: true });
      for (const provider of ['sqlite', 'postgresql']) {
        const migrations = path.join(folder, 'prisma', provider, 'migrations');
        for (const name of readdirSync(migrations)) {
          if (/^\d/.test(name) && name >= first)
            rmSync(path.join(migrations, name), { recursive: true });
        }
      }
      const options = { databaseUrl: database.url, root: folder, now: Date.now };
      await (await openDatabase(options)).dataAccess.close();
    }
    const insert = (table: string, row: Readonly<Record<string, string | number | null>>) => {
      const columns = Object.keys(row).map((column) => `"${column}"`);
      const values = Object.values(row).map((value) =>
        typeof value === 'string' ? `'${value}'` : String(value),
      );
      return database.sql(`INSERT INTO "${table}" (${columns}) VALUES (${values})`);
    };
    const addUsers = async (...names: string[]) => {
      for (const username of names) {
        const row = {
          username,
          usernameKey: username,
          passwordHash: '',
          email: '',
          createdAtMs: 1,
        };
        await insert('user', row);
      }
    };
    const addGame = (gameID: number, status: string, more = {}) =>
      insert('gameData', {
        ...{ gameID, status, gameName: 'a game', createdAtMs: 1, changedAtMs: 1 },
        ...{ initialFen: 'x', fen: 'x', ...more },
      });
    /** The rows after the migration, with bigints as numbers. */
    async function rowsOf(query: string) {
      const rows = await database.sql(query);
      const plain = (value: unknown) =>
        typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
      return rows.map((row) => Object.values(row).map(plain));
    }

    test('relations, engine leases, seeks and reservations are kept under their new names', async () => {
      await migrateUntil('20261127043600_relation');
      await addUsers('ann', 'ben', 'cat', 'dan', 'eve', 'fay');
      await insert('silence', { username: 'ann', other: 'ben', kind: 'block', atMs: 7 });
      await insert('silence', { username: 'ben', other: 'ann', kind: 'mute', atMs: 8 });
      await addGame(1, 'open');
      await addGame(2, 'playing', { thinker: 'one', thinkingUntilMs: 500 });
      const row = {
        ...{ kind: 'clock', pool: '{"rated":false}', rating: 1500 },
        ...{ sinceMs: 5, aliveAtMs: 9 },
      };
      const addSeek = (username: string, more: object) =>
        insert('seek', { ...row, username, seekID: `seek of ${username}`, ...more });
      await addSeek('ann', { gameID: null });
      await addSeek('ben', { gameID: 1 });
      await addSeek('cat', { gameID: 1, pool: '{}' });
      await addSeek('dan', { gameID: 2, kind: 'days' });
      await addSeek('eve', { gameID: 0, pool: '{}' });
      await addSeek('fay', { gameID: 3 });
      const { dataAccess } = await database.open();
      expect(await rowsOf('SELECT * FROM "relation" ORDER BY "username"')).toEqual([
        ['ann', 'ben', 'block', 7],
        ['ben', 'ann', 'mute', 8],
      ]);
      const claim = (owner: string) =>
        dataAccess.engineLeases.claim({ gameID: 2, ply: 0 }, owner, 400, 600);
      expect(await claim('another')).toBe(false);
      expect(await claim('one')).toBe(true);
      expect(
        await rowsOf('SELECT "username", "kind", "gameID", "sinceMs" FROM "seek" ORDER BY 1'),
      ).toEqual([
        ['ann', 'clock', null, 5],
        ['ben', 'clock', null, 5],
        ['dan', 'days', 2, 5],
        ['fay', 'clock', null, 5],
      ]);
      expect(await rowsOf('SELECT * FROM "reservation" ORDER BY 1')).toEqual([
        ['ben', 1, 60_009],
        ['cat', 1, 60_009],
      ]);
    });
  });
}
