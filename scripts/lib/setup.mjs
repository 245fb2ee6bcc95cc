// Prepares a checkout for a command: packages, database clients, and for some commands the built pages, the bundled
// server and the client package. Each stage runs only when its inputs have changed.
import './node-version.mjs';
import './with-npm.mjs';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { copyBrowserEngine, isCopied } from './browser-engine.mjs';
import { install, isInstalled } from './install.mjs';
import { lock } from './lock.mjs';
import { root, runNode, step } from './run.mjs';
import { stamp } from './stamp.mjs';

process.chdir(root);

const sources = [
  'src',
  'public',
  'prisma/models.prisma',
  'next.config.js',
  'postcss.config.js',
  'tsconfig.json',
  'package-lock.json',
];

/**
 * A stage that builds `makes` from `from`, with a stamp beside its output.
 * @param {{title: string, makes: string, mark: string, from: string[], work: () => Promise<void>}} stage
 */
function made({ title, makes, mark, from, work }) {
  const note = stamp(mark, from);
  return {
    title,
    isNeeded: () => !existsSync(path.join(root, makes)) || !note.isCurrent(),
    work: () => note.around(work),
  };
}

const packages = {
  title: 'Installing packages',
  isNeeded: async () => !(await isInstalled()),
  work: install,
};

const browserEngine = {
  title: 'Copying the browser’s chess engine',
  isNeeded: () => !isCopied(),
  work: copyBrowserEngine,
};

const databaseClients = made({
  title: 'Generating the database clients',
  makes: 'src/generated/postgresql',
  mark: 'src/generated/.stamp',
  from: ['prisma/models.prisma', 'prisma.config.ts', 'scripts/generate.mjs', 'package-lock.json'],
  work: () => runNode(['scripts/generate.mjs']),
});

const texts = made({
  title: 'Compiling the texts',
  makes: 'src/generated/texts',
  mark: 'src/generated/texts/.stamp',
  from: ['src/texts/en', 'scripts/lib/texts.mjs', 'package-lock.json'],
  work: () => runNode(['scripts/texts.mjs']),
});

const pages = made({
  title: 'Building the pages',
  makes: '.next/BUILD_ID',
  mark: '.next/.stamp',
  from: sources,
  work: () =>
    runNode(['node_modules/next/dist/bin/next', 'build'], { env: { NODE_ENV: 'production' } }),
});

const server = made({
  title: 'Bundling the server',
  makes: 'dist/server.js',
  mark: 'dist/server.stamp',
  from: [...sources, 'scripts/bundle.mjs'],
  work: () => runNode(['scripts/bundle.mjs']),
});

const clientPackage = made({
  title: 'Building the client package',
  makes: 'dist/package',
  mark: 'dist/package.stamp',
  from: [...sources, 'scripts/build-client.mjs'],
  work: () => runNode(['scripts/build-client.mjs']),
});

const stagesFor = {
  tools: [packages, browserEngine, databaseClients, texts],
  server: [packages, browserEngine, databaseClients, texts, pages, server],
  everything: [packages, browserEngine, databaseClients, texts, pages, server, clientPackage],
  // For tests run by themselves: an install during a running test would remove its packages.
  built: [browserEngine, databaseClients, texts, pages, server],
};

/** @param {'tools' | 'server' | 'everything' | 'built'} goal what must be ready when this resolves */
export async function setup(goal) {
  let unlock;
  try {
    for (const stage of stagesFor[goal]) {
      if (!(await stage.isNeeded())) continue;
      unlock ??= await lock();
      // Checked again: another command may have done it while this one waited for the lock.
      if (await stage.isNeeded()) await step(stage.title, stage.work);
    }
  } finally {
    unlock?.();
  }
}
