import type { Page } from '@playwright/test';
import type { GameSync } from '../src/contract/game/index.ts';
import { expectAccessible } from './support/accessible.ts';
import { chatOf, said, say } from './support/chat.ts';
import { typeMove } from './support/game-page.ts';
import { ask, clockOf, expectPly, seatLive, shownMs, typeMoves } from './support/live-game.ts';
import { clickMove } from './support/mouse.ts';
import { expect, test } from './support/test.ts';

test('an evening of blitz: clocks, time given, a takeback, premoves, mate, a rematch, an abort', async ({
  visit,
}) => {
  test.slow();
  const game = await seatLive(visit, { timeControl: clockOf(180, 2) });
  const { white, black, path } = game;
  const both = [white, black];

  await test.step('C-3 the clocks stand still until both have moved', async () => {
    await expect(white.getByText('Blitz · 3+2 · casual')).toBeVisible();
    // Visible, and announced once to screen readers.
    await expect(white.getByText(/you have \d+ s for the first move/i).first()).toBeVisible();
    await expect(black.getByText(/white has \d+ s for the first move/i)).toBeVisible();
    await typeMoves(game, 'f3 e5');
    for (const page of both) {
      await expect(page.getByRole('timer', { name: 'Black’s clock' })).toHaveText('3:00');
      await expect.poll(() => shownMs(page, 'White')).toBeLessThan(180_000);
    }
  });

  await test.step('C-8 time is given', async () => {
    await white.getByRole('button', { name: 'Give your opponent +15 s' }).click();
    for (const page of both) {
      await expect(page.getByRole('timer', { name: 'Black’s clock' })).toHaveText('3:15');
    }
  });

  await test.step('the page with clocks is accessible, light and dark', async () => {
    await expectAccessible(white, 'a game with clocks');
  });

  await test.step('E-5 a move is taken back', async () => {
    await typeMoves(game, 'a3', 2);
    await white.getByRole('button', { name: 'Ask for a takeback' }).click();
    await black.getByRole('button', { name: 'Accept takeback' }).click();
    for (const page of both) await expectPly(page, 2);
  });

  await test.step('G-6 a premove is played as soon as the opponent has moved', async () => {
    await black.getByLabel('Your move').fill('d8h4');
    await black.getByLabel('Your move').press('Enter');
    await expect(black.getByRole('button', { name: 'Cancel premove' })).toBeVisible();
    await typeMove(white, 'g4');
    for (const page of both) {
      await expect(page.getByRole('status')).toContainText('Black wins by checkmate');
    }
  });

  await test.step('the game is exported, with its clocks and its result', async () => {
    await expect(white.getByRole('region', { name: 'Moves' })).toContainText('0–1');
    await white.getByRole('button', { name: 'Export' }).click();
    const pgn = white.getByLabel('The game in PGN');
    await expect(pgn).toHaveValue(
      /1\. f3 \{ \[%clk 0:03:00\] \} 1\.\.\. e5 [\s\S]*Qh4# [\s\S]*0-1/,
    );
    await expectAccessible(white, 'the export of a game');
    await white.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('E-7 a rematch takes both to the new game, colours swapped', async () => {
    await white.getByRole('button', { name: 'Rematch' }).click();
    await black.getByRole('button', { name: 'Accept rematch' }).click();
    for (const page of both) {
      await page.waitForURL((url) => /\/game\/\d+$/.test(url.pathname) && url.pathname !== path);
    }
    await expect(black.getByRole('region', { name: 'White' })).toContainText(game.blackName);
    await expect(black.getByText('Your turn')).toBeVisible();
  });

  await test.step('E-4 the game is aborted before both have moved', async () => {
    await expect(black.getByRole('button', { name: 'Resign' })).toBeHidden();
    await white.getByRole('button', { name: 'Abort the game' }).click();
    for (const page of both) {
      await expect(page.getByRole('status')).toContainText('Game aborted');
      await expect(page.getByRole('button', { name: /rematch/i })).toBeHidden();
    }
  });

  await test.step('going back to the previous game stays there', async () => {
    await white.goBack();
    await white.waitForURL((url) => url.pathname === path);
    await expect(white.getByRole('link', { name: 'Go to the rematch' })).toBeVisible();
    await expect(white.getByRole('status').first()).toContainText('Black wins by checkmate');
    expect(new URL(white.url()).pathname).toBe(path);
  });
});

test('C-6 the flag falls, and both players see the same result', async ({ visit }) => {
  test.slow();
  const game = await seatLive(visit, { timeControl: clockOf(1, 1) });
  await typeMoves(game, 'e4 e5');
  for (const page of [game.white, game.black]) {
    await expect(page.getByRole('status')).toContainText('Black wins on time');
    await expect(page.getByRole('timer', { name: 'White’s clock' })).toHaveText('0:00.0');
  }
});

test('C-10 G-5 after the server was killed clocks and chat continue, and a move made meanwhile is played', async ({
  visit,
  rookery,
}) => {
  test.slow();
  const game = await seatLive(visit, { timeControl: clockOf(600) });
  const { white, black, gameID, path } = game;
  const watcher = await visit();
  await watcher.goto(path);
  await typeMoves(game, 'e4 e5 Nf3 Nc6');
  await say(black, 'before');
  await expect(said(white, 'before')).toBeVisible();
  await rookery.kill();
  for (const page of [white, watcher]) {
    await expect(page.getByText('Reconnecting…', { exact: true })).toBeVisible();
  }
  await clickMove(white, 'f1', 'b5', 'white');
  await rookery.restart();
  for (const page of [white, black, watcher]) {
    await expectPly(page, 5);
    // The page shows the server's clock, which excludes the downtime.
    const difference = async () =>
      (await shownMs(page, 'Black')) - (await blackLeftMs(page, gameID));
    await expect.poll(async () => Math.abs(await difference())).toBeLessThanOrEqual(1000);
  }
  await typeMoves(game, 'a6', 5);
  await say(white, 'after');
  await expect(chatOf(black).locator('li')).toHaveText([/before/, /after/]);
});

/** What Black, whose turn it is, has left by the server's word. */
async function blackLeftMs(page: Page, gameID: number): Promise<number> {
  const { nowMs, clocks, turnBeganAtMs } = await ask<GameSync>(page, 'game.sync', { gameID });
  return (clocks?.blackMs ?? 0) - (nowMs - (turnBeganAtMs ?? nowMs));
}
