import { createGame, expectLastMove, typeMove } from './support/game-page.ts';
import { expectNoShift, watchShifts } from './support/shifts.ts';
import { expect, test, unique } from './support/test.ts';

test('the lobby shows a new game without reloading, and moves it between the lists', async ({
  visit,
}) => {
  const looker = await visit();
  await looker.goto('/lobby');
  await expect(looker.getByRole('heading', { name: 'Lobby' })).toBeVisible();

  const [white, black] = [await visit(unique('wanda')), await visit(unique('boris'))];
  const name = unique('Come in');
  const path = await createGame(white, name, 'White');
  const open = looker.getByRole('region', { name: /open games/i });
  await expect(open.getByText(name)).toBeVisible();

  await black.goto(path);
  await black.getByRole('button', { name: 'Join as Black' }).click();
  await expect(
    looker.getByRole('region', { name: /games in progress/i }).getByText(name),
  ).toBeVisible();
  await expect(open.getByText(name)).toBeHidden();

  // A game can be resigned once both have moved.
  await typeMove(white, 'e4');
  await expectLastMove(black, 'e4');
  await typeMove(black, 'e5');
  await black.getByRole('button', { name: 'Resign' }).click();
  await black
    .getByRole('alertdialog')
    .getByRole('button', { name: /resign/i })
    .click();
  await expect(white.getByRole('status').filter({ hasText: /resign/i })).toBeVisible();
  await expect(
    looker.getByRole('region', { name: /finished games/i }).getByText(name),
  ).toBeVisible();
});

test('R-JOIN-3 a seat that was taken meanwhile is reported as an error', async ({ visit }) => {
  const [first, second] = [await visit(unique('wanda')), await visit(unique('boris'))];
  const path = await createGame(first, unique('One seat'), 'Neither');

  // From now on the second page gets no events, only errors.
  let deaf = false;
  await second.routeWebSocket('**/api/trpc', (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!deaf || message.includes('"error"')) socket.send(message);
    });
  });
  await second.goto(path);
  await expect(second.getByText('2 spectators')).toBeVisible();
  deaf = true;

  await first.getByRole('button', { name: 'Join as White' }).click();
  await expect(first.getByRole('button', { name: 'Join as White' })).toBeHidden();
  await second.getByRole('button', { name: 'Join as White' }).click();
  await expect(second.getByRole('alert').filter({ hasText: /taken/i })).toBeVisible();
});

test('a visitor is asked to sign in, and then back to the game', async ({ visit }) => {
  const player = await visit(unique('wanda'));
  const path = await createGame(player, unique('Visitors welcome'), 'White');
  const visitor = await visit();
  await visitor.goto(path);
  await visitor.getByRole('link', { name: 'Join as Black' }).click();
  await visitor.waitForURL(`**/login?next=${path}`);
});

test('the lobby is rendered with the top of its lists, and completes them without a layout shift', async ({
  visit,
}) => {
  const host = await visit(unique('hana'));
  for (let n = 0; n < 20; n++) {
    const data = { gameName: unique('One of many') };
    expect((await host.request.post('/api/trpc/game.create', { data })).status()).toBe(200);
  }
  const open = /open games/i;
  const reader = await visit(undefined, { javaScriptEnabled: false });
  await reader.goto('/lobby');
  const drawn = reader.getByRole('region', { name: open });
  await expect(drawn.getByRole('listitem')).toHaveCount(15);
  const count = Number(await drawn.locator('h2 + .figures').textContent());
  expect(count).toBeGreaterThanOrEqual(20);

  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    const looker = await visit(undefined, { viewport });
    await watchShifts(looker);
    await looker.goto('/lobby');
    const whole = looker.getByRole('region', { name: open });
    await expect(whole.getByRole('listitem')).toHaveCount(count);
    await expect(whole.locator('h2 + .figures')).toHaveText(String(count));
    await expectNoShift(looker);
  }
});
