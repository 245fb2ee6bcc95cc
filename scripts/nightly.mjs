// npm run nightly: the tests that take too long for every day: 10,000 random games against the model, 50 processes that die between a
// commit and its answer, and 20 that are killed while 100 games are played.
// usage: node scripts/nightly.mjs [SEQUENCES]   ROOKERY_SEED repeats a run by the seed that it printed
import { Failure, main, run } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await main(async () => {
  await setup('tools');
  const sequences = process.argv[2] ?? '10000';
  if (!/^[1-9]\d*$/.test(sequences)) throw new Failure(`${sequences} is no number of sequences.`);
  const files = [
    'src/server/live/live-games.model.test.ts',
    'src/server/system-tests/killed-after-commit.test.ts',
    'src/server/system-tests/load-killed.test.ts',
  ];
  const { status } = await run(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...files],
    {
      show: true,
      env: { ROOKERY_SEQUENCES: sequences, ROOKERY_DEATHS: '50', ROOKERY_KILLS: '20' },
    },
  );
  if (status !== 0)
    throw new Failure(
      'Something failed: see above, for a game that did not go as its model also the seed.',
    );
});
