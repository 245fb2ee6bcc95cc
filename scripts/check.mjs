// npm run check: format, lint, types, unused code, and every test that needs no browser.
// `--static` leaves the tests out.
import { runChecks } from './lib/checks.mjs';
import { main, runNode, step } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await main(async () => {
  const began = performance.now();
  await setup('tools');
  await runChecks();
  if (!process.argv.includes('--static')) {
    await setup('everything');
    await step('Tests without a browser', () => runNode(['node_modules/vitest/vitest.mjs', 'run']));
  }
  console.log(`All well after ${((performance.now() - began) / 1000).toFixed(0)} s.`);
});
