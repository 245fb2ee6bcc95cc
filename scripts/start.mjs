// npm start: installs and builds what is missing or out of date, then becomes the server.
// The server runs in this process: it gets the signals, its exit code is this command's, and no second Node waits.

import { readEnvFile } from './lib/env-file.mjs';
import { main } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await main(() => setup('server'));

readEnvFile();
process.env.NODE_ENV = 'production';
process.env.NEXT_TELEMETRY_DISABLED = '1';
await import(new URL('../dist/server.js', import.meta.url).href); // built by the step above
