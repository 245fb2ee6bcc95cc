import type { Page } from '@playwright/test';
import { clockOf } from './support/live-game.ts';
import { expect, test } from './support/test.ts';

/** The longest and widest possible names (R-REG-2). */
const whiteName = 'W'.repeat(30);
const blackName = 'M'.repeat(30);

const viewports = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  // Phones in landscape.
  { width: 568, height: 320 },
  { width: 844, height: 390 },
  // 1280 by 800 at a zoom of 200 %.
  { width: 640, height: 400 },
  { width: 1280, height: 800 },
];

interface Shown {
  readonly name: string;
  /** The name's width, and the width of its first 8 letters with an ellipsis, in px. */
  readonly width: number;
  readonly needed: number;
}

/** Every single-line name on the page. Its title is the whole name. */
const namesOn = (page: Page, names: readonly string[]): Promise<Shown[]> =>
  page.evaluate((names) => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) throw new Error('There is no canvas.');
    return [...document.querySelectorAll<HTMLElement>('[title]')].flatMap((titled) => {
      const name = names.find((one) => one === titled.title);
      const text = titled.querySelector<HTMLElement>('.truncate') ?? titled;
      const { font, whiteSpace } = getComputedStyle(text);
      // Hidden visually, or on several lines.
      if (name === undefined || text.clientWidth <= 1 || whiteSpace !== 'nowrap') return [];
      canvas.font = font;
      const needed = canvas.measureText(`${name.slice(0, 8)}…`).width;
      return [{ name, width: text.clientWidth, needed }];
    });
  }, names);

async function expectReadable(page: Page, path: string, least: number): Promise<void> {
  for (const viewport of viewports) {
    await page.setViewportSize(viewport);
    const where = `${path} at ${viewport.width} by ${viewport.height}`;
    const shown = await namesOn(page, [whiteName, blackName]);
    expect(shown.length, `names on ${where}`).toBeGreaterThanOrEqual(least);
    for (const { name, width, needed } of shown) {
      expect.soft(width, `${name} on ${where}`).toBeGreaterThanOrEqual(needed);
    }
    // The board follows a change of the screen a moment later.
    const over = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await expect.poll(over, `${where} is wider than the screen by`).toBeLessThanOrEqual(0);
  }
}

test('the first 8 letters of any name are readable on every screen', async ({ visit }) => {
  test.slow();
  const [white, black] = [await visit(whiteName), await visit(blackName)];
  const call = async (page: Page, procedure: string, data: object) => {
    const answer = await page.request.post(`/api/trpc/${procedure}`, { data });
    expect(answer.status(), await answer.text()).toBe(200);
    return (await answer.json()).result.data;
  };
  const setup = { color: 'white', visibility: 'lobby', rated: true, timeControl: clockOf(3600) };
  const wanted = { gameName: 'Wide', setup };
  const { gameID } = await call(white, 'game.create', wanted);
  await black.goto('/lobby');
  await expect(black.getByText(whiteName).first()).toBeVisible();
  await expectReadable(black, 'the lobby with an open game', 0);
  await call(black, 'game.join', { gameID });
  // With captured pieces, and a running clock of six digits.
  for (const [ply, uci] of ['e2e4', 'd7d5', 'e4d5'].entries()) {
    await call(ply % 2 === 0 ? white : black, 'game.move', { gameID, ply, uci });
  }
  const path = `/game/${gameID}`;
  const visitor = await visit();
  for (const page of [white, black, visitor]) {
    await page.goto(path);
    await expect(page.getByRole('timer', { name: 'Black’s clock' })).toBeVisible();
  }
  await expect(white.getByTitle('Online')).toHaveCount(2);
  await expectReadable(white, 'the player’s game', 2);
  await expectReadable(visitor, 'the game', 2);
  for (const page of ['/lobby', '/tv', '/']) {
    await visitor.goto(page);
    await expect(visitor.getByText(whiteName).first()).toBeVisible();
    await expectReadable(visitor, page, 1);
  }
  await call(black, 'game.resign', { gameID });
  await expect(white.getByText('Winner')).toBeAttached();
  await expectReadable(white, 'the finished game', 2);
  for (const [page, name] of [
    ['/lobby', blackName],
    [`/user/${blackName}`, blackName],
    ['/', whiteName],
  ] as const) {
    await white.goto(page);
    await expect(white.getByText(name).first()).toBeAttached();
    await expectReadable(white, page, 0);
  }
});
