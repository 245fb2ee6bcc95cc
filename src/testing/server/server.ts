import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { settingList } from '../../server/base/settings.ts';
import { makeFreshSqlite } from '../databases/fresh-sqlite.ts';
import { quickFolder } from '../util/quick-folder.ts';
import { root } from '../util/root.ts';
import { ensureBuilt } from './built.ts';
import { type Environment, type ServerProcess, spawnServer } from './server-process.ts';

/** Settings by name, as in the environment. */
export type TestSettings = Readonly<Record<string, string>>;

/** The real server in its own process, on the loopback, with its own data folder. */
export interface TestServer {
  /** `http://127.0.0.1:PORT`, without a slash; the same after a restart. */
  readonly url: string;
  readonly port: number;
  /** The temporary data folder; removed by {@link end}. */
  readonly folder: string;
  /** The SQLite database, unless the settings name a PostgreSQL. */
  readonly databaseFile: string;
  /** The id of the current process. */
  readonly pid: number;
  /** Everything written to the log, over all restarts. */
  log(): string;
  /** Resolves with the first log line that matches, past or future; rejects when the server ends without it. */
  logged(pattern: RegExp): Promise<string>;
  /** Stops gracefully (SIGTERM) and waits for the end. @returns the exit code */
  stop(): Promise<number | null>;
  /** Sends SIGKILL, and waits for the end. */
  kill(): Promise<void>;
  /** Restarts on the same port and data; a running server is stopped first. */
  restart(): Promise<void>;
  /** Stops if necessary, and removes the data. */
  end(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** How many ports are tried: another program may take the chosen one first. */
const PORT_TRIES = 20;

/**
 * Starts the production server, built first if it is out of date, and waits until it listens. It ends with the process
 * that started it, however that one ends.
 * @param settings added to the defaults; the environment's settings don't count
 * @throws StartError with the log when it exits instead
 */
export async function startServer(settings: TestSettings = {}): Promise<TestServer> {
  await ensureBuilt(root);
  const folder = mkdtempSync(path.join(quickFolder(), 'rookery-test-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const end = () => {
    process.off('exit', removeFolder);
    removeFolder();
  };
  try {
    return await startIn(folder, settings, end);
  } catch (error) {
    end();
    throw error;
  }
}

async function startIn(
  folder: string,
  settings: TestSettings,
  removeFolder: () => void,
): Promise<TestServer> {
  const databaseFile = path.join(folder, 'rookery.db');
  if (settings.DATABASE_URL === undefined) await makeFreshSqlite(root, databaseFile);
  const written: string[] = [];
  const run = (port: number): Promise<ServerProcess> =>
    spawnServer({
      root,
      write: (text) => written.push(text),
      env: {
        ...withoutSettings(process.env),
        DATABASE_URL: `file:${databaseFile}`,
        ...settings,
        PORT: String(port),
      },
    });
  const [port, first] = await onFreePort(run);
  let current = first;
  const log = () => written.join('');
  const server: TestServer = {
    url: `http://127.0.0.1:${port}`,
    port,
    folder,
    databaseFile,
    get pid() {
      return current.pid;
    },
    log,
    logged: (pattern) => current.firstLine(pattern, log),
    stop: () => current.end('SIGTERM'),
    async kill() {
      await current.end('SIGKILL');
    },
    async restart() {
      await current.end('SIGTERM');
      current = await run(port);
    },
    async end() {
      await current.end('SIGTERM');
      removeFolder();
    },
    [Symbol.asyncDispose]: () => server.end(),
  };
  return server;
}

/**
 * Chooses ports below the range that systems use for outgoing connections: otherwise a client that reconnects while the
 * server is down could get the server's own port.
 */
async function onFreePort(
  run: (port: number) => Promise<ServerProcess>,
): Promise<[port: number, started: ServerProcess]> {
  for (let attempt = 1; ; attempt++) {
    const port = randomInt(20_000, 30_000);
    try {
      return [port, await run(port)];
    } catch (error) {
      if (attempt === PORT_TRIES || !/Port \d+ is taken/.test(String(error))) throw error;
    }
  }
}

function withoutSettings(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !(name in settingList)));
}
