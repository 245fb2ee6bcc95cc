// npm run bench: measures the built server beside bare counterparts and prints one table (bench/README.md).
// usage: npm run bench [-- SUBJECT … --quick]
import { Failure, main, run } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await main(async () => {
  await setup('server');
  const args = ['--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)];
  const { status } = await run(process.execPath, args, { show: true });
  if (status !== 0) throw new Failure('The benchmark could not be run to its end.');
});
