// Reads the reports of the test runners. A runner that fails without a failed test in its report counts as one.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Totals */

const read = (/** @type {string} */ file) =>
  JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** Vitest: a file that could not be loaded, or whose hooks failed, has no failed test and still failed. */
export function vitestTotals(/** @type {string} */ file) {
  /** @type {Totals} */
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of read(file).testResults) {
    const failedBefore = totals.failed;
    for (const test of assertionResults) {
      if (test.status === 'passed') totals.passed++;
      else if (test.status === 'failed') totals.failed++;
      else totals.skipped++;
    }
    if (status === 'failed' && totals.failed === failedBefore) totals.failed++;
  }
  return totals;
}

/** Playwright: a `flaky` test passed only on a retry, which is no pass. */
export function playwrightTotals(/** @type {string} */ file) {
  const { expected, unexpected, flaky, skipped } = read(file).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/** @typedef {{suites?: Suite[], specs?: {tests: unknown[]}[]}} Suite */

/** How many tests `playwright test --list` names. */
export function listedTests(/** @type {string} */ json) {
  const count = (/** @type {Suite} */ { suites = [], specs = [] }) => {
    let sum = 0;
    for (const { tests } of specs) sum += tests.length;
    for (const suite of suites) sum += count(suite);
    return sum;
  };
  return count(JSON.parse(json));
}

/**
 * The totals of one runner, from its report and its exit code.
 * @param {string} name
 * @param {number} status
 * @param {() => Totals} readTotals
 */
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

/**
 * `N passed, N failed`, with the skipped ones if there are any.
 * @param {readonly Totals[]} all
 */
export function line(all) {
  const sum = (/** @type {keyof Totals} */ key) =>
    all.reduce((total, totals) => total + totals[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
