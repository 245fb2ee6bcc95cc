import type { SqliteConnection } from '../adapter.ts';

/** The methods of a connection, and those of its open transaction: there is one at a time. */
interface Methods
  extends Pick<
    SqliteConnection,
    'queryRaw' | 'executeRaw' | 'executeScript' | 'transact' | 'commitGames' | 'dispose'
  > {
  begin: SqliteConnection['startTransaction'];
  queryInTransaction: SqliteConnection['queryRaw'];
  executeInTransaction: SqliteConnection['executeRaw'];
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

export type Method = keyof Methods;
export type Arguments<M extends Method> = Parameters<Methods[M]>;
export type Answer<M extends Method> = Awaited<ReturnType<Methods[M]>>;

/** A call, from the server's thread. */
export interface Request<M extends Method = Method> {
  readonly id: number;
  readonly method: M;
  readonly args: Arguments<M>;
}

/** The answer to a call, from the database's thread. */
export type Response =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: Failure };

/** An error as plain data: a thread can't pass its class on. */
export interface Failure {
  readonly message: string;
  /** SQLite's code, such as `SQLITE_FULL`. */
  readonly code?: string | undefined;
  /** The cause of a DriverAdapterError, which Prisma reads. */
  readonly driverCause?: object | undefined;
}
