// npm run dev: the same server file as in production, from the sources. A changed page is reloaded by Next, a changed
// server module restarts the server.
import { readEnvFile } from './lib/env-file.mjs';
import { main, root } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await main(() => setup('tools'));

readEnvFile();
process.env.NODE_ENV = 'development';
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
