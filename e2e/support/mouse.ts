import type { Locator, Page } from '@playwright/test';

/** Where the middle of a square is on the page, px. @param seenFrom whose side is below */
async function middleOf(page: Page, square: string, seenFrom: 'white' | 'black') {
  const box = await boxOf(page.locator('cg-board'));
  const file = square.charCodeAt(0) - 'a'.charCodeAt(0);
  const rank = Number(square[1]) - 1;
  const [x, y] = seenFrom === 'white' ? [file, 7 - rank] : [7 - file, rank];
  return { x: box.x + ((x + 0.5) * box.width) / 8, y: box.y + ((y + 0.5) * box.height) / 8 };
}

async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return box;
}

/** Plays or plans a move on the board by two clicks. */
export async function clickMove(
  page: Page,
  from: string,
  to: string,
  seenFrom: 'white' | 'black',
): Promise<void> {
  for (const square of [from, to]) {
    const { x, y } = await middleOf(page, square, seenFrom);
    await page.mouse.click(x, y);
  }
}

/** Drags an element onto a square of the board, as a person does: pressed, moved in steps, released. */
export async function dragTo(
  page: Page,
  part: Locator,
  square: string,
  seenFrom: 'white' | 'black',
): Promise<void> {
  const from = await boxOf(part);
  const to = await middleOf(page, square, seenFrom);
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}
