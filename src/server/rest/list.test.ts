import { beforeAll, describe, expect, test } from 'vitest';
import {
  createGame,
  expectError,
  join,
  listGames,
  register,
  rest,
  type TestUser,
} from '../../testing/clients/rest-client.ts';
import { openSocket } from '../../testing/clients/trpc-socket.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
let anna: TestUser;
let berta: TestUser;
/** Six games: open, open with White seated, playing, playing, finished, open. */
let games: number[];

beforeAll(async () => {
  const { url } = server();
  anna = await register(url, 'Anna');
  berta = await register(url, 'Berta');
  games = [];
  for (const name of ['one', 'two', 'three', 'four', 'five', 'six']) {
    games.push(await createGame(url, anna.token, name));
  }
  const [, two = 0, three = 0, four = 0, five = 0] = games;
  await join(url, anna.token, 'WHITE', two);
  for (const gameID of [three, four, five]) {
    await join(url, anna.token, 'WHITE', gameID);
    await join(url, berta.token, 'BLACK', gameID);
  }
  const socket = await openSocket(url, { params: { token: anna.token } });
  await socket.call('mutation', 'game.resign', { gameID: five });
  socket.close();
});

const list = (query = '') => listGames(server().url, anna.token, query);
const numbers = async (query: string) => (await list(query)).map(({ gameID }) => gameID);
const at = (...places: number[]) => places.map((place) => games[place]);

describe('GET /game', () => {
  test('R-LIST-1 lists every game, oldest first; empty seats are null', async () => {
    const seats = (whiteUsername: string | null, blackUsername: string | null) => ({
      whiteUsername,
      blackUsername,
    });
    const names = ['one', 'two', 'three', 'four', 'five', 'six'];
    const taken = [
      seats(null, null),
      seats('Anna', null),
      seats('Anna', 'Berta'),
      seats('Anna', 'Berta'),
      seats('Anna', 'Berta'),
      seats(null, null),
    ];
    const expected = names.map((gameName, i) => ({ gameID: games[i], ...taken[i], gameName }));
    expect(await list()).toEqual(expected);
  });

  test('R-LIST-1 the response is complete JSON with its content type, and is not cached', async () => {
    const answer = await rest(server().url, 'GET', '/game', { token: anna.token });
    expect(answer.body).toEqual({ games: expect.any(Array) });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('R-LIST-1 without a valid token it is 401, whatever the query says', async () => {
    for (const path of ['/game', '/game?limit=1', '/game?limit=0', '/game?status=no']) {
      expectError(await rest(server().url, 'GET', path), 401, /^Error: unauthorized$/);
      expectError(await rest(server().url, 'GET', path, { token: 'x' }), 401);
    }
  });

  test('R-LIST-2 limit bounds the list, 1 to 1000', async () => {
    expect(await numbers('?limit=1')).toEqual(at(0));
    expect(await numbers('?limit=4')).toEqual(at(0, 1, 2, 3));
    expect(await numbers('?limit=1000')).toEqual(games);
  });

  test('R-LIST-2 after lists the games after one; none after the last', async () => {
    expect(await numbers(`?after=${games[2]}`)).toEqual(at(3, 4, 5));
    expect(await numbers(`?after=${games[5]}`)).toEqual([]);
    expect(await numbers('?after=0')).toEqual(games);
    for (const far of [2_147_483_647, 2_147_483_648, 9_999_999_999]) {
      expect(await numbers(`?after=${far}`)).toEqual([]);
    }
  });

  test('R-LIST-2 status narrows to open, playing or finished games', async () => {
    expect(await numbers('?status=open')).toEqual(at(0, 1, 5));
    expect(await numbers('?status=playing')).toEqual(at(2, 3));
    expect(await numbers('?status=finished')).toEqual(at(4));
  });

  test('R-LIST-2 they combine for paging', async () => {
    expect(await numbers('?status=open&limit=2')).toEqual(at(0, 1));
    expect(await numbers(`?status=open&limit=2&after=${games[1]}`)).toEqual(at(5));
    expect(await numbers(`?limit=2&after=${games[1]}&unknown=1`)).toEqual(at(2, 3));
  });

  const bad = {
    limit: ['', '0', '-1', '1001', '1.5', '1e2', 'ten', ' 1', '٣', '99999999999', '%00', '1%00'],
    after: ['', '-1', '1.5', 'x', '0x10', '99999999999', 'null', '%F0%9F%98%80'],
    status: ['', 'OPEN', 'closed', 'open,playing', 'null', '%00', '%'],
  };
  for (const [name, values] of Object.entries(bad)) {
    test(`R-LIST-2 a bad value of ${name} is 400, with the parameter’s name`, async () => {
      for (const value of values) {
        const path = `/game?${name}=${value}`;
        const answer = await rest(server().url, 'GET', path, { token: anna.token });
        expectError(answer, 400, `^Error: bad request \\(${name}: `);
      }
    });
  }
});
