// npm test: sets up, builds what is out of date, finds a Redis and a browser, runs all tests. The last line has the totals.
// usage: node scripts/test.mjs [FILE …]   files below e2e/ go to Playwright, others to Vitest; without any, all run
import { mkdirSync, rmSync } from 'node:fs';
import { findBrowser } from './lib/browser.mjs';
import { prepareRedis } from './lib/redis.mjs';
import { Failure, root, run } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';
import { judge, line, listedTests, playwrightTotals, vitestTotals } from './lib/totals.mjs';

const reports = { vitest: 'test-results/vitest.json', playwright: 'test-results/playwright.json' };
const vitest = 'node_modules/vitest/vitest.mjs';
const playwright = 'node_modules/@playwright/test/cli.js';

/** Tells the tests that everything is built. */
const built = { ROOKERY_BUILT: 'yes' };

async function runVitest(/** @type {string[]} */ files) {
  await prepareRedis();
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${reports.vitest}`];
  const { status } = await run(process.execPath, [vitest, 'run', ...report, ...files], {
    show: true,
    env: built,
  });
  return judge('Vitest', status, () => vitestTotals(reports.vitest));
}

async function runPlaywright(/** @type {string[]} */ files) {
  const browser = await findBrowser();
  if ('missing' in browser) return skipPlaywright(files, browser.missing);
  const report = { PLAYWRIGHT_JSON_OUTPUT_FILE: reports.playwright };
  const env = { ...built, ...report, ROOKERY_CHROMIUM: browser.path };
  const args = [playwright, 'test', '--reporter=list,json', ...files];
  const { status } = await run(process.execPath, args, { show: true, env });
  return judge('Playwright', status, () => playwrightTotals(reports.playwright));
}

async function skipPlaywright(/** @type {string[]} */ files, /** @type {string} */ reason) {
  console.log(`\nBrowser tests skipped: ${reason}.`);
  const args = [playwright, 'test', '--list', '--reporter=json', ...files];
  const { output, status } = await run(process.execPath, args);
  return judge('Playwright', status, () => ({
    passed: 0,
    failed: 0,
    skipped: listedTests(output),
  }));
}

/** Reports a failure before any test could run. */
function fail(/** @type {unknown} */ error) {
  console.error(error instanceof Failure ? `\n${error.message}` : error);
  return [{ passed: 0, failed: 1, skipped: 0 }];
}

async function runAll() {
  await setup('everything');
  mkdirSync(`${root}test-results`, { recursive: true });
  for (const file of Object.values(reports)) rmSync(root + file, { force: true });

  const files = process.argv.slice(2);
  const forBrowser = files.filter((file) => /(^|\/)e2e\//.test(file));
  const others = files.filter((file) => !forBrowser.includes(file));
  const results = [];
  if (others.length || !files.length) results.push(await runVitest(others));
  if (forBrowser.length || !files.length) results.push(await runPlaywright(forBrowser));
  return results;
}

const results = await runAll().catch(fail);
console.log(`\n${line(results)}`);
process.exitCode = results.every(({ failed }) => failed === 0) ? 0 : 1;
