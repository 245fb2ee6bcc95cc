// The thread that owns the SQLite database: the server's thread never waits for the disk.
import { parentPort, workerData } from 'node:worker_threads';
import { isDriverAdapterError, type Transaction } from '@prisma/driver-adapter-utils';
import { SqliteAdapter, type SqliteConnection } from '../adapter.ts';
import type { Failure, Method, Request, Response } from './messages.ts';

const port = parentPort;
if (!port) throw new Error('database-thread runs as a worker only.');

const connection: SqliteConnection = await new SqliteAdapter({ url: workerData }).connect();
let transaction: Transaction | null = null;

function open(): Transaction {
  if (!transaction) throw new Error('No transaction is open.');
  return transaction;
}

function closed(): Transaction {
  const ended = open();
  transaction = null;
  return ended;
}

const handlers: { readonly [M in Method]: (...args: Request<M>['args']) => Promise<unknown> } = {
  queryRaw: (query) => connection.queryRaw(query),
  executeRaw: (query) => connection.executeRaw(query),
  executeScript: (script) => connection.executeScript(script),
  transact: (queries) => connection.transact(queries),
  commitGames: (batch) => connection.commitGames(batch),
  dispose: () => connection.dispose(),
  async begin(isolationLevel) {
    transaction = await connection.startTransaction(isolationLevel);
    return null;
  },
  queryInTransaction: async (query) => open().queryRaw(query),
  executeInTransaction: async (query) => open().executeRaw(query),
  commit: async () => closed().commit(),
  rollback: async () => closed().rollback(),
};

const isCode = (code: unknown): code is string => typeof code === 'string';

function failureOf(error: unknown): Failure {
  if (isDriverAdapterError(error)) return { message: error.message, driverCause: error.cause };
  const { message, code } = error as { message?: unknown; code?: unknown };
  return { message: String(message ?? error), code: isCode(code) ? code : undefined };
}

port.on('message', ({ id, method, args }: Request) => {
  const handler = handlers[method] as (...args: unknown[]) => Promise<unknown>;
  const send = (response: Response) => port.postMessage(response);
  handler(...args).then(
    (value) => send({ id, value: value ?? null }),
    (error) => send({ id, failure: failureOf(error) }),
  );
});
