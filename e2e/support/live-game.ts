import type { Page } from '@playwright/test';
import type { ContextOptions } from './browser-pool.ts';
import { typeMove } from './game-page.ts';
import { expect, unique, type Visit } from './test.ts';

/** A game with two players at it, both in the browser. */
export interface LiveGame {
  readonly white: Page;
  readonly black: Page;
  readonly whiteName: string;
  readonly blackName: string;
  readonly gameID: number;
  readonly path: string;
}

/** How long a page may take to hydrate on a busy machine, ms. */
const READY_MS = 20_000;

/** Fischer time in seconds. */
export const clockOf = (limit: number, increment = 0) => ({
  type: 'clock',
  limitMs: limit * 1000,
  incrementMs: increment * 1000,
});

/** Calls a mutation as the page's user. @returns its answer */
async function call<T>(page: Page, procedure: string, input: object): Promise<T> {
  const answer = await page.request.post(`/api/trpc/${procedure}`, { data: input });
  expect(answer.status(), await answer.text()).toBe(200);
  const { result } = (await answer.json()) as { result: { data: T } };
  return result.data;
}

/** Calls a query as the page's user. @returns its answer */
export async function ask<T>(page: Page, query: string, input: object): Promise<T> {
  const params = { input: JSON.stringify(input) };
  const answer = await page.request.get(`/api/trpc/${query}`, { params });
  expect(answer.status(), await answer.text()).toBe(200);
  const { result } = (await answer.json()) as { result: { data: T } };
  return result.data;
}

/**
 * Seats two players in a game of this setup, the first as White.
 * @param options of the browsers
 */
export async function seatLive(
  visit: Visit,
  setup: object,
  options: ContextOptions = {},
): Promise<LiveGame> {
  const [whiteName, blackName] = [unique('wanda'), unique('boris')];
  const [white, black] = [await visit(whiteName, options), await visit(blackName, options)];
  const wanted = {
    gameName: unique('Live'),
    setup: { color: 'white', visibility: 'link', ...setup },
  };
  const { gameID } = await call<{ gameID: number }>(white, 'game.create', wanted);
  const path = `/game/${gameID}`;
  // The game starts once both pages are hydrated: its first moves have a time limit too.
  for (const page of [white, black]) {
    await page.goto(path);
    await expect(page.getByText(/^\d+ ms$/)).toBeVisible({ timeout: READY_MS });
  }
  await black.getByRole('button', { name: 'Accept and play' }).click();
  for (const page of [white, black]) await expect(page.getByLabel('Your move')).toBeEditable();
  return { white, black, whiteName, blackName, gameID, path };
}

/** Types these moves, White first, and waits until both pages show each. @param from the ply of the first */
export async function typeMoves(
  { white, black }: LiveGame,
  moves: string,
  from = 0,
): Promise<void> {
  for (const [index, san] of moves.split(' ').entries()) {
    const ply = from + index;
    await typeMove(ply % 2 === 0 ? white : black, san);
    for (const page of [white, black]) await expectPly(page, ply + 1);
  }
}

/** Waits until the page shows this many plies. */
export async function expectPly(page: Page, ply: number): Promise<void> {
  const moves = page.getByRole('region', { name: 'Moves' });
  if (ply > 0) await expect(moves.locator(`[data-ply="${ply}"]`)).toBeVisible();
  await expect(moves.locator(`[data-ply="${ply + 1}"]`)).toHaveCount(0);
}

/** The time that a clock shows, in ms. */
export async function shownMs(page: Page, color: 'White' | 'Black'): Promise<number> {
  const face = await page.getByRole('timer', { name: `${color}’s clock` }).innerText();
  const parts = face.trim().split(':').map(Number);
  return Math.round(parts.reduce((sum, part) => sum * 60 + part, 0) * 1000);
}
