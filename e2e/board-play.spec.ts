import { expectAccessible } from './support/accessible.ts';
import { createGame, escapeOnSight, typeMove } from './support/game-page.ts';
import { clockOf, expectPly, seatLive, typeMoves } from './support/live-game.ts';
import { clickMove, dragTo } from './support/mouse.ts';
import { expect, test, unique } from './support/test.ts';

test('moves are confirmed, premoves planned by mouse, and a threefold repetition claimed', async ({
  visit,
}) => {
  test.slow();
  const game = await seatLive(visit, { timeControl: clockOf(600) });
  const { white, black } = game;
  const plan = (move: string) => clickMove(white, move.slice(0, 2), move.slice(2), 'white');

  await test.step('a move is sent after its confirmation', async () => {
    await white.getByRole('button', { name: 'Settings' }).click();
    await white.getByRole('dialog').getByLabel('Confirm each move').check();
    await white.keyboard.press('Escape');
    await clickMove(white, 'e2', 'e4', 'white');
    await expect(white.getByRole('button', { name: 'Play e4' })).toBeFocused();
    await white.getByRole('button', { name: 'Take back' }).click();
    await expectPly(white, 0);
    await clickMove(white, 'g1', 'f3', 'white');
    await expect(white.getByRole('button', { name: 'Play Nf3' })).toBeVisible();
    // Only White's board shows the draft.
    await expect(
      white.getByRole('img', { name: /^Chess board.*White: [^.]*knights b1 f3/ }),
    ).toBeVisible();
    await expectPly(black, 0);
    await white.keyboard.press('Enter');
    for (const page of [white, black]) await expectPly(page, 1);
  });

  await test.step('G-6 several premoves are planned, and one is played each turn', async () => {
    await plan('f3g1');
    // The second starts on the board that the first has made.
    await expect(white.getByRole('button', { name: 'Cancel premove' })).toBeVisible();
    await plan('g1f3');
    await expect(white.getByRole('button', { name: 'Cancel 2 premoves' })).toBeVisible();
    await typeMove(black, 'Nf6');
    for (const page of [white, black]) await expectPly(page, 3);
    await expect(white.getByRole('button', { name: 'Cancel premove' })).toBeVisible();
    await typeMove(black, 'Ng8');
    for (const page of [white, black]) await expectPly(page, 5);
    await expect(white.getByRole('button', { name: /^Cancel/ })).toBeHidden();
  });

  await test.step('G-6 premoves are cancelled by a button, a key, or the right mouse button', async () => {
    const cancel = white.getByRole('button', { name: /^Cancel/ });
    const ways = [
      () => cancel.click(),
      () => white.keyboard.press('Escape'),
      () => white.locator('cg-board').click({ button: 'right' }),
    ];
    for (const way of ways) {
      await plan('f3g1');
      await expect(cancel).toBeVisible();
      await way();
      await expect(cancel).toBeHidden();
    }
    const escaped = await escapeOnSight(white, 'Cancel premove');
    await plan('f3g1');
    await escaped();
    await expect(cancel).toBeHidden();
    await typeMove(black, 'Nf6');
    for (const page of [white, black]) await expectPly(page, 6);
    await expect(white.getByText('Your turn')).toBeVisible();
  });

  await test.step('E-2 the player to move claims a threefold repetition', async () => {
    await typeMoves(game, 'Ng1', 6);
    await expect(white.getByRole('button', { name: 'Claim draw' })).toBeHidden();
    await typeMoves(game, 'Ng8', 7);
    await expect(black.getByRole('button', { name: 'Claim draw' })).toBeHidden();
    await white.getByRole('button', { name: 'Claim draw' }).click();
    for (const page of [white, black]) {
      await expect(page.getByRole('status')).toContainText('Draw by threefold repetition');
    }
  });
});

test('pieces are dropped from the pocket by mouse, and the game of an absent opponent is claimed', async ({
  visit,
}) => {
  test.slow();
  const setup = { variant: 'crazyhouse', timeControl: clockOf(180, 2) };
  const game = await seatLive(visit, setup, { reducedMotion: 'reduce' });
  const { white, black, blackName } = game;

  await test.step('G-1 a piece of the pocket is dragged onto the board', async () => {
    await typeMoves(game, 'e4 d5 exd5 Qxd5');
    const pocket = white.getByRole('list', { name: 'White’s pocket' });
    await dragTo(white, pocket.getByRole('button', { name: /^pawn, 1/ }), 'e4', 'white');
    for (const page of [white, black]) await expectPly(page, 5);
    await expect(white.locator('[data-ply="5"]')).toHaveText('@e4');
    await expect(pocket.getByRole('button')).toHaveCount(0);
  });

  await test.step('G-6 a drop is planned by a click on the piece and one on the square', async () => {
    await typeMoves(game, 'Qxe4+', 5);
    const pocket = black.getByRole('list', { name: 'Black’s pocket' });
    await pocket.getByRole('button', { name: /^pawn, 2/ }).click();
    await black.getByRole('button', { name: 'Drop the pawn on e6' }).click();
    await expect(black.getByRole('button', { name: 'Cancel premove' })).toBeVisible();
    await typeMove(white, 'Be2');
    for (const page of [white, black]) await expectPly(page, 8);
    await expect(white.locator('[data-ply="8"]')).toHaveText('@e6');
    await typeMoves(game, 'Nf3', 8);
  });

  await test.step('E-6 the absence of an opponent is shown, counted down, and claimed', async () => {
    await black.close();
    const away = new RegExp(`^${blackName} is away. You can claim the game in \\d+ s\\.$`);
    // The second one is for screen readers.
    await expect(white.getByText(away).first()).toBeVisible();
    await expect(white.getByRole('button', { name: 'Claim win' })).toBeHidden();
    // This check uses some of the seconds that must pass anyway.
    await expectAccessible(white, 'a game with pockets');
    await white.getByRole('button', { name: 'Claim win' }).click();
    await expect(white.getByRole('status')).toContainText('White wins by abandonment');
  });
});

test('a resized board keeps the pieces on their squares, also with reduced motion', async ({
  visit,
}) => {
  const page = await visit(unique('resizer'));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await createGame(page, unique('resized'), 'White');
  const lastRank = () =>
    page.evaluate(() => {
      const board = document.querySelector('cg-board')?.getBoundingClientRect();
      const pieces = [...document.querySelectorAll('cg-board piece')];
      const edges = pieces.map((piece) => piece.getBoundingClientRect().right);
      return board && pieces.length === 32 ? Math.round(Math.max(...edges) - board.right) : null;
    });
  for (const width of [1280, 390, 844]) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(lastRank).toBe(0);
  }
});
