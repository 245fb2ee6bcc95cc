import path from 'node:path';
import { PrismaClient } from '../../generated/sqlite/client.ts';
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
  const mended = makeOwnerOnly(file);
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
        ...mended.map((one) => `made ${path.relative(root, one)} readable by its owner alone`),
        ...migrated.map((name) => `applied migration ${name}`),
      ],
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
