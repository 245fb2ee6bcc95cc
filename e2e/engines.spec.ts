import { readFileSync } from 'node:fs';
import { chess960Fen, engineGame } from '../src/rules/index.ts';
import { initialFenOf } from '../src/rules/variants.ts';
import { expect, test, unique } from './support/test.ts';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const script = `/engine/${dependencies['stockfish.js']}/stockfish.wasm.js`;

/** The engine's names of our variants (docs/decisions/013-engines.md). */
const uciVariants = {
  standard: 'chess',
  chess960: 'chess',
  crazyhouse: 'crazyhouse',
  kingOfTheHill: 'kingofthehill',
  threeCheck: '3check',
  antichess: 'giveaway',
  atomic: 'atomic',
  horde: 'horde',
  racingKings: 'racingkings',
} as const;
const variants = Object.keys(uciVariants) as (keyof typeof uciVariants)[];

test('the engine runs in a page that is not isolated, in all variants', async ({ visit }) => {
  const page = await visit();
  await page.goto('/login');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  const headers = (await page.request.get(script)).headers();
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');

  const searches = variants.map((variant) => {
    const fen = variant === 'chess960' ? chess960Fen(0) : initialFenOf(variant);
    const lines = [
      `setoption name UCI_Chess960 value ${variant === 'chess960'}`,
      `setoption name UCI_Variant value ${uciVariants[variant]}`,
      `position fen ${fen}`,
      'go nodes 5000',
    ];
    return { variant, fen, lines };
  });
  const moves = await page.evaluate(
    async ([script, searches]) => {
      const worker = new Worker(script);
      const answers: string[] = [];
      for (const lines of searches) {
        const answer = new Promise<string>((resolve, reject) => {
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.onmessage = ({ data }) => /^bestmove/.test(data) && resolve(data.split(' ')[1]);
        });
        for (const line of lines) worker.postMessage(line);
        answers.push(await answer);
      }
      worker.terminate();
      return answers;
    },
    [script, searches.map(({ lines }) => lines)] as const,
  );
  for (const [index, { variant, fen }] of searches.entries()) {
    expect(engineGame(fen, [], variant).legal, variant).toContain(moves[index]);
  }
});

test('the computer plays a variant that the dialog offers', async ({ visit }) => {
  const page = await visit(unique('cora'));
  await page.goto('/lobby');
  await page
    .getByRole('button', { name: /create/i })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Computer', { exact: true }).click();
  await dialog.getByLabel('Variant').selectOption('crazyhouse');
  await dialog.getByText('Black', { exact: true }).click();
  await expect(dialog.getByRole('radio', { name: 'Black' })).toBeChecked();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Play the computer' }).click();
  const moves = page.getByRole('region', { name: 'Moves' });
  await expect(
    moves
      .getByRole('button')
      .filter({ hasText: /^([a-h][34]|N[acfh]3)$/ })
      .first(),
  ).toBeVisible();
});
