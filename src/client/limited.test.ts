import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { expectError, rest } from '../testing/clients/rest-client.ts';
import { seatedGame } from '../testing/clients/seated-game.ts';
import { sharedServer } from '../testing/server/shared-server.ts';
import { createRookeryClient } from './index.ts';

const server = sharedServer({ PUBLIC_URL: 'https://chess.example.org' });

test('R-ERR-2 a call over the rate limit is repeated when the server allows it', async () => {
  const { gameID } = await seatedGame(server().url, 'limited');
  const ask = () => rest(server().url, 'GET', '/game');
  let last = await ask();
  while (last.status !== 429) {
    await Promise.all(Array.from({ length: 50 }, ask));
    last = await ask();
  }
  expectError(last, 429);
  const client = createRookeryClient({ url: server().url, WebSocket });
  const numbers: number[] = [];
  client.api.game.events.subscribe(
    { gameID },
    { onData: ({ data }) => void numbers.push(data.number) },
  );
  expect(await client.api.game.get.query({ gameID })).toMatchObject({ gameID });
  await expect.poll(() => numbers).toEqual([1, 2]);
  await client.close();
});
