import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../generated/postgresql/client.ts';
import type { DataAccess } from './data-access.ts';
import type { Client } from './db/dialect.ts';
import { migrate } from './db/migrations.ts';
import { postgresDialect } from './db/postgres/dialect.ts';
import {
  databaseIdOf,
  migrationNotes,
  type OpenDatabase,
  type OpenOptions,
} from './open-database.ts';
import { prismaDataAccess } from './prisma-data-access.ts';

/** @throws SchemaError, or the driver's error when the database is unreachable */
export async function openPostgres({ databaseUrl, root, now }: OpenOptions): Promise<OpenDatabase> {
  const adapter = adapterFor(databaseUrl);
  const migrated = await migrate(path.join(root, 'prisma/postgresql'), adapter);
  const client = await connect(adapter);
  const { hostname, pathname } = new URL(databaseUrl);
  return {
    dataAccess: prismaDataAccess({ client, dialect: postgresDialect(client), now }),
    description: `PostgreSQL ${hostname}${pathname}`,
    databaseId: await databaseIdOf(client),
    notes: migrationNotes(migrated),
  };
}

/** Opens the database without migrating it. @throws the driver's error */
export async function readPostgres({ databaseUrl, now }: OpenOptions): Promise<DataAccess> {
  const client = await connect(adapterFor(databaseUrl));
  return prismaDataAccess({ client, dialect: postgresDialect(client), now });
}

const adapterFor = (connectionString: string) =>
  new PrismaPg({
    connectionString,
    connectionTimeoutMillis: 5000,
    query_timeout: 15_000,
    keepAlive: true,
  });

async function connect(adapter: PrismaPg): Promise<Client> {
  // The used parts of the two generated clients are equal; this is the only cast between them.
  const client = new PrismaClient({ adapter }) as unknown as Client;
  await client.$connect();
  return client;
}
