import type { Statement } from 'better-sqlite3';

/** Prepares a statement of a connection. `P`: its parameters, `R`: a row, as an object of its columns. */
export type Prepare = <P extends unknown[], R = unknown>(sql: string) => Statement<P, R>;
