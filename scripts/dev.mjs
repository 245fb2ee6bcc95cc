// npm run dev: the same server entry as in production, from the sources. Next reloads a changed page or text; a changed
// server module restarts the server.
import { watch } from 'node:fs';
import { readEnvFile } from './lib/env-file.mjs';
import { main, root, runNode, step } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await main(() => setup('tools'));

readEnvFile();
process.env.NODE_ENV = 'development';
// Fills an unused database with people and games, so that the lobby is not empty.
await main(() =>
  step('Looking for people and games', () =>
    runNode(['node_modules/tsx/dist/cli.mjs', 'src/testing/seed/main.ts', '--if-unused']),
  ),
);
// Imported only now: before the setup the packages may be missing.
const { generateTexts } = await import('./lib/texts.mjs');
watch('src/texts/en', () => {
  try {
    generateTexts();
  } catch (error) {
    // Half-written or invalid: keep the previous texts until the file is valid.
    console.error(error instanceof Error ? error.message : error);
  }
});
process.env.NEXT_TELEMETRY_DISABLED = '1';
// Without this the output of Next, which the server's process loads, would restart it too.
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
