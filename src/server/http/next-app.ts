import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import type { Log } from '../base/log.ts';

/** The Next app, which serves the pages and `/api/trpc`. */
export interface NextApp {
  /** Answers a request, after loading Next if necessary. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Next's WebSocket for hot reloading; null in production. */
  readonly hotReload: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | null;
  /** Loads Next now, which blocks the event loop for a moment. */
  load(): Promise<void>;
  close(): Promise<void>;
}

/** In production Next is loaded this long after the start, in ms, if no page was requested before: early, while load is low. */
const AT_LEISURE_MS = 1000;

/**
 * Loads Next lazily: that takes longer than the rest of the start, and only pages and tRPC over HTTP need it.
 * @throws Error when the pages are not built
 */
export async function createNextApp(
  root: string,
  development: boolean,
  log: Log,
): Promise<NextApp> {
  if (!development && !existsSync(path.join(root, '.next', 'BUILD_ID'))) {
    throw new Error('the pages are not built: run npm run build');
  }
  let loading: ReturnType<typeof load> | null = null;
  const loaded = () => {
    loading ??= load(root, development);
    return loading;
  };
  const hotReload = development ? hotReloadOf(await loaded()) : null;
  const failed = (error: unknown) => log.error('Loading the pages failed', error);
  const timer = setTimeout(() => loaded().catch(failed), AT_LEISURE_MS).unref();
  return {
    handle: async (request, response) => (await loaded()).getRequestHandler()(request, response),
    hotReload,
    async load() {
      await loaded();
    },
    async close() {
      clearTimeout(timer);
      await loading?.then(
        (app) => app.close(),
        () => {}, // loading failed, so there is nothing to close
      );
    },
  };
}

async function load(root: string, development: boolean) {
  const { default: next } = await import('next');
  // Next would add an upgrade listener to the server and close our sockets, so it gets an idle emitter instead.
  const decoy = new EventEmitter() as Server;
  const app = next({ dev: development, dir: root, httpServer: decoy });
  await app.prepare();
  return app;
}

/** In development only the runtime getter works; the documented `getUpgradeHandler()` never resolves. */
function hotReloadOf(app: object): NextApp['hotReload'] {
  const { upgradeHandler } = app as { upgradeHandler: (...upgrade: unknown[]) => unknown };
  return (...upgrade) => {
    upgradeHandler(...upgrade);
  };
}
