// npm run dev: the same server file as in production, from the sources. A changed page or text is reloaded by Next, a
// changed server module restarts the server.
import { watch } from 'node:fs';
import { readEnvFile } from './lib/env-file.mjs';
import { main, root, runNode, step } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await main(() => setup('tools'));

readEnvFile();
process.env.NODE_ENV = 'development';
// Not an empty lobby: people and games to look at, where nobody has used the database yet.
await main(() =>
  step('Looking for people and games', () =>
    runNode(['node_modules/tsx/dist/cli.mjs', 'src/testing/seed/main.ts', '--if-unused']),
  ),
);
// Loaded now: before the setup there may have been no packages.
const { generateTexts } = await import('./lib/texts.mjs');
watch('src/texts/en', () => {
  try {
    generateTexts();
  } catch (error) {
    // Half-written, or not a message: the texts stay as they were until it is mended.
    console.error(error instanceof Error ? error.message : error);
  }
});
process.env.NEXT_TELEMETRY_DISABLED = '1';
// What Next compiles is loaded into the server's process and would otherwise be watched, and restart it, as well.
const unwatched = ['.next', 'dist', 'data'].flatMap((dir) => ['--exclude', `${root}${dir}/**`]);
process.argv = [
  process.execPath,
  'tsx',
  'watch',
  '--clear-screen=false',
  ...unwatched,
  'src/server/main.ts',
];
await import('tsx/cli');
