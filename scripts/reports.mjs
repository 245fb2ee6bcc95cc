// npm run reports: the messages that users have reported, newest first, each with the messages before it.
// usage: npm run reports [-- COUNT]   reads the database that DATABASE_URL names, also while the server runs
import { spawnSync } from 'node:child_process';
import { readEnvFile } from './lib/env-file.mjs';
import { main, root } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await main(() => setup('tools'));
readEnvFile();
const program = [
  'node_modules/tsx/dist/cli.mjs',
  'src/server/reports.ts',
  ...process.argv.slice(2),
];
const { status } = spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
