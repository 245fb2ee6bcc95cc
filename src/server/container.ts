import type { OpenApiDocument } from './rest/openapi.ts';
import type { createCaller } from './trpc/router.ts';

/**
 * What pages and route handlers use of the server. Next bundles their modules separately from the server's, so a module
 * can exist several times in one process; all of them share this object.
 */
export interface Container {
  /** Answers `/api/trpc`. */
  readonly handleTrpc: (request: Request) => Promise<Response>;
  /** Calls procedures from a page as the user of the session cookie. */
  readonly callerFor: (
    cookieHeader: string | undefined,
  ) => Promise<ReturnType<typeof createCaller>>;
  readonly openApi: OpenApiDocument;
  /** The server's public address; null in local mode. */
  readonly publicUrl: string | null;
}

const key = Symbol.for('rookery.container');

type Global = typeof globalThis & { [key]?: Container };

/** The composition root calls this once. */
export function shareContainer(container: Container): void {
  (globalThis as Global)[key] = container;
}

/** @throws Error when the page is not served by our server */
export function getContainer(): Container {
  const container = (globalThis as Global)[key];
  if (!container) throw new Error('Pages are served by src/server/main.ts: run "npm start".');
  return container;
}
