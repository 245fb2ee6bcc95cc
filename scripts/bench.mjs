// npm run bench: measures the built server beside bare counterparts and prints one table (bench/README.md).
// usage: npm run bench [-- SUBJECT … --quick]
//        npm run bench -- levels [OPTION …]   instead, lets the computer's levels play each other (bench/levels.ts)
import { Failure, main, run } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await main(async () => {
  const asked = process.argv.slice(2);
  const isLevels = asked[0] === 'levels';
  await setup(isLevels ? 'tools' : 'server');
  const program = isLevels ? ['bench/levels.ts', ...asked.slice(1)] : ['bench/main.ts', ...asked];
  const args = ['--import', 'tsx', ...program];
  const { status } = await run(process.execPath, args, { show: true });
  if (status !== 0) throw new Failure('The benchmark could not be run to its end.');
});
