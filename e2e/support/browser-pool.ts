import type { Browser, BrowserContext } from '@playwright/test';

export type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

/**
 * Separate browsers, reused by later tests: their cache of the scripts makes pages quick to open. Cookies and storage are
 * cleared.
 */
export interface BrowserPool {
  readonly take: (options: ContextOptions) => Promise<BrowserContext>;
  /** Closes its pages. */
  readonly giveBack: (context: BrowserContext) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function createBrowserPool(browser: Browser): BrowserPool {
  const idle = new Map<string, BrowserContext[]>();
  const kinds = new Map<BrowserContext, string>();
  return {
    async take(options) {
      const kind = JSON.stringify(options);
      const context = idle.get(kind)?.pop() ?? (await browser.newContext(options));
      // Only now: responses in transit have arrived.
      await context.clearCookies();
      kinds.set(context, kind);
      return context;
    },
    async giveBack(context) {
      const kind = kinds.get(context) ?? '';
      if (!(await forget(context))) return context.close();
      idle.set(kind, [...(idle.get(kind) ?? []), context]);
    },
    async close() {
      await Promise.all([...kinds.keys()].map((context) => context.close()));
    },
  };
}

/** @returns whether everything could be cleared */
async function forget(context: BrowserContext): Promise<boolean> {
  try {
    for (const page of context.pages()) {
      if (page.url() !== 'about:blank') await page.evaluate(() => localStorage.clear());
      await page.close();
    }
    return true;
  } catch {
    return false;
  }
}
