import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { SqliteAdapter } from './sqlite/adapter.ts';
import { rememberStatements } from './statement-cache.ts';

const db = databaseFixtureOn(sqliteStore());
const fileOf = () => db.database.url.slice('file:'.length);
type Connection = Awaited<ReturnType<SqliteAdapter['connect']>>;
let connection: Connection;

beforeEach(async () => {
  connection = await new SqliteAdapter({ url: fileOf() }).connect();
  await connection.executeScript('CREATE TEMP TABLE "pair" ("a" INTEGER, "b" TEXT)');
});
afterEach(() => connection.dispose());

const text = { scalarType: 'string', arity: 'scalar' } as const;
const query = (sql: string, ...args: string[]) => ({ sql, args, argTypes: args.map(() => text) });
const rowsOf = async (sql: string, ...args: string[]) =>
  (await connection.queryRaw(query(sql, ...args))).rows;

test('a cached statement uses the values of each execution', async () => {
  const insert = 'INSERT INTO "pair" VALUES (?, ?)';
  expect(await connection.executeRaw(query(insert, '1', 'one'))).toBe(1);
  expect(await connection.executeRaw(query(insert, '2', 'two'))).toBe(1);
  const select = 'SELECT "b" FROM "pair" WHERE "a" = ?';
  expect(await rowsOf(select, '2')).toEqual([['two']]);
  expect(await rowsOf(select, '1')).toEqual([['one']]);
  expect(await rowsOf(select, '3')).toEqual([]);
});

test('a statement that failed can be executed again', async () => {
  await connection.executeScript('CREATE UNIQUE INDEX temp."once" ON "pair"("a")');
  const insert = 'INSERT INTO "pair" VALUES (?, ?)';
  await connection.executeRaw(query(insert, '1', 'one'));
  await expect(connection.executeRaw(query(insert, '1', 'again'))).rejects.toThrow();
  expect(await connection.executeRaw(query(insert, '2', 'two'))).toBe(1);
});

test('a cached statement sees a changed table', async () => {
  const select = 'SELECT * FROM "pair"';
  await connection.executeRaw(query('INSERT INTO "pair" VALUES (?, ?)', '1', 'one'));
  expect((await connection.queryRaw(query(select))).columnNames).toEqual(['a', 'b']);
  await connection.executeScript('ALTER TABLE "pair" ADD COLUMN "c" TEXT DEFAULT \'new\'');
  const { columnNames, rows } = await connection.queryRaw(query(select));
  expect(columnNames).toEqual(['a', 'b', 'c']);
  expect(rows[0]?.slice(1)).toEqual(['one', 'new']);
});

test('statements are prepared once; long ones and the least recently used are not cached', () => {
  const database = new Database(fileOf());
  let prepared = 0;
  const counting = {
    prepare: (sql: string) => {
      prepared++;
      return database.prepare(sql);
    },
  };
  rememberStatements(counting);
  const prepare = (sql: string) => counting.prepare(sql).bind([]).raw().all();
  const numbered = (n: number) => prepare(`SELECT ${n}`);
  for (let n = 0; n < 200; n++) numbered(n);
  for (let n = 0; n < 200; n++) numbered(n);
  expect(prepared).toBe(200);
  // One more evicts the least recently used.
  numbered(200);
  numbered(1);
  expect(prepared).toBe(201);
  numbered(0);
  expect(prepared).toBe(202);
  const long = `SELECT '${'x'.repeat(4000)}'`;
  prepare(long);
  prepare(long);
  expect(prepared).toBe(204);
  database.close();
});
