import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Has a page note how much of it moves by itself, from its first paint on. To be called before it is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Nothing on it has moved. */
export async function expectNoShift(page: Page): Promise<void> {
  const shift = await page.evaluate(() => {
    const shifts: unknown = Reflect.get(window, 'shifts');
    return Array.isArray(shifts) ? shifts.reduce((sum: number, one: number) => sum + one, 0) : -1;
  });
  // A thousandth is a word that grows by a few pixels; the least that people notice is a hundred times more.
  expect(shift).toBeGreaterThanOrEqual(0);
  expect(shift).toBeLessThan(0.001);
}
