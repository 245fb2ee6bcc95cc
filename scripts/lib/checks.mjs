// The checks that need no running server, those that find most in the least time first.
import { runNode, step } from './run.mjs';

const lint = ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'];
const types = ['node_modules/typescript/bin/tsc', '--noEmit'];

/** @type {[title: string, args: string[]][]} */
const checks = [
  ['Format and lint', [...lint, '.']],
  // Generates the types of the current routes; without it a deleted route still type-checks.
  ['Route types', ['node_modules/next/dist/bin/next', 'typegen']],
  ['Types', types],
  ['Types of the scripts', ['node_modules/typescript/bin/tsc', '-p', 'scripts/tsconfig.json']],
  ['Unused files, exports and dependencies', ['node_modules/knip/bin/knip.js']],
  ['What only tests use', ['node_modules/knip/bin/knip.js', '--production']],
];

/** Stops at the first failing check, with its output as the failure. */
export async function runChecks() {
  for (const [title, args] of checks) await check(title, args);
}

/**
 * Checks some files, and the tests that import them.
 * @param {string[]} files
 */
export async function checkFiles(files) {
  const [biome = '', ...options] = lint;
  await check('Format and lint', [biome, ...options, ...files]);
  await check('Types', types);
  await check('Their tests', ['node_modules/vitest/vitest.mjs', 'related', '--run', ...files]);
}

const check = (/** @type {string} */ title, /** @type {string[]} */ args) =>
  step(title, async () => {
    await runNode(args, { env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } });
  });
