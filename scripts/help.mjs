// npm run help: the commands, and every setting with its form, default and meaning.
// usage: node scripts/help.mjs [--write]   --write renews .env.example and the table in the README
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { main, root } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

const commands = `npm start          sets up what is missing, builds what is stale, serves on http://localhost:3000
npm test           all tests, in a browser too
npm run dev        the same server, reloading what you change
npm run check      format, lint, types, imports, unused code, tests without a browser
npm run build      builds without starting
npm run bench      figures beside a bare counterpart
npm run nightly    long tests: 10,000 random games against a model of them, and 70 processes killed`;

await main(async () => {
  await setup('tools');
  const { register } = await import('tsx/esm/api');
  const unregister = register();
  const { settingsHelp } = await import('../src/server/base/settings-help.ts');
  await unregister();
  if (process.argv.includes('--write')) {
    writeFileSync(path.join(root, '.env.example'), `${settingsHelp.env()}\n`);
    const readme = path.join(root, 'README.md');
    const table = `<!-- settings -->\n${settingsHelp.markdown()}\n<!-- /settings -->`;
    const text = readFileSync(readme, 'utf8');
    writeFileSync(readme, text.replace(/<!-- settings -->[\s\S]*<!-- \/settings -->/, table));
    return;
  }
  console.log(
    `${commands}\n\nSettings, from the environment or a file .env:\n${settingsHelp.text()}`,
  );
});
