import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseFixtureOn } from '../../../../testing/databases/database-fixture.ts';
import { sqliteStore, type TestDatabase } from '../../../../testing/databases/databases.ts';
import { racers } from '../../../../testing/faults/racers.ts';
import { commitOf, moveBy } from '../../../../testing/games/decided-game.ts';
import { makeSeatedGame, makeUsers, stateOf } from '../../../../testing/games/games-at-hand.ts';
import { SqliteAdapter } from './adapter.ts';

const store = sqliteStore();
const startRacer = racers();
const fileOf = ({ url }: TestDatabase) => url.slice('file:'.length);

describe('the lock of a SQLite database', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await store.create();
  });
  afterEach(() => database.drop());
  const inUseError = () => ({
    name: 'DatabaseInUseError',
    message: expect.stringMatching(/^Another Rookery is already serving .*rookery\.db\. Stop it/),
  });

  test('rejects a second process with instructions', async () => {
    const { dataAccess } = await database.open();
    const { first, kill } = await startRacer(database.url);
    expect(first).toEqual({ type: 'refused', ...inUseError() });
    await kill();
    // The first process continues.
    expect(await dataAccess.createUser('alice', 'hash', 'a@example.org')).toBe(true);
  });

  test('is released by kill -9 of its holder, and by a clean end', async () => {
    const holder = await startRacer(database.url);
    expect(holder.first).toEqual({ type: 'ready' });
    await expect(database.open()).rejects.toMatchObject(inUseError());
    await expect(database.open()).rejects.toMatchObject(inUseError());
    expect(await holder.run({ type: 'register', names: ['alice'] })).toEqual(['alice']);
    await holder.kill();
    const { dataAccess } = await database.open();
    expect(await dataAccess.getUser('alice')).toMatchObject({ username: 'alice' });
    await dataAccess.close();
    const next = await startRacer(database.url);
    expect(next.first).toEqual({ type: 'ready' });
    await next.kill();
  });

  test('allows two databases in one folder', async () => {
    const { dataAccess } = await database.open();
    const other = await startRacer(`file:${path.join(path.dirname(fileOf(database)), 'other.db')}`);
    expect(other.first).toEqual({ type: 'ready' });
    await other.kill();
    expect(await dataAccess.getUser('alice')).toBeNull();
  });
});

describe('a connection', () => {
  const db = databaseFixtureOn(store);

  test('T-3 uses WAL, syncs fully and checks foreign keys', async () => {
    const connection = await new SqliteAdapter({ url: fileOf(db.database) }).connect();
    const pragma = async (name: string) => {
      const query = { sql: `PRAGMA ${name}`, args: [], argTypes: [] };
      return (await connection.queryRaw(query)).rows[0]?.[0];
    };
    expect(await pragma('journal_mode')).toBe('wal');
    expect(Number(await pragma('synchronous'))).toBe(2);
    expect(Number(await pragma('foreign_keys'))).toBe(1);
    expect(Number(await pragma('busy_timeout'))).toBeGreaterThan(0);
    await connection.dispose();
  });

  test('T-3 rejects a database that does not support WAL', async () => {
    await expect(new SqliteAdapter({ url: ':memory:' }).connect()).rejects.toThrow(
      /journal_mode at memory instead of wal/,
    );
  });

  test('keeps a write that runs concurrently with a failing transaction', async () => {
    const { dataAccess } = db;
    await makeUsers(db, 'alice', 'bob');
    const gameID = await makeSeatedGame(db, 'alice', 'bob');
    const state = await stateOf(db, gameID);
    const move = commitOf(state, moveBy(state, 'e2e4'), 0);
    // The move is inserted, but the number of the second event exists already: the transaction is rolled back.
    const offer = { type: 'drawOffered', color: 'white', number: 1, atMs: 0 } as const;
    const broken = { ...move, events: [...move.events, offer] };
    let writing = true;
    const fail = async () => {
      let failed = 0;
      while (writing) {
        await expect(dataAccess.commitEvents([broken])).rejects.toThrow();
        failed++;
      }
      return failed;
    };
    const write = async (writer: number) => {
      for (let n = 0; n < 50; n++) {
        const name = `user${writer}-${n}`;
        expect(await dataAccess.createUser(name, 'hash', 'u@example.org')).toBe(true);
      }
    };
    const failing = [fail(), fail()];
    await Promise.all([0, 1, 2, 3].map(write)).finally(() => {
      writing = false;
    });
    expect(Math.min(...(await Promise.all(failing)))).toBeGreaterThan(0);
    const written = `SELECT 1 FROM "user" WHERE "username" LIKE 'user%'`;
    expect(await db.database.sql(written)).toHaveLength(200);
    expect((await dataAccess.loadGame(gameID))?.events).toHaveLength(2);
  });

  test('delays a write until the open transaction ends, and keeps it after a rollback', async () => {
    const connection = await new SqliteAdapter({ url: fileOf(db.database) }).connect();
    const insert = (username: string) => ({
      sql: `INSERT INTO "user" ("username", "usernameKey", "passwordHash", "email", "createdAtMs") VALUES ('${username}', '${username}', 'hash', 'address', 0)`,
      args: [],
      argTypes: [],
    });
    const transaction = await connection.startTransaction();
    await transaction.executeRaw(insert('inside'));
    const plain = connection.executeRaw(insert('beside'));
    const next = connection.startTransaction();
    await transaction.executeRaw({ sql: 'ROLLBACK', args: [], argTypes: [] });
    await transaction.rollback();
    expect(await plain).toBe(1);
    const second = await next;
    await second.executeRaw(insert('second'));
    await second.executeRaw({ sql: 'COMMIT', args: [], argTypes: [] });
    await second.commit();
    await connection.dispose();
    expect(await db.database.sql('SELECT "username" FROM "user" ORDER BY 1')).toEqual([
      { username: 'beside' },
      { username: 'second' },
    ]);
  });

  test('allows writes while another program reads the file in a transaction', async () => {
    const reader = new Database(fileOf(db.database), { readonly: true });
    try {
      const count = reader.prepare<[], number>('SELECT count(*) FROM "user"').pluck();
      reader.exec('BEGIN');
      expect(count.get()).toBe(0);
      await makeUsers(db, 'alice');
      expect(count.get()).toBe(0);
      reader.exec('COMMIT');
      expect(count.get()).toBe(1);
      expect(await db.dataAccess.getUser('alice')).not.toBeNull();
    } finally {
      reader.close();
    }
  });
});
