import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/**
 * Checks the page's current state: everything in the light scheme, and the colours in the dark one, which only changes
 * those.
 * @param what a name for the message
 * @param part of the page, where the rest has been checked
 */
export async function expectAccessible(page: Page, what: string, part?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours in transition belong to neither scheme.
    await page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState !== 'running'),
    );
    // The pages have no frames, so axe needs no extra page to combine results.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // The elements of what passes are not wanted, and take half of the time.
    axe.options({ resultTypes: ['violations'] });
    if (part !== undefined) axe.include(part);
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
}
