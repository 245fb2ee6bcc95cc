import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { listGames, register } from '../../testing/clients/rest-client.ts';
import { insertGames } from '../../testing/games/many-games.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';
import { canMeasureMemory, peakMegabytes, resetPeak } from '../../testing/util/memory.ts';

/** V8 keeps garbage while memory is free; with little memory, usage shows the need. */
const server = sharedServer({ NODE_OPTIONS: '--max-old-space-size=120' });
let token: string;
/** Their list is about 65 MB; as objects it would be several times that. */
const MANY = 180_000;
const FEW = 20_000;
const longName = '♟'.repeat(94);

beforeAll(async () => {
  ({ token } = await register(server().url, 'anna'));
  insertGames(server().databaseFile, 20_500);
});

describe('GET /game with many games', () => {
  test('R-LIST-1 each game is listed exactly once', async () => {
    const games = await listGames(server().url, token);
    expect(games.map(({ gameName }) => gameName)).toEqual(
      Array.from({ length: 20_500 }, (_, i) => `Game ${i + 1}`),
    );
    const numbers = games.map(({ gameID }) => gameID);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(20_500);
  });

  test.skipIf(!canMeasureMemory)(
    'R-LIST-1 memory does not grow with the number of games, nor with a client that stops reading',
    async () => {
      const { url, port, pid, databaseFile } = server();
      insertGames(databaseFile, FEW, longName);
      const fewBytes = await readAll(url);
      const withFew = peakMegabytes(pid);

      insertGames(databaseFile, MANY, longName);
      resetPeak(pid);
      const bytesMore = (await readAll(url)) - fewBytes;
      expect(bytesMore).toBeGreaterThan(50_000_000);
      // Less than one additional copy of the response.
      const bound = withFew + bytesMore / 1024 / 1024;
      expect(peakMegabytes(pid)).toBeLessThan(bound);

      const stuck = connect(port, '127.0.0.1');
      stuck.write(`GET /game HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${token}\r\n\r\n`);
      await once(stuck, 'readable'); // then it never reads
      await readAll(url);
      expect(peakMegabytes(pid)).toBeLessThan(bound);
      stuck.destroy();
      await readAll(url);
      expect(server().log()).not.toMatch(/Warning|error/i);
    },
  );
});

/** Reads the whole list over its own connection without keeping it. @returns its length in bytes */
async function readAll(url: string): Promise<number> {
  const request = get(`${url}/game`, { agent: false, headers: { authorization: token } });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) length += chunk.length;
  return length;
}
