import type { Page } from '@playwright/test';
import { clickMove, createGame, expectLastMove, typeMove } from './support/game-page.ts';
import { expect, test, unique } from './support/test.ts';

/** UCI and SAN: en passant, an underpromotion, both sides castle, Black mates. */
const moves = [
  ...['e2e4 e4', 'd7d5 d5', 'e4d5 exd5', 'c7c5 c5', 'd5c6 dxc6', 'g8f6 Nf6', 'c6b7 cxb7'],
  ...['b8c6 Nc6', 'b7a8 bxa8=N', 'e7e5 e5', 'g1f3 Nf3', 'f8c5 Bc5', 'f1e2 Be2', 'e8g8 O-O'],
  ...['e1g1 O-O', 'd8c7 Qc7', 'g2g4 g4', 'c6b4 Nb4', 'f3e5 Nxe5', 'f6g4 Nxg4', 'e5c6 Nc6'],
  'c7h2 Qxh2#',
].map((move) => move.split(' ') as [uci: string, san: string]);

/** Two players and a watcher at a game that White has made. */
async function seat(visit: (username?: string) => Promise<Page>) {
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

/** White plays on the board, Black by typing; everyone sees each move. */
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
    for (const page of [white, black, watcher]) await expectLastMove(page, san);
  }
}

test('two people play a game to mate while a third watches live', async ({ visit }) => {
  test.slow();
  const pages = await seat(visit);
  const { white, black, watcher, whiteName, blackName, path } = pages;
  for (const page of [white, black]) await expect(page.getByText('1 spectator')).toBeVisible();

  await play(pages, 0, 9);
  // In the middle, two load the page anew.
  await Promise.all([black.reload(), watcher.reload()]);
  await play(pages, 9, moves.length);

  for (const page of [white, black, watcher]) {
    await expect(page.getByRole('status').filter({ hasText: /checkmate/i })).toBeVisible();
  }
  // Nobody can go on.
  await expect(white.getByRole('button', { name: 'Resign' })).toBeHidden();

  await watcher.goto(`/user/${blackName}`);
  await expect(watcher.getByRole('heading', { name: blackName })).toBeVisible();
  await expect(watcher.locator(`a[href="${path}"]`).first()).toBeVisible();
  await expect(watcher.getByText(whiteName).first()).toBeVisible();
});

test('a game goes on after the server was killed and started again', async ({ visit, rookery }) => {
  const pages = await seat(visit);
  await play(pages, 0, 6);
  await rookery.kill();
  await expect(pages.watcher.getByText(/reconnecting|offline/i).first()).toBeVisible();
  await rookery.restart();
  await play(pages, 6, 12);
});

test('a move made while the server is away is played when it is back', async ({
  visit,
  rookery,
}) => {
  const pages = await seat(visit);
  await play(pages, 0, 2);
  await rookery.kill();
  await clickMove(pages.white, 'g1', 'f3', 'white');
  await rookery.restart();
  for (const page of [pages.white, pages.black, pages.watcher]) await expectLastMove(page, 'Nf3');
});

test('the moves can be stepped through by the arrow keys', async ({ visit }) => {
  const pages = await seat(visit);
  await play(pages, 0, 4);
  const { watcher } = pages;
  const shown = watcher.getByRole('region', { name: 'Moves' }).locator('[aria-current="step"]');
  await expect(shown).toHaveText('c5');
  await watcher.keyboard.press('ArrowLeft');
  await watcher.keyboard.press('ArrowLeft');
  await expect(shown).toHaveText('d5');
  await watcher.keyboard.press('ArrowRight');
  await expect(shown).toHaveText('exd5');
});

test('a draw is offered, declined, and agreed', async ({ visit }) => {
  const pages = await seat(visit);
  await play(pages, 0, 2);
  const { white, black, watcher } = pages;
  await white.getByRole('button', { name: 'Offer draw' }).click();
  await black.getByRole('button', { name: 'Decline draw' }).click();
  await expect(black.getByRole('button', { name: 'Decline draw' })).toBeHidden();
  await black.getByRole('button', { name: 'Offer draw' }).click();
  // An open offer is there after loading the page anew.
  await white.reload();
  await white.getByRole('button', { name: 'Accept draw' }).click();
  for (const page of [white, black, watcher]) {
    await expect(page.getByRole('status').filter({ hasText: /draw/i })).toBeVisible();
  }
});

test('resigning asks first, then ends the game', async ({ visit }) => {
  const pages = await seat(visit);
  await play(pages, 0, 2);
  const { white, black } = pages;
  await white.getByRole('button', { name: 'Resign' }).click();
  const sure = white.getByRole('alertdialog');
  await sure.getByRole('button', { name: /keep|cancel|play on/i }).click();
  await expect(sure).toBeHidden();
  await white.getByRole('button', { name: 'Resign' }).click();
  await sure.getByRole('button', { name: /resign/i }).click();
  await expect(black.getByRole('status').filter({ hasText: /resign/i })).toBeVisible();
});
