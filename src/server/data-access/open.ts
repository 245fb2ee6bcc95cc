import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient as PostgresClient } from '../../generated/postgresql/client.ts';
import { PrismaClient as SqliteClient } from '../../generated/sqlite/client.ts';
import type { DataAccess } from './data-access.ts';
import type { Client } from './dialect.ts';
import { migrate } from './migrations.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { PrismaDataAccess } from './prisma-data-access.ts';
import { SqliteAdapter } from './sqlite-adapter.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { lockSqlite } from './sqlite-lock.ts';

export interface OpenOptions {
  /** `file:PATH` or `postgresql://…` */
  readonly databaseUrl: string;
  /** The project's folder, which holds `prisma/`. */
  readonly root: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** An open database and how to speak of it at start-up. */
export interface OpenDatabase {
  readonly dataAccess: DataAccess;
  /** For people, without the password: `SQLite data/rookery.db`. */
  readonly description: string;
  /**
   * The same for every process on this database, and for no other database: what its first migration is filed under. A
   * copy has that of its original.
   */
  readonly installation: string;
  /** Names of the migrations applied on opening. */
  readonly migrated: readonly string[];
}

/**
 * Opens the database that the settings name and brings its tables up to date.
 * @throws SchemaError, DatabaseInUseError, or the driver's error when it can't be reached
 */
export function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  return options.databaseUrl.startsWith('file:') ? openSqlite(options) : openPostgres(options);
}

async function openSqlite({ databaseUrl, root, now }: OpenOptions): Promise<OpenDatabase> {
  const file = path.resolve(root, databaseUrl.slice('file:'.length));
  mkdirSync(path.dirname(file), { recursive: true });
  const unlock = lockSqlite(file);
  try {
    const adapter = new SqliteAdapter({ url: file });
    const migrated = await migrate(path.join(root, 'prisma/sqlite'), adapter);
    const client = new SqliteClient({ adapter });
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
      installation: await installationOf(client),
      migrated,
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openPostgres({ databaseUrl, root, now }: OpenOptions): Promise<OpenDatabase> {
  const adapter = new PrismaPg({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5000,
    query_timeout: 15_000,
    keepAlive: true,
  });
  const migrated = await migrate(path.join(root, 'prisma/postgresql'), adapter);
  // The two clients differ in nothing that is used here; this is the one place that says so.
  const client = new PostgresClient({ adapter }) as unknown as Client;
  await client.$connect();
  const { hostname, pathname } = new URL(databaseUrl);
  return {
    dataAccess: new PrismaDataAccess(client, postgresDialect(client), now),
    description: `PostgreSQL ${hostname}${pathname}`,
    installation: await installationOf(client),
    migrated,
  };
}

async function installationOf(client: Client): Promise<string> {
  const [first] = await client.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "_prisma_migrations" ORDER BY "started_at", "migration_name" LIMIT 1`;
  return first?.id ?? '';
}
