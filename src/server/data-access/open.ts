import type { DataAccess } from './data-access.ts';
import type { OpenDatabase, OpenOptions } from './open-database.ts';

/**
 * Opens the configured database and migrates it. Loads only the driver of that database.
 * @throws SchemaError, DatabaseInUseError, or the driver's error when the database is unreachable
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  if (options.databaseUrl.startsWith('file:')) {
    const { openSqlite } = await import('./open-sqlite.ts');
    return openSqlite(options);
  }
  const { openPostgres } = await import('./open-postgres.ts');
  return openPostgres(options);
}

/**
 * Opens the database for reading beside a running server: without migrations, and for SQLite read-only and without
 * the lock.
 * @throws the driver's error when the database can't be read
 */
export async function openForReading(options: OpenOptions): Promise<DataAccess> {
  if (options.databaseUrl.startsWith('file:')) {
    const { readSqlite } = await import('./open-sqlite.ts');
    return readSqlite(options);
  }
  const { readPostgres } = await import('./open-postgres.ts');
  return readPostgres(options);
}
