import type { DataAccess } from './data-access.ts';
import type { OpenDatabase, OpenOptions } from './open-database.ts';

/**
 * Opens the database that the settings name and brings its tables up to date. Only that one's driver is loaded.
 * @throws SchemaError, DatabaseInUseError, or the driver's error when it can't be reached
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
 * Opens the database as it is, to read it beside a running server: SQLite for reading only, without its lock.
 * @throws the driver's error when it can't be read
 */
export async function openForReading(options: OpenOptions): Promise<DataAccess> {
  if (options.databaseUrl.startsWith('file:')) {
    const { readSqlite } = await import('./open-sqlite.ts');
    return readSqlite(options);
  }
  const { readPostgres } = await import('./open-postgres.ts');
  return readPostgres(options);
}
