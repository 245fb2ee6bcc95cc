// Builds dist/package: the package `rookery` that other programs install, with `rookery/client` in it and no server code.
// The JavaScript is one file; the declarations keep the structure of the sources.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root, runNode } from './lib/run.mjs';

const target = path.join(root, 'dist/package');
const { name, version, description, license, dependencies } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);
/** The dependencies of the client and of its types. */
const needed = ['@trpc/client', '@trpc/server', 'zod'];

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

await build({
  entryPoints: [path.join(root, 'src/client/index.ts')],
  outfile: path.join(target, 'client.js'),
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  packages: 'external',
  logLevel: 'warning',
});
await runNode(['node_modules/typescript/bin/tsc', '-p', 'scripts/tsconfig.client.json']);
for (const file of declarations()) {
  const text = readFileSync(file, 'utf8');
  // The sources import each other with .ts, which a program that installs the package can't resolve.
  writeFileSync(file, text.replace(/(from ['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2'));
}

writeFileSync(
  path.join(target, 'package.json'),
  `${JSON.stringify(
    {
      name,
      version,
      description: `The typed client of Rookery. ${description}`,
      license,
      type: 'module',
      sideEffects: false,
      exports: { './client': { types: './types/client/index.d.ts', default: './client.js' } },
      engines: { node: '>=20.19' },
      dependencies: Object.fromEntries(needed.map((one) => [one, dependencies[one]])),
    },
    null,
    2,
  )}\n`,
);
cpSync(path.join(root, 'LICENSE'), path.join(target, 'LICENSE'));
writeFileSync(path.join(target, 'README.md'), readme());

function declarations() {
  const types = path.join(target, 'types');
  const files = readdirSync(types, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.d.ts')).map((file) => path.join(types, file));
}

/** The client's section of the README, which a test compiles. */
function readme() {
  const text = readFileSync(path.join(root, 'README.md'), 'utf8');
  const [, lines = ''] = /<!-- client -->\n([\s\S]*?)<!-- \/client -->/.exec(text) ?? [];
  return `# rookery/client\n\nThe typed client of a Rookery chess server.\n\n${lines}`;
}
