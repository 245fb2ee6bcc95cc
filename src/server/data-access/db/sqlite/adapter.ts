import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { type Preparing, rememberStatements } from '../statement-cache.ts';

const pragmas = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA busy_timeout = 10000;
  PRAGMA cache_size = -8000;
  PRAGMA temp_store = MEMORY;`;

/**
 * Prisma's better-sqlite3 adapter with three changes:
 * - every connection uses WAL (readers never block the writer) and synchronous = FULL (a commit is on disk before it
 *   returns; the default for WAL is NORMAL, with which a power cut would lose acknowledged moves);
 * - a query outside a transaction waits while one is open. Prisma's adapter would run it inside that transaction, and a
 *   rollback would undo it;
 * - statements are cached. Prisma's adapter prepares them for each query.
 */
export class SqliteAdapter extends PrismaBetterSqlite3 {
  override async connect(): Promise<SqlDriverAdapter> {
    const inner = await super.connect();
    await inner.executeScript(pragmas);
    await assertPragmas(inner);
    rememberStatements(connectionOf(inner));
    return withTransactionGuard(inner);
  }
}

/** The better-sqlite3 connection, a private property of Prisma's adapter. */
function connectionOf(adapter: object): Preparing<never> {
  if ('client' in adapter) return adapter.client as Preparing<never>;
  throw new Error("Prisma's SQLite adapter keeps its connection elsewhere now: see connectionOf.");
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

function withTransactionGuard(inner: SqlDriverAdapter): SqlDriverAdapter {
  /** Settles when the open transaction ends; null while none is open. */
  let open: Promise<void> | null = null;
  const alone = async <T>(run: () => Promise<T>): Promise<T> => {
    while (open !== null) await open;
    return run();
  };
  const guarded: SqlDriverAdapter = {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => alone(() => inner.queryRaw(query)),
    executeRaw: (query) => alone(() => inner.executeRaw(query)),
    executeScript: (script) => alone(() => inner.executeScript(script)),
    dispose: () => inner.dispose(),
    async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
      while (open !== null) await open;
      let end = () => {};
      open = new Promise<void>((resolve) => {
        end = () => {
          open = null;
          resolve();
        };
      });
      try {
        return endingWith(await inner.startTransaction(isolationLevel), end);
      } catch (error) {
        end();
        throw error;
      }
    },
  };
  return guarded;
}

/** Makes a transaction call `end` after its commit or rollback. */
function endingWith(transaction: Transaction, end: () => void): Transaction {
  const commit = transaction.commit.bind(transaction);
  const rollback = transaction.rollback.bind(transaction);
  return Object.assign(transaction, {
    commit: () => commit().finally(end),
    rollback: () => rollback().finally(end),
  });
}
