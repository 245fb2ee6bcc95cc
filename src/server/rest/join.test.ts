import { beforeAll, describe, expect, test } from 'vitest';
import {
  createGame,
  expectError,
  listGames,
  register,
  rest,
  type TestUser,
} from '../../testing/clients/rest-client.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
let anna: TestUser;
let berta: TestUser;
beforeAll(async () => {
  anna = await register(server().url, 'Anna');
  berta = await register(server().url, 'Berta');
});
const join = (body: unknown, token = anna.token) =>
  rest(server().url, 'PUT', '/game', { token, body });
const newGame = () => createGame(server().url, anna.token);
const seatsOf = async (gameID: number) => {
  const [game] = await listGames(server().url, anna.token, `?after=${gameID - 1}&limit=1`);
  return [game?.whiteUsername, game?.blackUsername];
};

describe('PUT /game', () => {
  test('R-JOIN-1 the colour may be called playerColor, ClientColor or clientColor, in any case', async () => {
    for (const name of ['playerColor', 'ClientColor', 'clientColor']) {
      for (const [color, seats] of [
        ['WHITE', ['Anna', null]],
        ['black', [null, 'Anna']],
        ['White', ['Anna', null]],
      ] as const) {
        const gameID = await newGame();
        expect(await join({ [name]: color, gameID })).toMatchObject({ status: 200, body: {} });
        expect(await seatsOf(gameID)).toEqual(seats);
      }
    }
  });

  test('R-JOIN-1 anything else is 400, with the field’s name', async () => {
    const gameID = await newGame();
    const bad = [undefined, null, '', 'GREEN', 'WHITE ', 'WHITE\n', 'W', 1, true, {}, ['WHITE']];
    for (const playerColor of bad) {
      expectError(await join({ playerColor, gameID }), 400, /^Error: bad request \(playerColor: /);
    }
    expectError(await join({ color: 'WHITE', gameID }), 400, /playerColor: is missing/);
    expect(await seatsOf(gameID)).toEqual([null, null]);
  });

  test('R-JOIN-2 gameID is an integer or its decimal string', async () => {
    const gameID = await newGame();
    expect(await join({ playerColor: 'WHITE', gameID })).toMatchObject({ status: 200 });
    const text = `${gameID}`;
    expect(await join({ playerColor: 'BLACK', gameID: text })).toMatchObject({ status: 200 });
    expect(await seatsOf(gameID)).toEqual(['Anna', 'Anna']);
  });

  test('R-JOIN-2 null, another type or an unknown game is 400, with the field’s name', async () => {
    const gameID = await newGame();
    const types = [undefined, null, '', true, {}, [gameID], `${gameID}.0`, ` ${gameID}`, 'abc'];
    const numbers = [0, -1, gameID + 0.5, gameID + 1000, 2_147_483_647, 2_147_483_648, 1e15, 1e300];
    const texts = ['0', '-1', '1e3', '0x1', '9999999999', '2147483648', '9'.repeat(400), '1\u0000'];
    for (const value of [...types, ...numbers, ...texts]) {
      const answer = await join({ playerColor: 'WHITE', gameID: value });
      expectError(answer, 400, /^Error: bad request \(gameID: /);
    }
    expect(await seatsOf(gameID)).toEqual([null, null]);
  });

  test('R-JOIN-2 without a valid token it is 401, whatever else is wrong', async () => {
    const gameID = await newGame();
    for (const body of [
      { playerColor: 'WHITE', gameID },
      { playerColor: 'WHITE', gameID: -1 },
      {},
    ]) {
      expectError(await join(body, ''), 401, /^Error: unauthorized$/);
    }
  });

  test('R-JOIN-3 a seat held by another is 403, and stays theirs', async () => {
    const gameID = await newGame();
    await join({ playerColor: 'WHITE', gameID });
    const answer = await join({ playerColor: 'WHITE', gameID }, berta.token);
    expectError(answer, 403, /^Error: already taken/);
    expect(await seatsOf(gameID)).toEqual(['Anna', null]);
  });

  test('R-JOIN-3 joining one’s own seat is 200 and changes nothing', async () => {
    const gameID = await newGame();
    for (let i = 0; i < 3; i++) {
      expect(await join({ playerColor: 'BLACK', gameID })).toMatchObject({ status: 200 });
      expect(await seatsOf(gameID)).toEqual([null, 'Anna']);
    }
  });

  test('R-JOIN-3 one user may hold both seats', async () => {
    const gameID = await newGame();
    await join({ playerColor: 'BLACK', gameID }, berta.token);
    await join({ playerColor: 'WHITE', gameID }, berta.token);
    expect(await seatsOf(gameID)).toEqual(['Berta', 'Berta']);
  });

  test('R-JOIN-4 of racing joins for one seat exactly one wins', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `racer-${i}`);
    const racers = await Promise.all(names.map((name) => register(server().url, name)));
    const gameID = await newGame();
    const answers = await Promise.all(
      racers.map(({ token }) => join({ playerColor: 'WHITE', gameID }, token)),
    );
    const winners = racers.filter((_, i) => answers[i]?.status === 200);
    expect(winners.map(({ username }) => username)).toEqual([(await seatsOf(gameID))[0]]);
    for (const answer of answers) {
      if (answer.status !== 200) expectError(answer, 403, /^Error: already taken/);
    }
  });
});
