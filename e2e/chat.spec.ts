import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { chatOf, field, said, say } from './support/chat.ts';
import { expect, test, unique, type Visit } from './support/test.ts';

/** Calls the server as this page's user. */
async function call(page: Page, path: string, data: object): Promise<{ gameID: number }> {
  // The server may just close an idle connection.
  const answer = await page.request.post(`/api/trpc/${path}`, { data, maxRetries: 3 });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()).result.data;
}

/** Seats both players in a new game. */
async function seat(white: Page, black: Page): Promise<number> {
  const { gameID } = await call(white, 'game.create', { gameName: 'A game to talk about' });
  await call(white, 'game.join', { gameID, color: 'white' });
  await call(black, 'game.join', { gameID, color: 'black' });
  return gameID;
}

/** Two players with their game's page open. */
async function gather(visit: Visit, options: object = {}) {
  const names = { white: unique('wanda'), black: unique('boris') };
  const white = await visit(names.white, options);
  const black = await visit(names.black, options);
  const gameID = await seat(white, black);
  await white.goto(`/game/${gameID}`);
  await black.goto(`/game/${gameID}`);
  return { white, black, names, gameID };
}

/** A spectator with the game's page open. */
async function watch(visit: Visit, gameID: number, options: object = {}): Promise<Page> {
  const watcher = await visit(unique('olga'), options);
  await watcher.goto(`/game/${gameID}`);
  return watcher;
}

test('G-4 players and spectators have separate rooms until the game is over', async ({ visit }) => {
  test.slow();
  const { white, black, gameID } = await gather(visit);
  const watcher = await watch(visit, gameID);
  await say(white, 'Hello there');
  await expect(said(black, 'Hello there')).toBeVisible();
  await say(watcher, 'She should castle');
  await expect(said(watcher, 'She should castle')).toBeVisible();
  await expect(said(watcher, 'Hello there')).toBeHidden();
  await expect(chatOf(white).getByRole('tab', { name: /Spectators/ })).toBeHidden();

  await call(black, 'game.abort', { gameID });
  const spectators = chatOf(white).getByRole('tab', { name: /Spectators/ });
  await expect(spectators).toContainText('1 unread');
  await spectators.click();
  await expect(said(white, 'She should castle')).toBeVisible();
  await expect(spectators).not.toContainText('unread');
  await expect(chatOf(watcher).getByRole('tab', { name: /Players/ })).toBeHidden();
});

test('G-4 greetings are sent by one press, before and after the game', async ({ visit }) => {
  test.slow();
  const { white, black, gameID } = await gather(visit);
  const watcher = await watch(visit, gameID);
  const greeting = chatOf(white).getByRole('button', { name: 'Good luck' });
  await greeting.click();
  await expect(chatOf(black).locator('li', { hasText: 'Good luck' })).toBeVisible();
  await expect(greeting).toBeDisabled();
  await expect(chatOf(watcher).getByRole('button', { name: 'Good luck' })).toBeHidden();
  await call(white, 'game.abort', { gameID });
  await chatOf(black).getByRole('button', { name: 'Good game' }).click();
  await expect(chatOf(white).locator('li', { hasText: 'Good game' })).toBeVisible();
});

test('G-4 a rejected message stays, with the reason at the field', async ({ visit }) => {
  const { white, black } = await gather(visit);
  await say(white, 'Hurry up');
  await expect(said(black, 'Hurry up')).toBeVisible();
  await say(white, 'Hurry up');
  await expect(field(white)).toHaveAccessibleDescription(/just sent that message.* \(\d+ s\)/);
  await expect(field(white)).toHaveAttribute('aria-invalid', 'true');
  await expect(field(white)).toHaveValue('Hurry up');
  await say(white, 'Please');
  await expect(said(black, 'Please')).toBeVisible();
  await expect(field(white)).toHaveValue('');
  await expect(chatOf(black).locator('li')).toHaveCount(2);
});

test('G-5 messages are kept across a reload, without links', async ({ visit }) => {
  const { white, black } = await gather(visit);
  await say(white, 'look at https://evil.example/x and <b>this</b>');
  const text = 'look at [link removed] and <b>this</b>';
  await expect(chatOf(black).getByText(text)).toBeVisible();
  await black.reload();
  await expect(chatOf(black).getByText(text)).toBeVisible();
  await say(white, 'still here');
  await expect(chatOf(black).locator('li')).toHaveText([/evil|link removed/, /still here/]);
  await expect(chatOf(black).locator('li bdi a')).toHaveCount(0);
});

test('G-4 a user is reported, muted and unmuted', async ({ visit }) => {
  const { white, black, names } = await gather(visit);
  await say(black, 'You play like a beginner');
  const author = chatOf(white).getByRole('button', { name: new RegExp(names.black) });
  await author.click();
  await white.getByRole('menuitem', { name: 'insults' }).click();
  await expect(chatOf(white).getByText('Reported. Thank you.')).toBeVisible();
  await author.click();
  await white.getByRole('menuitem', { name: /^Mute/ }).click();
  await expect(said(white, 'You play like a beginner')).toBeHidden();
  await say(black, 'Hello?');
  await expect(said(black, 'Hello?')).toBeVisible();
  await white.reload();
  await chatOf(white).getByRole('button', { name: 'Chat options' }).click();
  await white.getByRole('menuitem', { name: /^Unmute/ }).click();
  await expect(chatOf(white).locator('li')).toHaveText([/beginner/, /Hello/]);
});

test('the chat is accessible, light and dark', async ({ visit }) => {
  const { white, black } = await gather(visit, { reducedMotion: 'reduce' });
  await say(black, 'Hi');
  await say(white, 'Good luck!');
  const author = chatOf(white).getByRole('button', { name: /boris/ });
  await author.click();
  await expect(white.getByRole('menu')).toBeVisible();
  await expectAccessible(white, 'chat');
});

test('on a phone the chat is a bar with a counter until it is opened', async ({ visit }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const [white, black] = [await visit(unique('wanda')), await visit(unique('boris'))];
  const gameID = await seat(white, black);
  const watcher = await watch(visit, gameID, phone);
  const bar = chatOf(watcher).getByRole('button', { name: /^Chat(?! options)/ });
  await expect(bar).toHaveAttribute('aria-expanded', 'false');
  await expect(field(watcher)).toBeHidden();
  const other = await watch(visit, gameID);
  await say(other, 'What a position');
  await expect(bar).toContainText('1 unread');
  await bar.click();
  await expect(said(watcher, 'What a position')).toBeVisible();
  await expect(bar).not.toContainText('unread');
});
