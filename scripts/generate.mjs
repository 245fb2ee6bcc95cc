// npm run generate: writes a Prisma schema for each database from prisma/models.prisma, generates both clients into
// src/generated/, and compiles the texts of src/texts/. usage: npm run generate [-- NAME]   with a NAME also the next migration of both databases
// The row types of the two clients are the same; only the provider differs.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { providers, schemaFor } from './lib/schema.mjs';
import { generateTexts } from './lib/texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const models = readFileSync(`${root}prisma/models.prisma`, 'utf8');

for (const provider of providers) {
  const schema = `prisma/${provider}/schema.prisma`;
  mkdirSync(`${root}prisma/${provider}`, { recursive: true });
  writeFileSync(root + schema, schemaFor(provider, models));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${root}node_modules/prisma/build/index.js`, 'generate', '--schema', schema],
    { cwd: root, encoding: 'utf8', env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1' } },
  );
  if (status !== 0) {
    process.stderr.write(`Generating the ${provider} client failed:\n${stdout}${stderr}`);
    process.exit(1);
  }
}
generateTexts();

if (process.argv[2] !== undefined) await import('./migration.mjs'); // it reads NAME
