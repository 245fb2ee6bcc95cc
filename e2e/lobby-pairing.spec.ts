import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, PASSWORD, test, unique } from './support/test.ts';

/** Presses a quick-pairing button, once the page is hydrated. */
const seek = (page: Page, time: string) =>
  page.getByRole('button', { name: new RegExp(`^${time.replace('+', '\\+')}`) }).click();

test('G-1 two users who press the same button are taken to one board', async ({ visit }) => {
  const [one, other] = [await visit(unique('quinn')), await visit(unique('ruth'))];
  await one.goto('/lobby');
  await other.goto('/');
  await seek(one, '3+2');
  await expect(one.getByText(/Looking for an opponent/)).toBeVisible();
  // Cancelled, and sought again.
  await one.getByRole('button', { name: /3\+2\s*Cancel/ }).click();
  await expect(one.getByText(/Looking for an opponent/)).toBeHidden();
  await seek(one, '3+2');
  await expect(one.getByText(/rated 1/)).toBeVisible();
  await seek(other, '3+2');
  await one.waitForURL(/\/game\/\d+$/);
  await other.waitForURL(new URL(one.url()).pathname);

  await one.getByRole('button', { name: 'Abort the game' }).click();
  await other.getByRole('link', { name: 'New opponent' }).click();
  await other.waitForURL(/\/lobby$/);
  await expect(other.getByText(/rated 1/)).toBeVisible();
  await expect(other.getByRole('button', { name: /3\+2\s*Cancel/ })).toBeVisible();
});

test('G-1 the dialog remembers the last choice and reports an error at its field', async ({
  visit,
}) => {
  const page = await visit(unique('quinn'));
  await page.goto('/lobby');
  await page.getByRole('button', { name: 'Create game' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create a game' });
  await dialog.getByRole('radio', { name: 'A player' }).check();
  await dialog.getByLabel('Username').fill('nobody-of-that-name');
  await dialog.getByRole('radio', { name: 'Days' }).check();
  await dialog.getByRole('radio', { name: '7', exact: true }).check();
  await dialog.getByLabel('Variant').selectOption('Atomic');
  await dialog.getByRole('button', { name: 'Send challenge' }).click();
  await expect(dialog.getByLabel('Username')).toHaveAccessibleDescription(/no such user/i);
  await expect(dialog.getByLabel('Variant')).toHaveValue('atomic');

  await dialog.getByRole('radio', { name: 'Anyone' }).check();
  await dialog.getByRole('button', { name: 'Create game' }).click();
  await page.waitForURL(/\/game\/\d+$/);
  await page.goto('/lobby');
  await page.getByRole('button', { name: 'Create game' }).click();
  await expect(dialog.getByRole('radio', { name: 'Days' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: '7', exact: true })).toBeChecked();
  await expect(dialog.getByLabel('Variant')).toHaveValue('atomic');
});

test('G-1 a challenge is shown on every page, and is declined or accepted', async ({ visit }) => {
  const [challenger, challenged] = [unique('quinn'), unique('ruth')];
  const [one, other] = [await visit(challenger), await visit(challenged)];
  await other.goto('/docs/api');
  const challenge = async () => {
    await one.goto(`/user/${challenged}`);
    await one.getByRole('button', { name: /^Challenge/ }).click();
    await one.waitForURL(/\/game\/\d+$/);
    await expect(other.getByText(`${challenger} challenges you`)).toBeVisible();
  };
  await challenge();
  // By a link, so that the page's subscriptions continue.
  await one.getByRole('banner').getByRole('link', { name: 'Lobby' }).click();
  await one.waitForURL('**/lobby');
  await other.getByRole('button', { name: 'Decline' }).click();
  await expect(one.getByText(`${challenged} declined your challenge.`)).toBeVisible();
  await expect(other.getByText(`${challenger} challenges you`)).toBeHidden();

  await challenge();
  await other.getByRole('button', { name: 'Accept' }).click();
  await other.waitForURL(new URL(one.url()).pathname);
  await expect(one.getByRole('button', { name: /abort/i })).toBeVisible();
});

test('a friend plays by link as a guest, then registers and keeps the game', async ({ visit }) => {
  const host = await visit(unique('quinn'));
  await host.goto('/lobby');
  await host.getByRole('button', { name: 'Create game' }).click();
  const dialog = host.getByRole('dialog', { name: 'Create a game' });
  await dialog.getByRole('radio', { name: 'By link' }).check();
  await dialog.getByRole('button', { name: 'Create game' }).click();
  await host.waitForURL(/\/game\/\d+$/);
  const path = new URL(host.url()).pathname;

  const guest = await visit();
  await guest.goto(path);
  await guest.getByRole('button', { name: /^Play as guest/ }).click();
  await expect(guest.getByRole('button', { name: /^Guest-/ })).toBeVisible();
  await expect(guest.getByRole('button', { name: /abort/i })).toBeVisible();
  await expect(host.getByText(/^Guest-/).first()).toBeVisible();

  const username = unique('ada');
  await guest.goto(`/register?next=${path}`);
  await guest.getByLabel('Username').fill(username);
  await guest.getByLabel('Email').fill('ada@example.org');
  await guest.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await guest.getByRole('button', { name: 'Create account' }).click();
  await guest.waitForURL(path);
  await expect(guest.getByRole('button', { name: /abort/i })).toBeVisible();
  await expect(host.getByText(username).first()).toBeVisible();
});

test('the lobby’s pages are accessible, light and dark', async ({ visit }) => {
  test.slow();
  const page = await visit(unique('axel'), { reducedMotion: 'reduce' });
  for (const path of ['/leaderboard', '/tv', '/games']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    await expectAccessible(page, path);
  }
  await page.goto('/lobby');
  await seek(page, '10+5');
  await expect(page.getByText(/rated 1/)).toBeVisible();
  await expectAccessible(page, 'seeking');
  await page.getByRole('button', { name: 'Create game' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create a game' });
  for (const name of ['A player', 'Computer', 'Anyone']) {
    const radio = dialog.getByRole('radio', { name });
    if (await radio.isEnabled()) await radio.check();
    await expectAccessible(page, `create: ${name}`, '[role=dialog]');
  }
});
