import { afterAll, beforeAll } from 'vitest';
import { startServer, type TestServer, type TestSettings } from './server.ts';

/** The time limit of the first start after a change, which builds first. */
const BUILDING_MS = 5 * 60_000;

/**
 * One server for all tests of a file, started before the first and removed after the last.
 * @returns a function that returns it
 */
export function sharedServer(settings: TestSettings = {}): () => TestServer {
  let server: TestServer | null = null;
  beforeAll(async () => {
    server = await startServer(settings);
  }, BUILDING_MS);
  afterAll(() => server?.end());
  return () => {
    if (!server) throw new Error('The server runs during tests only.');
    return server;
  };
}
