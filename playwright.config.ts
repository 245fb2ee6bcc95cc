import { defineConfig } from '@playwright/test';

/** Found by `npm test`; without it Playwright's own browser is used. */
const executablePath = process.env.ROOKERY_CHROMIUM;

/** The browser must not call home: a test that needs the network is a wrong test. */
const args = [
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // Each has a server of its own. Tests wait more than they work.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  // Ends as soon as what is waited for is there; a loaded machine takes longer.
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    headless: true,
    video: 'off', // would download ffmpeg
    screenshot: 'only-on-failure',
    // Recording costs more than the tests themselves; `--trace=retain-on-failure` shows how one fails.
    trace: 'off',
    launchOptions: {
      chromiumSandbox: false, // Chromium refuses its sandbox to root
      args,
      ...(executablePath ? { executablePath } : {}),
    },
  },
});
