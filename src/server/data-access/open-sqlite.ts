import path from 'node:path';
import { PrismaClient } from '../../generated/sqlite/client.ts';
import { migrate } from './db/migrations.ts';
import { SqliteAdapter } from './db/sqlite/adapter.ts';
import { sqliteDialect } from './db/sqlite/dialect.ts';
import { lockSqlite } from './db/sqlite/lock.ts';
import { makeOwnerOnly } from './db/sqlite/owner-only.ts';
import { databaseIdOf, type OpenDatabase, type OpenOptions } from './open-database.ts';
import { PrismaDataAccess } from './prisma-data-access.ts';

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
    const dataAccess = new PrismaDataAccess(client, sqliteDialect(client), now);
    return {
      dataAccess: Object.assign(dataAccess, {
        close: async () => {
          await client.$disconnect();
          unlock();
        },
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
