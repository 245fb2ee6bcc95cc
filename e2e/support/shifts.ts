import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Makes a page record its layout shifts from the first paint on. Called before the page is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Expects no layout shift. */
export async function expectNoShift(page: Page): Promise<void> {
  const shift = await page.evaluate(() => {
    const shifts: unknown = Reflect.get(window, 'shifts');
    return Array.isArray(shifts) ? shifts.reduce((sum: number, one: number) => sum + one, 0) : -1;
  });
  // A thousandth is one word growing by a few pixels; people notice shifts a hundred times larger.
  expect(shift).toBeGreaterThanOrEqual(0);
  expect(shift).toBeLessThan(0.001);
}
