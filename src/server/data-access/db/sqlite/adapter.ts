import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlQuery } from '@prisma/driver-adapter-utils';
import type Database from 'better-sqlite3';
import { rememberStatements } from '../statement-cache.ts';
import { type CommitBatch, GameWriter } from './game-writer.ts';
import type { Prepare } from './prepare.ts';
import { TurnTaking } from './turn-taking.ts';

const pragmas = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA busy_timeout = 10000;
  PRAGMA cache_size = -8000;
  PRAGMA temp_store = MEMORY;`;

/** A connection that also writes decisions of games. */
export interface SqliteConnection extends SqlDriverAdapter {
  /**
   * Writes decisions of several games durably in one transaction, at most one for each game.
   * @returns the games whose decision took effect
   */
  commitGames(batch: CommitBatch): Promise<number[]>;
  /** Runs statements in one transaction. @returns the rows of each, as values in the order of its columns */
  transact(queries: readonly SqlQuery[]): Promise<unknown[][][]>;
}

/**
 * Prisma's better-sqlite3 adapter with these changes:
 * - every connection uses WAL (readers never block the writer) and synchronous = FULL (a commit is on disk before it
 *   returns; the default for WAL is NORMAL, with which a power cut would lose acknowledged moves);
 * - a query outside a transaction waits while one is open. Prisma's adapter would run it inside that transaction, and a
 *   rollback would undo it;
 * - moves are first written to a log, and to their tables before any query that names one of these;
 * - statements are cached. Prisma's adapter prepares them for each query.
 */
export class SqliteAdapter extends PrismaBetterSqlite3 {
  override async connect(): Promise<TurnTaking> {
    const inner = await super.connect();
    await inner.executeScript(pragmas);
    await assertPragmas(inner);
    const database = databaseOf(inner);
    const games = new GameWriter(database, prepareOn(database));
    rememberStatements(database);
    return new TurnTaking(inner, games);
  }
}

/** The better-sqlite3 connection, a private property of Prisma's adapter. */
function databaseOf(adapter: object): Database.Database {
  if ('client' in adapter) return adapter.client as Database.Database;
  throw new Error("Prisma's SQLite adapter keeps its connection elsewhere now: see databaseOf.");
}

/** Prepares statements with plain numbers, uncached; Prisma's adapter reads integers as bigint. */
function prepareOn(database: Database.Database): Prepare {
  const prepare = database.prepare.bind(database);
  return <P extends unknown[], R>(sql: string) =>
    prepare<P, R>(sql).safeIntegers(false) as Database.Statement<P, R>;
}

const queryOf = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] });

async function assertPragmas(connection: SqlDriverAdapter): Promise<void> {
  const expected = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 };
  for (const [pragma, value] of Object.entries(expected)) {
    const { rows } = await connection.queryRaw(queryOf(`PRAGMA ${pragma}`));
    const found = rows[0]?.[0];
    if (String(found) !== String(value)) {
      throw new Error(
        `SQLite keeps ${pragma} at ${found} instead of ${value}: is the file on a network drive?`,
      );
    }
  }
}
