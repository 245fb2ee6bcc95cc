import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Creates a game with both seats open, takes one of them or none, and opens it. @returns the game's path */
export async function createGame(
  page: Page,
  name: string,
  seat: 'White' | 'Black' | 'Neither',
): Promise<string> {
  const created = await page.request.post('/api/trpc/game.create', { data: { gameName: name } });
  expect(created.status(), await created.text()).toBe(200);
  const { gameID } = (await created.json()).result.data;
  if (seat !== 'Neither') {
    const data = { gameID, color: seat.toLowerCase() };
    expect((await page.request.post('/api/trpc/game.join', { data })).status()).toBe(200);
  }
  const path = `/game/${gameID}`;
  await page.goto(path);
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  return path;
}

/** Plays a move by typing it: SAN or UCI. */
export async function typeMove(page: Page, move: string): Promise<void> {
  await page.getByLabel('Your move').fill(move);
  await page.getByLabel('Your move').press('Enter');
}

/** Waits until the page shows this move as the last one. */
export async function expectLastMove(page: Page, san: string): Promise<void> {
  const moves = page.getByRole('region', { name: 'Moves' });
  await expect(moves.getByRole('button', { name: san, exact: true }).last()).toBeVisible();
}

/**
 * Presses Escape at the very moment when a button with this text appears: faster than any person.
 * @returns waits until it was pressed
 */
export async function escapeOnSight(page: Page, words: string): Promise<() => Promise<void>> {
  const armed = await page.evaluateHandle((words) => {
    const pressed = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        const buttons = [...document.querySelectorAll('button')];
        if (!buttons.some((button) => button.textContent === words)) return;
        observer.disconnect();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        resolve();
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    return { pressed };
  }, words);
  return () => armed.evaluate(({ pressed }) => pressed);
}
