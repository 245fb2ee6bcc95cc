import type { Locator, Page } from '@playwright/test';

export const chatOf = (page: Page): Locator =>
  page.getByRole('region', { name: 'Chat', exact: true });

/** Where one types. */
export const field = (page: Page): Locator =>
  chatOf(page).getByRole('textbox', { name: 'Message' });

/** The messages shown that contain this. */
export const said = (page: Page, text: string): Locator =>
  chatOf(page).locator('li', { hasText: text });

export async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}
