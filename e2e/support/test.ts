import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { startServer, type TestServer } from '../../src/testing/server/server.ts';
import { type BrowserPool, type ContextOptions, createBrowserPool } from './browser-pool.ts';

export { expect };

/** What no page may do: errors, and requests to other hosts. */
type Faults = string[];

interface Fixtures {
  /** Opens a separate browser, signed in under this name if there is one. */
  readonly visit: Visit;
  readonly faults: Faults;
}

export type Visit = (username?: string, options?: ContextOptions) => Promise<Page>;

interface WorkerFixtures {
  readonly rookery: TestServer;
  readonly pool: BrowserPool;
}

export const PASSWORD = 'correct horse battery';

/** Messages of the browser, and of Next's prefetching, while a server restarts or a connection breaks. */
const expected =
  /WebSocket connection to|net::ERR_(CONNECTION_\w+|EMPTY_RESPONSE|INCOMPLETE_\w+|CONTENT_LENGTH_\w+)|Failed to fetch RSC payload/;

export const test = base.extend<Fixtures, WorkerFixtures>({
  rookery: [
    async ({ playwright: _ }, use) => {
      const server = await startServer();
      await use(server);
      await server.end();
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  pool: [
    async ({ browser }, use) => {
      const pool = createBrowserPool(browser);
      await use(pool);
      await pool.close();
    },
    { scope: 'worker' },
  ],

  faults: async ({ playwright: _ }, use) => {
    const faults: Faults = [];
    await use(faults);
    expect(faults, 'errors on the pages').toEqual([]);
  },

  visit: async ({ pool, rookery, faults }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (username, options) => {
      const context = await pool.take({ baseURL: rookery.url, ...options });
      contexts.push(context);
      if (username !== undefined) await register(context.request, username);
      const page = await context.newPage();
      watch(page, new URL(options?.baseURL ?? rookery.url).host, faults);
      return page;
    });
    await Promise.all(contexts.map(pool.giveBack));
  },
});

/** Creates an account; the cookie goes to the browser of the request. */
async function register(request: Page['request'], username: string): Promise<void> {
  const data = {
    username,
    password: PASSWORD,
    email: `${username}@example.org`,
    tokenDelivery: 'cookie',
  };
  const answer = await request.post('/api/trpc/auth.register', { data });
  expect(answer.status(), await answer.text()).toBe(200);
}

function watch(page: Page, host: string, faults: Faults): void {
  page.on('console', (message) => {
    // A status of 4xx is the server's answer, which the page handles.
    const refused = /responded with a status of 4/.test(message.text());
    if (message.type() === 'error' && !refused && !expected.test(message.text())) {
      faults.push(`${page.url()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!/^(data|blob):$/.test(url.protocol) && url.host !== host) {
      faults.push(`${page.url()} asked ${request.url()}`);
    }
  });
}

/** A unique name. */
export const unique = (name: string): string => `${name}-${Math.random().toString(36).slice(2, 8)}`;
