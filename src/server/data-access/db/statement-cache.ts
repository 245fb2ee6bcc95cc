import type { RunResult, Statement } from 'better-sqlite3';
import { createLRU } from 'lru.min';

/** A prepared statement as Prisma's adapter uses it: bound, then run to its end at once. */
interface Bound extends Pick<Statement, 'reader' | 'columns'> {
  run(): RunResult;
  raw(): { all(): unknown[] };
}

/** What is remembered of a connection's statement: better-sqlite3 binds one for good, so each use gets a view of its own. */
interface Prepared {
  run(): RunResult;
  bind(args: readonly unknown[]): Bound;
}

/** A connection as Prisma's adapter uses it. */
export interface Preparing<Made> {
  prepare(sql: string): Made;
}

/** Statements kept for each connection. */
const MOST = 200;

/** Longer ones have as many values as were there that time, and hardly come again. Characters. */
const LONGEST = 4000;

/**
 * Prepares each statement once for a connection: to parse it and to plan it costs more than most of them take. SQLite
 * prepares it anew by itself when the tables or what is known of them have changed.
 */
export function rememberStatements(connection: Preparing<Statement | Prepared>): void {
  const prepare = (connection as Preparing<Statement>).prepare.bind(connection);
  const kept = createLRU<string, Prepared>({ max: MOST });
  connection.prepare = (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    const prepared = reusable(prepare(sql));
    if (sql.length <= LONGEST) kept.set(sql, prepared);
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
      // A table may have got another column: SQLite finds out when it reads.
      columns: () => {
        read();
        return statement.columns();
      },
      raw: () => ({ all: read }),
    };
  },
});
