import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clearedTables } from '../../server/data-access/db/tables.ts';
import type { Store, TestDatabase } from '../databases/databases.ts';

/** The names of all tables, as each database lists them. */
const tableNames = {
  SQLite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'`,
  PostgreSQL: `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
};

/** The behaviour of opening a database. */
export function schemaContract(store: Pick<Store, 'create' | 'name'>): void {
  describe('schema', () => {
    let database: TestDatabase;
    beforeEach(async () => {
      database = await store.create();
    });
    afterEach(() => database.drop());
    const openAndClose = async () => {
      const { dataAccess, notes } = await database.open();
      await dataAccess.close();
      return notes.filter((note) => note.startsWith('applied '));
    };
    const insert = (name: string, finished: boolean) =>
      database.sql(`
        INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
        VALUES ('x', 'x', '${name}', CURRENT_TIMESTAMP, ${finished ? 'CURRENT_TIMESTAMP' : 'NULL'}, 0)`);

    test('an empty database gets its tables, and one with tables is left unchanged', async () => {
      const applied = await openAndClose();
      const rows = () =>
        database.sql('SELECT migration_name, finished_at FROM _prisma_migrations ORDER BY 1');
      const before = await rows();
      const names = before.map((row) => String(row.migration_name));
      expect(names[0]).toMatch(/^\d{14}_init$/);
      expect(applied).toEqual([
        `applied ${names.length} migrations, ${names[0]} to ${names.at(-1)}`,
      ]);
      expect(await openAndClose()).toEqual([]);
      expect(await rows()).toEqual(before);
    });

    test('R-CLEAR-1 every table of the database is emptied by a clear, or excepted for a reason', async () => {
      await openAndClose();
      const query = store.name === 'SQLite' ? tableNames.SQLite : tableNames.PostgreSQL;
      const names = (await database.sql(query)).map(({ name }) => String(name));
      const known = [...clearedTables, 'heartbeat', 'downtime', '_prisma_migrations'];
      expect(names.sort()).toEqual(known.sort());
    });

    test('stored data survives reopening', async () => {
      const first = await database.open();
      await first.dataAccess.createUser('alice', 'hash', 'a@example.org');
      await first.dataAccess.close();
      const second = await database.open();
      expect(await second.dataAccess.getUser('alice')).toMatchObject({ username: 'alice' });
    });

    test('a migration that failed stops the start with instructions', async () => {
      await openAndClose();
      await insert('20990101000000_half', false);
      const failure = {
        name: 'SchemaError',
        message: expect.stringMatching(/_half failed.*backup/),
      };
      await expect(database.open()).rejects.toMatchObject(failure);
      // No lock is left: the repaired database opens.
      await database.sql(`DELETE FROM "_prisma_migrations" WHERE id = 'x'`);
      expect(await openAndClose()).toEqual([]);
    });

    test('a migration that was rolled back by hand does not stop the start', async () => {
      await openAndClose();
      await insert('20990101000000_undone', false);
      await database.sql(
        `UPDATE "_prisma_migrations" SET rolled_back_at = CURRENT_TIMESTAMP WHERE id = 'x'`,
      );
      expect(await openAndClose()).toEqual([]);
    });

    test('a database of a newer version stops the start with the reason', async () => {
      await openAndClose();
      await insert('20990101000000_tomorrow', true);
      await expect(database.open()).rejects.toMatchObject({
        name: 'SchemaError',
        message: expect.stringMatching(/_tomorrow.*newer/),
      });
    });
  });
}
