import type { Browser } from '@playwright/test';
import { startBare, startRookery } from '../lib/processes.ts';
import { below, type Setting } from '../lib/subject.ts';
import { digits, type Report, type Row } from '../lib/table.ts';
import { openBrowser, SLOWDOWN, visit } from '../lib/visitor.ts';
import type { Vitals } from '../lib/vitals.ts';
import { median } from '../lib/windows.ts';

const VISITS = 5;

/** P-9: upper limits in milliseconds; layout shifts are not allowed. */
const MOST = { lcpMs: 1200, tbtMs: 150 } as const;

const subject = `page, CPU ÷ ${SLOWDOWN}`;

/** How soon a first visit with a slow phone sees the page and can use it. */
export async function vitals(setting: Setting, pages: readonly Page[]): Promise<Report> {
  const browser = await openBrowser();
  if (typeof browser === 'string') {
    return { rows: [{ subject, who: 'Rookery', note: `not measured: ${browser}` }], goals: [] };
  }
  try {
    return reportOf(await visitAll(browser, setting, pages));
  } finally {
    await browser.close();
  }
}

interface Page {
  readonly name: string;
  readonly path: string;
}

interface Visited {
  readonly name: string;
  readonly visits: Vitals[];
}

/** @returns the visits of the pages, the bare counterpart's last */
async function visitAll(
  browser: Browser,
  { databases, plan }: Setting,
  pages: readonly Page[],
): Promise<Visited[]> {
  const contents = { users: 100, games: 100, kind: 'mixed' } as const;
  const rookery = await startRookery(await databases.copy(contents));
  const bare = await startBare('page.mjs', {});
  const all = [
    ...pages.map(({ name, path }) => ({ name, url: `http://127.0.0.1:${rookery.port}${path}` })),
    { name: 'bare, a heading', url: `http://127.0.0.1:${bare.port}/` },
  ].map((one) => ({ ...one, visits: [] as Vitals[] }));
  // One visit each to warm up the servers and the browser; then alternately.
  for (const { url } of all) await visit(browser, url);
  for (let round = 0; round < (plan.rounds > 1 ? VISITS : 1); round++) {
    for (const { url, visits } of all) visits.push(await visit(browser, url));
  }
  await Promise.all([rookery.stop(), bare.stop()]);
  return all;
}

function reportOf(all: readonly Visited[]): Report {
  const found = all.map(({ name, visits }) => ({
    name,
    count: visits.length,
    lcp: spread(visits.map(({ lcpMs }) => lcpMs)),
    tbt: spread(visits.map(({ tbtMs }) => tbtMs)),
    cls: spread(visits.map(({ cls }) => Number(cls.toPrecision(3)))),
    longest: spread(visits.map(({ longestMs }) => longestMs)),
  }));
  return {
    rows: found.map(
      ({ name, count, lcp, tbt, cls, longest }, index): Row => ({
        subject: index === 0 ? subject : '',
        who: name,
        p50Ms: lcp.median,
        p99Ms: lcp.worst,
        note:
          `LCP; median and worst of ${count}; TBT ${ms(tbt.median)}, ${ms(tbt.worst)}; ` +
          `longest task ${ms(longest.median)}, ${ms(longest.worst)}; CLS ${cls.median}, ${cls.worst}`,
      }),
    ),
    goals: found
      .slice(0, -1)
      .flatMap(({ name, lcp, tbt, cls }) => [
        below('P-9', `${name}, LCP`, { found: lcp.median, limit: MOST.lcpMs, unit: ' ms' }),
        below('P-9', `${name}, TBT`, { found: tbt.median, limit: MOST.tbtMs, unit: ' ms' }),
        { id: 'P-9', asked: `${name}, CLS 0`, found: `${cls.worst}`, met: cls.worst === 0 },
      ]),
  };
}

const spread = (values: readonly number[]) => ({
  median: median(values),
  worst: Math.max(...values),
});

const ms = (value: number) => (value === 0 ? '0 ms' : `${digits(value)} ms`);
