import { expectAccessible } from './support/accessible.ts';
import { typeMove } from './support/game-page.ts';
import { expect, PASSWORD, test, unique } from './support/test.ts';

test('a stranger plays the computer within two presses, and keeps the game by registering', async ({
  visit,
}) => {
  const page = await visit();
  await page.goto('/');
  await page.getByRole('button', { name: 'Play the computer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Play the computer' });
  await expect(dialog.getByRole('radio', { name: 'No clock' })).toBeChecked();
  await expectAccessible(page, 'the dialog of the computer');
  await dialog.getByText('White', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Play', exact: true }).click();

  await page.waitForURL(/\/game\/\d+$/);
  const path = new URL(page.url()).pathname;
  await typeMove(page, 'e4');
  const moves = page.getByRole('region', { name: 'Moves' });
  await expect(moves.getByRole('button')).toHaveCount(2);
  // The reader's own presence is known; the computer, which has no browser, shows none.
  await expect(page.getByTitle('Online', { exact: true })).toBeVisible();
  await expect(page.getByTitle('Offline', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Resign' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Resign' }).click();

  const offer = page.getByRole('complementary', { name: 'Create an account' });
  await expect(offer).toBeVisible();
  const username = unique('stranger');
  await offer.getByRole('link', { name: 'Create account' }).click();
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Email').fill('stranger@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL(path);
  await expect(page.getByRole('link', { name: username }).first()).toBeVisible();
  await expect(offer).toBeHidden();
});

test('a stranger invites a friend by link or QR code, and the friend joins by one press', async ({
  visit,
}) => {
  const host = await visit();
  await host.goto('/');
  await host.getByRole('button', { name: 'Play a friend' }).click();
  const dialog = host.getByRole('dialog', { name: 'Play a friend' });
  await dialog.getByRole('button', { name: 'Get the link' }).click();
  await host.waitForURL(/\/game\/\d+$/);
  await expect(host.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await expect(host.getByRole('textbox', { name: 'Link to this game' })).toHaveValue(host.url());
  await expect(host.getByText(/Only this computer can open this link/)).toBeVisible();

  const friend = await visit();
  await friend.goto(host.url());
  await friend.getByRole('button', { name: /^Play as guest/ }).click();
  await expect(friend.getByRole('button', { name: /abort/i })).toBeVisible();
  await expect(host.getByRole('button', { name: /abort/i })).toBeVisible();
});
