// Reads what the test runners reported. A runner that ends badly without a failed test in its report counts as one.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** Vitest: a file that could not be loaded, or whose hooks failed, has no failed test and still failed. */
export function vitestTotals(file) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of read(file).testResults) {
    const failedBefore = totals.failed;
    for (const test of assertionResults) {
      if (test.status === 'passed' || test.status === 'failed') totals[test.status]++;
      else totals.skipped++;
    }
    if (status === 'failed' && totals.failed === failedBefore) totals.failed++;
  }
  return totals;
}

/** Playwright: `flaky` passed only when tried again, which is no pass. */
export function playwrightTotals(file) {
  const { expected, unexpected, flaky, skipped } = read(file).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/** How many tests a listing by `playwright test --list` names. */
export function listedTests(json) {
  const count = ({ suites = [], specs = [] }) =>
    specs.reduce((sum, { tests }) => sum + tests.length, 0) +
    suites.reduce((sum, suite) => sum + count(suite), 0);
  return count(JSON.parse(json));
}

/** The totals of one runner, from its report and its exit code. */
export function judge(name, status, readTotals) {
  let totals;
  try {
    totals = readTotals();
  } catch {
    console.error(`${name} ended with code ${status} and left no report: counted as 1 failed.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  if (status === 0 || totals.failed > 0) return totals;
  console.error(`${name} ended with code ${status} beside its tests: counted as 1 failed.`);
  return { ...totals, failed: 1 };
}

/** `N passed, N failed`, with what was skipped when something was. */
export function line(all) {
  const sum = (key) => all.reduce((total, totals) => total + totals[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
