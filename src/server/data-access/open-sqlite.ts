import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaClient } from '../../generated/sqlite/client.ts';
import type { DataAccess } from './data-access.ts';
import { migrate } from './db/migrations.ts';
import { SqliteAdapter } from './db/sqlite/adapter.ts';
import { sqliteDialect } from './db/sqlite/dialect.ts';
import { lockSqlite } from './db/sqlite/lock.ts';
import { makeOwnerOnly } from './db/sqlite/owner-only.ts';
import { databaseIdOf, type OpenDatabase, type OpenOptions } from './open-database.ts';
import { prismaDataAccess } from './prisma-data-access.ts';

/** @throws SchemaError, DatabaseInUseError, or the driver's error */
export async function openSqlite({ databaseUrl, root, now }: OpenOptions): Promise<OpenDatabase> {
  const file = path.resolve(root, databaseUrl.slice('file:'.length));
  const restricted = makeOwnerOnly(file);
  const unlock = lockSqlite(file);
  try {
    const adapter = new SqliteAdapter({ url: file });
    const migrated = await migrate(path.join(root, 'prisma/sqlite'), adapter);
    const client = new PrismaClient({ adapter });
    await client.$connect();
    return {
      dataAccess: prismaDataAccess({
        client,
        dialect: sqliteDialect(client),
        now,
        onClosed: unlock,
      }),
      description: `SQLite ${path.relative(root, file)}`,
      databaseId: await databaseIdOf(client),
      notes: [
        ...restricted.map((one) => `made ${path.relative(root, one)} readable by its owner alone`),
        ...migrated.map((name) => `applied migration ${name}`),
      ],
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Opens the database read-only, even while a server has it locked. @throws the driver's error */
export async function readSqlite({ databaseUrl, root, now }: OpenOptions): Promise<DataAccess> {
  const file = path.resolve(root, databaseUrl.slice('file:'.length));
  const adapter = new PrismaBetterSqlite3({ url: file, readonly: true, fileMustExist: true });
  const client = new PrismaClient({ adapter });
  await client.$connect();
  return prismaDataAccess({ client, dialect: sqliteDialect(client), now });
}
