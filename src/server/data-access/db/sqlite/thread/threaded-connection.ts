import { Worker } from 'node:worker_threads';
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import type { SqliteConnection } from '../adapter.ts';
import type { CommitBatch } from '../game-writer.ts';
import type { Answer, Arguments, Failure, Method, Response } from './messages.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A connection to a SQLite database that a thread of its own keeps open. */
export class ThreadedConnection implements SqliteConnection {
  readonly provider = 'sqlite';
  readonly adapterName = '@prisma/adapter-better-sqlite3';
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;

  /**
   * @param program the bundle of `database-thread.ts`
   * @param file the database's path
   */
  constructor(program: URL, file: string) {
    this.#worker = new Worker(program, { workerData: file, execArgv: [] });
    this.#worker.on('message', (response: Response) => this.#settle(response));
    // A bug, or no memory: the process ends, and is restarted by whoever watches over it.
    this.#worker.on('error', (error) => {
      throw error;
    });
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#call('queryRaw', query);
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#call('executeRaw', query);
  }

  executeScript(script: string): Promise<void> {
    return this.#call('executeScript', script);
  }

  transact(queries: readonly SqlQuery[]): Promise<unknown[][][]> {
    return this.#call('transact', queries);
  }

  commitGames(batch: CommitBatch): Promise<number[]> {
    return this.#call('commitGames', batch);
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    await this.#call('begin', isolationLevel);
    return {
      provider: this.provider,
      adapterName: this.adapterName,
      options: { usePhantomQuery: false },
      queryRaw: (query) => this.#call('queryInTransaction', query),
      executeRaw: (query) => this.#call('executeInTransaction', query),
      commit: () => this.#call('commit'),
      rollback: () => this.#call('rollback'),
    };
  }

  async dispose(): Promise<void> {
    await this.#call('dispose');
    await this.#worker.terminate();
  }

  #call<M extends Method>(method: M, ...args: Arguments<M>): Promise<Answer<M>> {
    const id = ++this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as Answer<M>), reject });
      this.#worker.postMessage({ id, method, args });
    });
  }

  #settle(response: Response): void {
    const waiting = this.#waiting.get(response.id);
    this.#waiting.delete(response.id);
    if ('failure' in response) waiting?.reject(errorOf(response.failure));
    else waiting?.resolve(response.value);
  }
}

function errorOf({ message, code, driverCause }: Failure): Error {
  if (driverCause) return new DriverAdapterError(driverCause as DriverAdapterError['cause']);
  return Object.assign(new Error(message), { code });
}
