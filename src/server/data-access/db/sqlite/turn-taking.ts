import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils';
import type { SqliteConnection } from './adapter.ts';
import type { CommitBatch, GameWriter } from './game-writer.ts';

/** A connection on which everything waits for the open transaction, and queries see all moves. */
export class TurnTaking implements SqliteConnection {
  readonly provider = 'sqlite';
  readonly adapterName: string;
  /** Settles when the open transaction ends; null while none is open. */
  #open: Promise<void> | null = null;

  constructor(
    private readonly inner: SqlDriverAdapter,
    private readonly games: GameWriter,
  ) {
    this.adapterName = inner.adapterName;
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#alone(() => {
      this.games.settleFor(query.sql);
      return this.inner.queryRaw(query);
    });
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#alone(() => {
      this.games.settleFor(query.sql);
      return this.inner.executeRaw(query);
    });
  }

  executeScript(script: string): Promise<void> {
    return this.#alone(() => {
      this.games.settle();
      return this.inner.executeScript(script);
    });
  }

  commitGames(batch: CommitBatch): Promise<number[]> {
    return this.#alone(async () => this.games.commit(batch));
  }

  async transact(queries: readonly SqlQuery[]): Promise<unknown[][][]> {
    const transaction = await this.startTransaction();
    const end = (sql: string) => transaction.executeRaw({ sql, args: [], argTypes: [] });
    try {
      const results: unknown[][][] = [];
      for (const query of queries) results.push((await transaction.queryRaw(query)).rows);
      await end('COMMIT');
      await transaction.commit();
      return results;
    } catch (error) {
      await end('ROLLBACK').catch(() => {}); // SQLite may have rolled back already
      await transaction.rollback();
      throw error;
    }
  }

  /** Writes the moves into their tables that a killed process left in the log. To be called once, before other queries. */
  restoreMoves(): Promise<void> {
    return this.#alone(async () => this.games.restore());
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    while (this.#open !== null) await this.#open;
    let end = () => {};
    this.#open = new Promise<void>((resolve) => {
      end = () => {
        this.#open = null;
        resolve();
      };
    });
    try {
      this.games.settle();
      return endingWith(await this.inner.startTransaction(isolationLevel), end);
    } catch (error) {
      end();
      throw error;
    }
  }

  dispose(): Promise<void> {
    return this.#alone(() => {
      this.games.close();
      return this.inner.dispose();
    });
  }

  async #alone<T>(run: () => Promise<T>): Promise<T> {
    while (this.#open !== null) await this.#open;
    return run();
  }
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
