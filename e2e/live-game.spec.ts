import type { Page } from '@playwright/test';
import type { GameSync } from '../src/contract/game.ts';
import { ask, clockOf, expectPly, seatLive, shownMs, typeMoves } from './support/live-game.ts';
import { expect, test } from './support/test.ts';

test('a game with a clock and increments is played to mate', async ({ visit }) => {
  const game = await seatLive(visit, { timeControl: clockOf(180, 2) });
  const { white, black } = game;
  await expect(white.getByText('Blitz · 3+2 · casual')).toBeVisible();
  await expect(white.getByText(/you have \d+ s for the first move/i)).toBeVisible();
  await expect(black.getByText(/white has \d+ s for the first move/i)).toBeVisible();
  // Until both have moved the clocks stand still (C-3).
  await typeMoves(game, 'f3 e5');
  for (const page of [white, black]) {
    await expect(page.getByRole('timer', { name: 'Black’s clock' })).toHaveText('3:00');
    await expect
      .poll(() => shownMs(page, 'White'), { message: 'White’s clock runs' })
      .toBeLessThan(180_000);
  }
  await typeMoves(game, 'g4', 2);
  for (const page of [white, black]) {
    await expect.poll(() => shownMs(page, 'White')).toBeGreaterThan(175_000);
    await expect(
      page.getByRole('timer', { name: 'Black’s clock' }).getByLabel('running'),
    ).toBeVisible();
  }
  await typeMoves(game, 'Qh4#', 3);
  for (const page of [white, black]) {
    await expect(page.getByRole('status')).toContainText('Black wins by checkmate');
  }
});

test('C-8 time is given, and a takeback asked for and granted', async ({ visit }) => {
  const game = await seatLive(visit, { timeControl: clockOf(60) });
  const { white, black } = game;
  await typeMoves(game, 'e4 e5 Nf3');
  await white.getByRole('button', { name: 'Give your opponent +15 s' }).click();
  for (const page of [white, black]) {
    await expect.poll(() => shownMs(page, 'Black')).toBeGreaterThan(60_000);
  }
  await white.getByRole('button', { name: 'Ask for a takeback' }).click();
  await expect(black.getByText(/asks to take a move back/)).toBeVisible();
  await black.reload();
  await black.getByRole('button', { name: 'Accept takeback' }).click();
  for (const page of [white, black]) await expectPly(page, 2);
  await typeMoves(game, 'Nc3', 2);
});

test('E-4 a game is aborted before both have moved, and resigned from then on', async ({
  visit,
}) => {
  const game = await seatLive(visit, { timeControl: clockOf(60) });
  await typeMoves(game, 'e4');
  await expect(game.white.getByRole('button', { name: 'Resign' })).toBeHidden();
  await game.black.getByRole('button', { name: 'Abort the game' }).click();
  for (const page of [game.white, game.black]) {
    await expect(page.getByRole('status')).toContainText('Game aborted');
    await expect(page.getByRole('button', { name: /rematch/i })).toBeHidden();
  }
});

test('E-7 a rematch takes both to the new game, colours swapped', async ({ visit }) => {
  const game = await seatLive(visit, { timeControl: clockOf(180) });
  const { white, black, path } = game;
  await typeMoves(game, 'e4 e5');
  await white.getByRole('button', { name: 'Offer draw' }).click();
  await black.getByRole('button', { name: 'Accept draw' }).click();
  await white.getByRole('button', { name: 'Rematch' }).click();
  await black.getByRole('button', { name: 'Accept rematch' }).click();
  for (const page of [white, black]) {
    await page.waitForURL((url) => /\/game\/\d+$/.test(url.pathname) && url.pathname !== path);
  }
  expect(new URL(white.url()).pathname).toBe(new URL(black.url()).pathname);
  await expect(black.getByText('Your turn')).toBeVisible();
  await expect(black.getByRole('region', { name: 'White' })).toContainText(game.blackName);
});

test('C-6 the flag falls, and both are told the same', async ({ visit }) => {
  const game = await seatLive(visit, { timeControl: clockOf(1, 1) });
  await typeMoves(game, 'e4 e5');
  for (const page of [game.white, game.black]) {
    await expect(page.getByRole('status')).toContainText('Black wins on time');
    await expect(page.getByRole('timer', { name: 'White’s clock' })).toHaveText('0:00.0');
  }
});

test('C-10 after the server was killed and started again the clock is as it was', async ({
  visit,
  rookery,
}) => {
  const game = await seatLive(visit, { timeControl: clockOf(600) });
  const { white, black, gameID } = game;
  await typeMoves(game, 'e4 e5 Nf3 Nc6');
  const before = { shown: await shownMs(white, 'White'), at: Date.now() };
  await rookery.kill();
  const down = Date.now();
  await expect(white.getByText('Reconnecting…')).toBeVisible();
  await rookery.restart();
  const downMs = Date.now() - down;
  for (const page of [white, black]) {
    await expect(page.getByText('Connected')).toBeVisible();
    // What the page shows is what the server says, and the time without a server is not counted.
    await expect
      .poll(async () =>
        Math.abs((await shownMs(page, 'White')) - (await whiteLeftMs(page, gameID))),
      )
      .toBeLessThanOrEqual(1000);
    const played = Date.now() - before.at - downMs;
    expect(await shownMs(page, 'White')).toBeGreaterThanOrEqual(before.shown - played - 1000);
  }
  await typeMoves(game, 'Bb5', 4);
});

/** What White has left by the server's word. */
async function whiteLeftMs(page: Page, gameID: number): Promise<number> {
  const { nowMs, clocks, turnBeganAtMs } = await ask<GameSync>(page, 'game.sync', { gameID });
  return (clocks?.whiteMs ?? 0) - (nowMs - (turnBeganAtMs ?? nowMs));
}
