import { defineConfig } from 'vitest/config';

/** Everything that needs no browser. Suites start real servers and databases, hence the long limits. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  },
});
