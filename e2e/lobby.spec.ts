import { createGame } from './support/game-page.ts';
import { expect, test, unique } from './support/test.ts';

test('the lobby shows a new game without reloading, and moves it along', async ({ visit }) => {
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
    looker.getByRole('region', { name: /running games/i }).getByText(name),
  ).toBeVisible();
  await expect(open.getByText(name)).toBeHidden();

  await black.getByRole('button', { name: 'Resign' }).click();
  await black
    .getByRole('alertdialog')
    .getByRole('button', { name: /resign/i })
    .click();
  await expect(
    looker.getByRole('region', { name: /finished games/i }).getByText(name),
  ).toBeVisible();
});

test('R-JOIN-3 a seat that somebody else took meanwhile is refused in words', async ({ visit }) => {
  const [first, second] = [await visit(unique('wanda')), await visit(unique('boris'))];
  const path = await createGame(first, unique('One seat'), null);
  await second.goto(path);
  await expect(second.getByRole('button', { name: 'Join as White' })).toBeEnabled();
  // The second page doesn't hear of it in time: its connection is cut.
  await second.context().setOffline(true);
  await first.getByRole('button', { name: 'Join as White' }).click();
  await expect(first.getByRole('button', { name: 'Join as White' })).toBeHidden();
  await second.context().setOffline(false);
  const answer = await second.request.post('/api/trpc/game.join', {
    data: { gameID: Number(path.split('/').pop()), color: 'white' },
  });
  expect(answer.status()).toBe(409);
  await expect(second.getByRole('button', { name: 'Join as White' })).toBeHidden();
  await expect(second.getByRole('button', { name: 'Join as Black' })).toBeVisible();
});

test('a visitor is led to sign in, and then back to the game', async ({ visit }) => {
  const player = await visit(unique('wanda'));
  const path = await createGame(player, unique('Visitors welcome'), 'White');
  const visitor = await visit();
  await visitor.goto(path);
  await visitor.getByRole('link', { name: 'Join as Black' }).click();
  await visitor.waitForURL(`**/login?next=${path}`);
});
