import type { RunResult, Statement } from 'better-sqlite3';
import { createLRU } from 'lru.min';

/** A bound statement, as Prisma's adapter uses it: executed once, and all its rows read. */
interface Bound extends Pick<Statement, 'reader' | 'columns'> {
  run(): RunResult;
  raw(): { all(): unknown[] };
}

/** A cached statement: better-sqlite3 binds a statement permanently, so each use gets its own {@link Bound}. */
interface Prepared {
  run(): RunResult;
  bind(args: readonly unknown[]): Bound;
}

/** A connection as Prisma's adapter uses it. */
export interface Preparing<Made> {
  prepare(sql: string): Made;
}

/** The maximum number of cached statements per connection. */
const MAX_STATEMENTS = 200;

/** Longer statements, in characters, are not cached: they have lists of values and are rarely repeated. */
const MAX_LENGTH = 4000;

/**
 * Caches the prepared statements of a connection: most take longer to parse and plan than to execute. SQLite prepares a
 * statement again by itself when the schema or its statistics have changed.
 */
export function rememberStatements(connection: Preparing<Statement | Prepared>): void {
  const prepare = (connection as Preparing<Statement>).prepare.bind(connection);
  const cache = createLRU<string, Prepared>({ max: MAX_STATEMENTS });
  connection.prepare = (sql) => {
    const known = cache.get(sql);
    if (known) return known;
    const prepared = reusable(prepare(sql));
    if (sql.length <= MAX_LENGTH) cache.set(sql, prepared);
    return prepared;
  };
}

const reusable = (statement: Statement): Prepared => ({
  run: () => statement.run(),
  bind: (args) => {
    let rows: unknown[] | null = null;
    const read = () => {
      rows ??= statement.raw().all(args);
      return rows;
    };
    return {
      reader: statement.reader,
      run: () => statement.run(args),
      // The table may have a new column; SQLite notices only when it executes the statement.
      columns: () => {
        read();
        return statement.columns();
      },
      raw: () => ({ all: read }),
    };
  },
});
