import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../generated/postgresql/client.ts';
import type { Client } from './db/dialect.ts';
import { migrate } from './db/migrations.ts';
import { postgresDialect } from './db/postgres/dialect.ts';
import { databaseIdOf, type OpenDatabase, type OpenOptions } from './open-database.ts';
import { prismaDataAccess } from './prisma-data-access.ts';

/** @throws SchemaError, or the driver's error when it can't be reached */
export async function openPostgres({ databaseUrl, root, now }: OpenOptions): Promise<OpenDatabase> {
  const adapter = new PrismaPg({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5000,
    query_timeout: 15_000,
    keepAlive: true,
  });
  const migrated = await migrate(path.join(root, 'prisma/postgresql'), adapter);
  // The two clients differ in nothing that is used here; this is the one place that says so.
  const client = new PrismaClient({ adapter }) as unknown as Client;
  await client.$connect();
  const { hostname, pathname } = new URL(databaseUrl);
  return {
    dataAccess: prismaDataAccess({ client, dialect: postgresDialect(client), now }),
    description: `PostgreSQL ${hostname}${pathname}`,
    databaseId: await databaseIdOf(client),
    notes: migrated.map((name) => `applied migration ${name}`),
  };
}
