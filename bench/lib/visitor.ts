import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type CDPSession, chromium } from '@playwright/test';
import config from '../../playwright.config.ts';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import {
  lastTaskMs,
  OBSERVE,
  OBSERVED,
  type Observed,
  observed,
  type Vitals,
  vitalsOf,
} from './vitals.ts';

/** The slowdown of the page's processor. */
export const SLOWDOWN = 4;

/** A visit ends after this long without a network request or a long task, in milliseconds. */
const QUIET_MS = 2000;

/** … and at the latest this long after the load event. */
const PATIENCE_MS = 10_000;

/** The time limit for loading a page. */
const LIMIT_MS = 60_000;

/** Starts the browser of the browser tests; returns the reason if there is none. */
export async function openBrowser(): Promise<Browser | string> {
  const found = await findBrowser();
  if ('missing' in found) return found.missing;
  return chromium.launch({ ...config.use?.launchOptions, executablePath: found.path });
}

/** Opens a page in an emulated phone with an empty cache, and waits until it is quiet. */
export async function visit(browser: Browser, url: string): Promise<Vitals> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 915 },
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.addInitScript(OBSERVE);
    let loading = 0;
    let changedAt = performance.now();
    const count = (change: number) => {
      loading += change;
      changedAt = performance.now();
    };
    page.on('request', () => count(1));
    page.on('requestfinished', () => count(-1));
    page.on('requestfailed', () => count(-1));
    const answer = await page.goto(url, { timeout: LIMIT_MS });
    if (!answer?.ok()) throw new Error(`${url}: ${answer?.status()}`);
    for (;;) {
      const seen = await ask(devtools);
      const stillMs = Math.min(performance.now() - changedAt, seen.nowMs - lastTaskMs(seen));
      const quiet = loading === 0 && stillMs >= QUIET_MS;
      if (quiet || seen.nowMs - seen.loadedMs >= PATIENCE_MS) return vitalsOf(seen);
      await sleep(250);
    }
  } finally {
    await context.close();
  }
}

/** Uses the DevTools protocol: Playwright's evaluate would add its own scripts to the page. */
async function ask(devtools: CDPSession): Promise<Observed> {
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: OBSERVED,
    returnByValue: true,
  });
  return observed.parse(result.value);
}
