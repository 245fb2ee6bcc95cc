// npm run check: format, lint, types, unused code, and every test that needs no browser.
// usage: npm run check [-- --static | FILE…]   `--static` leaves the tests out; with FILEs, only their format and lint,
// all types, and the tests that import them
import { checkFiles, runChecks } from './lib/checks.mjs';
import { main, runNode, step } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await main(async () => {
  const began = performance.now();
  await setup('tools');
  const files = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
  if (files.length > 0) {
    await checkFiles(files);
  } else {
    await runChecks();
  }
  if (files.length === 0 && !process.argv.includes('--static')) {
    await setup('everything');
    await step('Tests without a browser', () => runNode(['node_modules/vitest/vitest.mjs', 'run']));
  }
  console.log(`All well after ${((performance.now() - began) / 1000).toFixed(0)} s.`);
});
