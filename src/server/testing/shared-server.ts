import { afterAll, beforeAll } from 'vitest';
import { startServer, type TestServer, type TestSettings } from './server.ts';

/**
 * One server for all tests of a file, started before the first and removed after the last.
 * @param settings may be worked out at that moment
 * @returns a function that gives it
 */
export function sharedServer(
  settings: TestSettings | (() => Promise<TestSettings>) = {},
): () => TestServer {
  let server: TestServer | null = null;
  beforeAll(async () => {
    server = await startServer(typeof settings === 'function' ? await settings() : settings);
  });
  afterAll(() => server?.end());
  return () => {
    if (!server) throw new Error('The server runs during tests only.');
    return server;
  };
}
