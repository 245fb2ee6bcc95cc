// The checks that need no running server, in the order in which they tell most for least time.
import { runNode, step } from './run.mjs';

/** @type {[title: string, args: string[]][]} */
const checks = [
  [
    'Format and lint',
    ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ],
  // Writes the types of the routes as they are now; without it a deleted route still type-checks.
  ['Route types', ['node_modules/next/dist/bin/next', 'typegen']],
  ['Types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['Types of the scripts', ['node_modules/typescript/bin/tsc', '-p', 'scripts/tsconfig.json']],
  ['Unused files, exports and dependencies', ['node_modules/knip/bin/knip.js']],
];

/** Stops at the first check that fails, with its output as the failure. */
export async function runChecks() {
  for (const [title, args] of checks) {
    await step(title, async () => {
      await runNode(args, { env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } });
    });
  }
}
