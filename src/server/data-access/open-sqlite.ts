import { existsSync } from 'node:fs';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaClient } from '../../generated/sqlite/client.ts';
import type { DataAccess } from './data-access.ts';
import { migrate } from './db/migrations.ts';
import { SqliteAdapter, type SqliteConnection } from './db/sqlite/adapter.ts';
import { connectedAdapter } from './db/sqlite/connected-adapter.ts';
import { sqliteDialect } from './db/sqlite/dialect.ts';
import { lockSqlite } from './db/sqlite/lock.ts';
import { makeOwnerOnly } from './db/sqlite/owner-only.ts';
import { ThreadedConnection } from './db/sqlite/thread/threaded-connection.ts';
import {
  databaseIdOf,
  migrationNotes,
  type OpenDatabase,
  type OpenOptions,
} from './open-database.ts';
import { prismaDataAccess } from './prisma-data-access.ts';

/** @throws SchemaError, DatabaseInUseError, or the driver's error */
export async function openSqlite({ databaseUrl, root, now }: OpenOptions): Promise<OpenDatabase> {
  const file = path.resolve(root, databaseUrl.slice('file:'.length));
  const restricted = makeOwnerOnly(file);
  const unlock = lockSqlite(file);
  try {
    const adapter = new SqliteAdapter({ url: file });
    await restoreMoves(adapter);
    const migrated = await migrate(path.join(root, 'prisma/sqlite'), adapter);
    const connection = await connect(adapter, file);
    const client = new PrismaClient({ adapter: connectedAdapter(connection) });
    await client.$connect();
    return {
      dataAccess: prismaDataAccess({
        client,
        dialect: sqliteDialect(client, connection),
        now,
        onClosed: unlock,
      }),
      description: `SQLite ${path.relative(root, file)}`,
      databaseId: await databaseIdOf(client),
      notes: [
        ...restricted.map((one) => `made ${path.relative(root, one)} readable by its owner alone`),
        ...migrationNotes(migrated),
      ],
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Beside the bundled server lies the program of a thread that keeps the database open; without it this thread does. */
async function connect(adapter: SqliteAdapter, file: string): Promise<SqliteConnection> {
  const program = new URL('../database-thread.js', import.meta.url);
  return existsSync(program) ? new ThreadedConnection(program, file) : adapter.connect();
}

/** Before the migrations, which lock the file, and may change the tables. */
async function restoreMoves(adapter: SqliteAdapter): Promise<void> {
  const connection = await adapter.connect();
  await connection.restoreMoves().finally(() => connection.dispose());
}

/** Opens the database read-only, even while a server has it locked. @throws the driver's error */
export async function readSqlite({ databaseUrl, root, now }: OpenOptions): Promise<DataAccess> {
  const file = path.resolve(root, databaseUrl.slice('file:'.length));
  const adapter = new PrismaBetterSqlite3({ url: file, readonly: true, fileMustExist: true });
  const client = new PrismaClient({ adapter });
  await client.$connect();
  const refuse = () => Promise.reject(new Error('opened for reading'));
  const dialect = sqliteDialect(client, { commitGames: refuse, transact: refuse });
  return prismaDataAccess({ client, dialect, now });
}
