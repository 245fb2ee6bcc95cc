import Database from 'better-sqlite3';

/** Another process serves this database already. */
class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError';
}

/**
 * Takes the right to serve a SQLite database: one process at a time, since each keeps games in memory and numbers their
 * events. The lock is an open transaction on a small file beside the database, so the system frees it however the
 * process ends.
 * @param file the database's path
 * @returns a function that gives the right back
 * @throws DatabaseInUseError when another process holds it
 */
export function lockSqlite(file: string): () => void {
  const path = `${file}.lock`;
  const lock = new Database(path, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') {
      throw new DatabaseInUseError(
        `Another Rookery is already serving ${file}. Stop it first, or give this one its own DATABASE_URL=file:OTHER.db (several processes on one database need PostgreSQL).`,
      );
    }
    throw error;
  }
  return () => lock.close();
}
