import type { Page } from '@playwright/test';
import { expect, PASSWORD, test, unique } from './support/test.ts';

test('a user registers, signs out and signs in again', async ({ visit }) => {
  const page = await visit();
  const username = unique('rosa');
  await page.goto('/register');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Email').fill('rosa@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: username }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: username })).toBeVisible();
});

test('a taken name is reported at the field, and the input stays', async ({ visit }) => {
  const username = unique('rosa');
  await visit(username);
  const page = await visit();
  await page.goto('/register');
  await page.getByLabel('Username').fill(username.toUpperCase());
  await page.getByLabel('Email').fill('other@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  const field = page.getByLabel('Username');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/taken/i);
  await expect(field).toBeFocused();
  await expect(page.getByLabel('Email')).toHaveValue('other@example.org');
});

test('a wrong password is reported, and the name stays', async ({ visit }) => {
  const username = unique('rosa');
  await visit(username);
  const page = await visit();
  await page.goto('/login');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill('not this');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /password is wrong/i })).toBeVisible();
  await expect(page.getByLabel('Username')).toHaveValue(username);
});

test('signing in leads back to the previous page', async ({ visit }) => {
  const username = unique('rosa');
  await visit(username);
  const page = await visit();
  await page.goto('/login?next=/docs/api');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/docs/api');
});

test('signing in never leads to another site', async ({ visit }) => {
  const username = unique('rosa');
  const page = await visit();
  await visit(username);
  await page.goto('/login?next=//evil.example/');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: username })).toBeVisible();
  expect(new URL(page.url()).pathname).not.toContain('evil');
});

test('a user signs in and creates a game by keyboard alone', async ({ visit }) => {
  const username = unique('rosa');
  await visit(username);
  const page = await visit();
  await page.goto('/login');
  await tabTo(page, 'Username');
  await page.keyboard.type(username);
  await tabTo(page, 'Password');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: username })).toBeVisible();

  await page.goto('/lobby');
  await expect(page.getByRole('button', { name: 'Create game' })).toBeEnabled();
  await tabTo(page, 'Create game');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Create a game' });
  await expect(dialog).toBeVisible();
  await tabTo(page, 'Game name');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('By keys');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/game\/\d+$/);
  await expect(page.getByRole('heading', { name: 'By keys', level: 1 })).toBeVisible();
});

/** Presses Tab until the control of this name has the focus. */
async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 40; presses++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
      return (label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
    });
    if (focused === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Forty presses of Tab did not reach “${name}”.`);
}
