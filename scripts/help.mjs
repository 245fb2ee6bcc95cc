// npm run help: every setting with its type, default and meaning.
import { Failure, main, run } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await main(async () => {
  await setup('tools');
  const { status } = await run(
    process.execPath,
    ['--import', 'tsx', 'src/server/settings-help.ts'],
    { show: true },
  );
  if (status !== 0) throw new Failure('The settings could not be listed.');
});
