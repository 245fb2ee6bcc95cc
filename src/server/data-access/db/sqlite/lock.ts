import Database from 'better-sqlite3';

/** Another process is serving this database. */
class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError';
}

/**
 * Locks a SQLite database for this process: only one may serve it, since it keeps games in memory and numbers their
 * events. The lock is an open transaction on a small file beside the database, so the system releases it even when the
 * process is killed.
 * @param file the database's path
 * @returns a function that releases the lock
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
