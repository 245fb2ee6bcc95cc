import { defineConfig } from 'vitest/config';

/** Everything that needs no browser. Suites start real servers and databases, hence the long limits. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    // As many as there are cores: tests wait for servers more than they work. Vitest's own choice is one fewer.
    maxWorkers: '100%',
    // Importing what the files share takes a second each time; nothing in the sources keeps state of its own.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Waiting for a condition ends with it; how long a loaded machine takes says nothing.
    expect: { poll: { timeout: 20_000, interval: 20 } },
    restoreMocks: true,
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  },
});
