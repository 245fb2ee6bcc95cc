import path from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { register, rest } from '../src/testing/clients/rest-client.ts';
import { startServer } from '../src/testing/server/server.ts';
import { root } from '../src/testing/util/root.ts';
import { expect, test, unique } from './support/test.ts';

let vite: ViteDevServer;
let origin: string;
test.beforeAll(async () => {
  const folder = path.join(root, 'examples/browser-app');
  vite = await createServer({
    configFile: path.join(folder, 'vite.config.ts'),
    cacheDir: path.join(root, 'node_modules/.cache/browser-app'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0 },
  });
  await vite.listen();
  const address = vite.httpServer?.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
test.afterAll(() => vite.close());

test('R-CORS-1 T-4 an app of another origin signs in, creates, joins, plays and follows live', async ({
  rookery,
  page,
}) => {
  const names = { white: unique('app'), black: unique('opponent') };
  const { password } = await register(rookery.url, names.white);
  const { token } = await register(rookery.url, names.black);

  await page.goto(`${origin}/?server=${rookery.url}`);
  await page.getByLabel('Username').fill(names.white);
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toHaveText(/password is wrong/);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText(`Signed in as ${names.white}`)).toBeVisible();

  await page.getByRole('button', { name: 'Join' }).click();
  const heading = page.getByRole('heading', { name: /^Game \d+: / });
  await expect(heading).toHaveText(new RegExp(`${names.white} – nobody`));
  const gameID = Number(/\d+/.exec((await heading.textContent()) ?? '')?.[0]);
  await rest(rookery.url, 'PUT', '/game', { token, body: { playerColor: 'BLACK', gameID } });
  await expect(heading).toHaveText(new RegExp(`${names.white} – ${names.black}`));

  await page.getByLabel('Move').fill('e2e4');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByRole('listitem')).toHaveText(['e4']);
  const move = { gameID, ply: 1, uci: 'e7e5' };
  await rest(rookery.url, 'POST', '/api/trpc/game.move', {
    token,
    headers: { 'content-type': 'application/json' },
    body: move,
  });
  await expect(page.getByRole('listitem')).toHaveText(['e4', 'e5']);
});

test('R-CORS-1 in public mode an app that ALLOWED_ORIGINS does not list can call nothing', async ({
  page,
}) => {
  await using server = await startServer({ PUBLIC_URL: 'https://chess.example.org' });
  await page.goto(`${origin}/?server=${server.url}`);
  const answer = await page.evaluate(
    (url) => fetch(`${url}/game`, { headers: { authorization: 'x' } }).then(String, String),
    server.url,
  );
  expect(answer).toMatch(/Failed to fetch/);
  const opened = await page.evaluate(
    (url) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/trpc`);
        socket.onopen = () => resolve('opened');
        socket.onclose = () => resolve('refused');
      }),
    server.url,
  );
  expect(opened).toBe('refused');
});
