import { expectAccessible } from './support/accessible.ts';
import { expect, PASSWORD, test, unique } from './support/test.ts';

test('PF-4 a user changes the password, which ends the other sessions', async ({ visit }) => {
  const username = unique('paula');
  const page = await visit(username);
  const other = await visit();
  const signIn = async (password: string) => {
    await other.goto('/login');
    await other.getByLabel('Username').fill(username);
    await other.getByLabel('Password', { exact: true }).fill(password);
    await other.getByRole('button', { name: 'Sign in' }).click();
  };
  await signIn(PASSWORD);
  await expect(other.getByRole('button', { name: username })).toBeVisible();

  await page.goto('/lobby');
  await page.getByRole('button', { name: username }).click();
  await page.getByRole('menuitem', { name: 'Account' }).click();
  const sessions = page.getByRole('region', { name: 'Sessions' });
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await expectAccessible(page, '/account');

  const old = page.getByLabel('Current password');
  const fresh = page.getByLabel('New password');
  const change = page.getByRole('button', { name: 'Change password' });
  await old.fill('a guess');
  await fresh.fill('another horse battery');
  await change.click();
  await expect(old).toHaveAccessibleDescription('This is not your current password.');
  await expect(old).toBeFocused();
  await old.fill(PASSWORD);
  await change.click();
  await expect(page.getByText('one other session has ended')).toBeVisible();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);

  await signIn(PASSWORD);
  await expect(other.getByRole('alert').filter({ hasText: /password is wrong/i })).toBeVisible();
  await signIn('another horse battery');
  await expect(other.getByRole('button', { name: username })).toBeVisible();
});

test('PF-4 a user ends a session, and its page is signed out', async ({ visit }) => {
  const username = unique('paula');
  const page = await visit(username);
  const other = await visit();
  await other.goto('/login');
  await other.getByLabel('Username').fill(username);
  await other.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByRole('button', { name: username })).toBeVisible();

  await page.goto('/account');
  await page.getByRole('button', { name: /^End the session: Chrome on / }).click();
  await expect(page.getByText('One session has ended.')).toBeVisible();
  await expect(page.getByText('This session')).toBeVisible();
  await other.goto('/account');
  await expect(other).toHaveURL(/\/login\?next=/);
});

test('PF-4 a visitor is asked to sign in first', async ({ visit }) => {
  const page = await visit();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/login\?next=/);
});
