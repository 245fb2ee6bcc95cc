import { expectAccessible } from './support/accessible.ts';
import { createGame } from './support/game-page.ts';
import { expectNoShift, watchShifts } from './support/shifts.ts';
import { expect, test, unique } from './support/test.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('every page is accessible, light and dark', async ({ visit }) => {
  test.slow();
  const username = unique('axel');
  const page = await visit(username, { reducedMotion: 'reduce' });
  const game = await createGame(page, 'For everyone', 'White');
  const visitor = await visit(undefined, { reducedMotion: 'reduce' });
  const forVisitor = ['/login', '/register', '/docs/api', '/game/0', '/nope'];
  for (const [who, paths] of [
    [page, ['/', game, `/user/${username}`]],
    [visitor, ['/', '/lobby', game, ...forVisitor]],
  ] as const) {
    for (const path of paths) {
      await who.goto(path);
      await expect(who.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(who, path);
    }
  }
});

test('no page is wider than a phone', async ({ visit }) => {
  const username = unique('pia');
  const page = await visit(username, phone);
  const game = await createGame(page, 'A game with quite a long name for a narrow screen', 'Black');
  for (const path of ['/', '/lobby', game, `/user/${username}`, '/docs/api', '/login', '/nope']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, `${path} is wider than the screen by`).toBeLessThanOrEqual(0);
  }
});

test('nothing shifts while a game page hydrates', async ({ visit }) => {
  const page = await visit(unique('pia'));
  const path = await createGame(page, 'Standing still', 'White');
  await watchShifts(page);
  await page.goto(path);
  await expect(page.locator('cg-board')).toBeVisible();
  await expect(page.getByLabel('Your move')).toBeEditable();
  await expectNoShift(page);
});

test('an unknown page, game or user says what to do', async ({ visit }) => {
  const page = await visit();
  for (const path of ['/nope', '/game/999999', '/game/abc', '/user/nobody-of-that-name']) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  }
});

test('links open pages without a reload, by mouse and by key, or in a new tab on request', async ({
  visit,
}) => {
  const page = await visit();
  await page.goto('/');
  const navigation = page.getByRole('navigation').first();
  const isAlive = () => page.evaluate(() => 'alive' in window);
  await expect(page.getByRole('button', { name: /^1\+0/ }).first()).toBeEnabled();
  await page.evaluate(() => Object.assign(window, { alive: true }));
  await navigation.getByRole('link', { name: 'Lobby' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lobby' })).toBeVisible();
  await navigation.getByRole('link', { name: 'Leaderboard' }).press('Enter');
  await expect(page).toHaveURL(/\/leaderboard$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Leaderboard' })).toBeVisible();
  expect(await isAlive()).toBe(true);

  const [other] = await Promise.all([
    page.context().waitForEvent('page'),
    navigation.getByRole('link', { name: 'TV' }).click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await expect(other).toHaveURL(/\/tv/);
  await expect(page).toHaveURL(/\/leaderboard$/);
});
