import type { OpenApiDocument } from './rest/openapi.ts';
import type { createCaller } from './trpc/router.ts';

/**
 * What pages and route handlers need of the server. Next bundles their modules apart from the server's, so a module
 * could exist several times in one process; this one object is shared by all of them.
 */
export interface Container {
  /** Answers `/api/trpc`. */
  readonly handleTrpc: (request: Request) => Promise<Response>;
  /** Calls procedures from a page, as the user whose cookie it is. */
  readonly callerFor: (
    cookieHeader: string | undefined,
  ) => Promise<ReturnType<typeof createCaller>>;
  readonly openApi: OpenApiDocument;
  /** The address at which others reach the server; null in local mode. */
  readonly publicUrl: string | null;
}

const key = Symbol.for('rookery.container');

type Global = typeof globalThis & { [key]?: Container };

/** Set once, by the composition root. */
export function shareContainer(container: Container): void {
  (globalThis as Global)[key] = container;
}

/** @throws Error when the page is not served by our server */
export function getContainer(): Container {
  const container = (globalThis as Global)[key];
  if (!container) throw new Error('Pages are served by src/server/main.ts: run "npm start".');
  return container;
}
