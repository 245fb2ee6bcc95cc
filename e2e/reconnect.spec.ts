import type { Page } from '@playwright/test';
import { startProxy } from '../src/testing/faults/tcp-proxy.ts';
import { randomFrom, testSeed, troubles } from '../src/testing/faults/troubles.ts';
import { freePort } from '../src/testing/util/ports.ts';
import { said, say } from './support/chat.ts';
import { typeMove } from './support/game-page.ts';
import { ask, clockOf, expectPly, type LiveGame, seatLive } from './support/live-game.ts';
import { expect, test } from './support/test.ts';

const moves = 'e4 e5 Nf3 Nc6 Bb5 a6 Ba4 Nf6 O-O Be7 Re1 b5 Bb3 d6 c3 O-O'.split(' ');

/** One chunk of data in this many breaks its connection on average. */
const ONE_IN = 16;

/** Plays moves from ply to ply; `meanwhile` runs while each is in transit. Both pages show each move. */
async function play(
  { white, black }: LiveGame,
  from: number,
  to: number,
  meanwhile: (ply: number) => void = () => {},
) {
  for (let ply = from; ply < to; ply++) {
    await typeMove(ply % 2 === 0 ? white : black, moves[ply] ?? '');
    meanwhile(ply);
    for (const page of [white, black]) await expectPly(page, ply + 1);
  }
}

/** The moves in a page's list. */
const listed = (page: Page) =>
  page.getByRole('region', { name: 'Moves' }).locator('[data-ply]').allInnerTexts();

/** Marks a page, to detect a reload. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { neverReloaded: true }));
const isMarked = (page: Page) => page.evaluate(() => 'neverReloaded' in window);

test('T-1 T-2 G-5 a game over a repeatedly broken connection ends as it was played', async ({
  visit,
  rookery,
}) => {
  test.slow();
  const seed = testSeed();
  console.info(`FUZZ_SEED=${seed}`);
  let isBad = false;
  const fate = troubles(randomFrom(seed), ONE_IN, () => !isBad);
  await using line = await startProxy(rookery.port, fate);
  const visitors = (name?: string) =>
    visit(name, name?.startsWith('wanda') ? { baseURL: line.url } : {});
  const game = await seatLive(visitors, { timeControl: clockOf(600, 5) });
  const { white, black, gameID } = game;
  const question = 'Are you there?';
  await mark(white);

  await test.step('T-1 T-2 moves are in transit when the connection breaks', async () => {
    isBad = true;
    await play(game, 0, 12, (ply) => ply % 5 === 4 && line.cut());
    isBad = false;
  });

  await test.step('G-5 an offer and a message are sent while the connection is down', async () => {
    line.stall();
    await black.getByRole('button', { name: 'Offer draw' }).click();
    await say(black, question);
    await expect(said(black, question)).toBeVisible();
    line.cut();
    await expect(white.getByRole('button', { name: 'Decline draw' })).toBeVisible();
    await expect(said(white, question)).toBeVisible();
    await white.getByRole('button', { name: 'Decline draw' }).click();
    await expect(black.getByRole('button', { name: 'Offer draw' })).toBeVisible();
  });

  await test.step('G-5 the page shows that it is offline, and plays a move made meanwhile', async () => {
    line.switchTo(await freePort());
    line.cut();
    await expect(white.getByText('Reconnecting…', { exact: true })).toBeVisible();
    await typeMove(white, moves[12] ?? '');
    await expect(white.getByText(/sent as soon as the connection is back/)).toBeVisible();
    line.switchTo(rookery.port);
    await expect(white.getByText('Connected')).toBeVisible();
    for (const page of [white, black]) await expectPly(page, 13);
  });

  isBad = true;
  await play(game, 13, moves.length);
  isBad = false;
  await black.getByRole('button', { name: 'Resign' }).click();
  await black
    .getByRole('alertdialog')
    .getByRole('button', { name: /resign/i })
    .click();
  for (const page of [white, black]) {
    await expect(page.getByRole('status').filter({ hasText: /resign/i })).toBeVisible();
    expect(await listed(page)).toEqual(moves);
  }
  const view = await ask<{ moves: { san: string }[] }>(black, 'game.get', { gameID });
  expect(view.moves.map(({ san }) => san)).toEqual(moves);
  await expect(said(white, question)).toHaveCount(1);
  expect(await isMarked(white), 'never loaded again').toBe(true);
  expect(line.connections()).toBeGreaterThan(4);
});
