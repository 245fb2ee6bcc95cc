import type { Page } from '@playwright/test';
import { createGame, expectLastMove, typeMove } from './support/game-page.ts';
import { expectPly } from './support/live-game.ts';
import { clickMove } from './support/mouse.ts';
import { expect, test, unique, type Visit } from './support/test.ts';

/** UCI and SAN: en passant, an underpromotion, both sides castle, Black mates. */
const moves = [
  ...['e2e4 e4', 'd7d5 d5', 'e4d5 exd5', 'c7c5 c5', 'd5c6 dxc6', 'g8f6 Nf6', 'c6b7 cxb7'],
  ...['b8c6 Nc6', 'b7a8 bxa8=N', 'e7e5 e5', 'g1f3 Nf3', 'f8c5 Bc5', 'f1e2 Be2', 'e8g8 O-O'],
  ...['e1g1 O-O', 'd8c7 Qc7', 'g2g4 g4', 'c6b4 Nb4', 'f3e5 Nxe5', 'f6g4 Nxg4', 'e5c6 Nc6'],
  'c7h2 Qxh2#',
].map((move) => move.split(' ') as [uci: string, san: string]);

/** Two players and a watcher in a game that White has created. */
async function seat(visit: Visit) {
  const [whiteName, blackName] = [unique('wanda'), unique('boris')];
  const [white, black, watcher] = [await visit(whiteName), await visit(blackName), await visit()];
  const name = unique('A fine game');
  const path = await createGame(white, name, 'White');
  await black.goto(path);
  await black.getByRole('button', { name: 'Join as Black' }).click();
  await expect(black.getByLabel('Your move')).toBeVisible();
  await watcher.goto(path);
  return { white, black, watcher, whiteName, blackName, path };
}

/** White plays on the board, Black by typing; every page shows each move. */
async function play(pages: { white: Page; black: Page; watcher: Page }, from: number, to: number) {
  const { white, black, watcher } = pages;
  for (let ply = from; ply < to; ply++) {
    const [uci, san] = moves[ply] ?? ['', ''];
    if (ply % 2 === 1) await typeMove(black, san);
    else await clickMove(white, uci.slice(0, 2), uci.slice(2, 4), 'white');
    if (san.includes('=N')) {
      await white
        .getByRole('dialog')
        .getByRole('button', { name: /knight/i })
        .click();
    }
    for (const page of [white, black, watcher]) {
      // Both sides castle: the same text twice.
      await expectPly(page, ply + 1);
      await expectLastMove(page, san);
    }
  }
}

test('two players play a game to mate while a third watches live', async ({ visit }) => {
  test.slow();
  const pages = await seat(visit);
  const { white, black, watcher, whiteName, blackName, path } = pages;
  for (const page of [white, black]) await expect(page.getByText('1 spectator')).toBeVisible();

  await play(pages, 0, 9);
  // Two pages are reloaded during the game.
  await Promise.all([black.reload(), watcher.reload()]);
  await play(pages, 9, moves.length);

  for (const page of [white, black, watcher]) {
    await expect(page.getByRole('status').filter({ hasText: /checkmate/i })).toBeVisible();
  }
  // AN-12 The opening has its name.
  await expect(watcher.getByText(/^[A-E]\d\d [A-Z]/)).toBeVisible();
  // The game accepts no more moves.
  await expect(white.getByRole('button', { name: 'Resign' })).toBeHidden();

  // The arrow keys step through the moves.
  const shown = watcher.getByRole('region', { name: 'Moves' }).locator('[aria-current="step"]');
  await expect(shown).toHaveText('Qxh2#');
  await watcher.keyboard.press('ArrowLeft');
  await watcher.keyboard.press('ArrowLeft');
  await expect(shown).toHaveText('Nxg4');
  await watcher.keyboard.press('ArrowRight');
  await expect(shown).toHaveText('Nc6');

  await watcher.goto(`/user/${blackName}`);
  await expect(watcher.getByRole('heading', { name: blackName })).toBeVisible();
  await expect(watcher.locator(`a[href="${path}"]`).first()).toBeVisible();
  await expect(watcher.getByText(whiteName).first()).toBeVisible();
});

test('E-3 a draw is offered, declined, and agreed; resigning asks first', async ({ visit }) => {
  test.slow();
  const pages = await seat(visit);
  await play(pages, 0, 2);
  const { white, black, watcher } = pages;
  await white.getByRole('button', { name: 'Resign' }).click();
  const sure = white.getByRole('alertdialog');
  await sure.getByRole('button', { name: /keep|cancel|play on/i }).click();
  await expect(sure).toBeHidden();
  await white.getByRole('button', { name: 'Offer draw' }).click();
  await black.getByRole('button', { name: 'Decline draw' }).click();
  await expect(black.getByRole('button', { name: 'Decline draw' })).toBeHidden();
  await black.getByRole('button', { name: 'Offer draw' }).click();
  // An open offer survives a reload.
  await white.reload();
  await white.getByRole('button', { name: 'Accept draw' }).click();
  for (const page of [white, black, watcher]) {
    await expect(page.getByRole('status').filter({ hasText: /draw/i })).toBeVisible();
  }
});
