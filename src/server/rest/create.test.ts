import { beforeAll, describe, expect, test } from 'vitest';
import {
  createGame,
  expectError,
  listGames,
  register,
  rest,
} from '../../testing/clients/rest-client.ts';
import { openSocket } from '../../testing/clients/trpc-socket.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
let token: string;
beforeAll(async () => {
  ({ token } = await register(server().url, 'anna'));
});
const create = (body: unknown, as = token) =>
  rest(server().url, 'POST', '/game', { token: as, body });

describe('POST /game', () => {
  test('R-CREATE-1 returns a gameID: a positive integer, each larger than the previous', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => create({ gameName: 'x' })));
    const numbers = answers.map(({ status, body }) => {
      expect(status).toBe(200);
      expect(body).toEqual({ gameID: expect.any(Number) });
      return (body as { gameID: number }).gameID;
    });
    expect(new Set(numbers).size).toBe(20);
    for (const gameID of numbers) expect(Number.isInteger(gameID) && gameID > 0).toBe(true);
    expect(await createGame(server().url, token)).toBeGreaterThan(Math.max(...numbers));
  });

  test('R-CREATE-1 the name has 1 to 100 characters once trimmed, and is stored unchanged', async () => {
    const names = ['a', 'n'.repeat(100), 'Zwei Türme ♖♖ 😀', '<script>alert(1)</script>', "'; --"];
    for (const gameName of names) {
      const gameID = await createGame(server().url, token, `  ${gameName}\u00a0`);
      const [game] = await listGames(server().url, token, `?after=${gameID - 1}&limit=1`);
      expect(game).toMatchObject({ gameID, gameName });
    }
  });

  test('R-CREATE-1 anything else is rejected with the field’s name', async () => {
    const bad = [
      undefined,
      null,
      '',
      '   ',
      'n'.repeat(101),
      7,
      false,
      {},
      ['a'],
      'a\u0000b',
      'a\nb',
    ];
    for (const gameName of bad) {
      expectError(await create({ gameName }), 400, /^Error: bad request \(gameName: /);
    }
  });

  test('R-CREATE-1 without a valid token it is 401, whatever the body', async () => {
    for (const body of [{ gameName: 'a game' }, {}, 'not JSON', '[]']) {
      expectError(await create(body, ''), 401, /^Error: unauthorized$/);
      expectError(await create(body, 'unknown'), 401);
    }
  });

  test('R-CREATE-2 a game created here is standard chess with both seats empty, and no move played', async () => {
    const gameID = await createGame(server().url, token, 'a new one');
    const [game] = await listGames(server().url, token, `?after=${gameID - 1}`);
    const seats = { whiteUsername: null, blackUsername: null };
    expect(game).toEqual({ gameID, gameName: 'a new one', ...seats });

    const socket = await openSocket(server().url);
    const fen = 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1';
    const view = {
      gameID,
      status: 'open',
      fen,
      initialFen: fen,
      moves: [],
      lastEvent: 0,
      ...seats,
    };
    expect(await socket.call('query', 'game.get', { gameID })).toMatchObject(view);
    socket.close();
  });
});
