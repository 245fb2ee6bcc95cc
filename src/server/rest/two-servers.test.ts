import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createGame,
  expectError,
  listGames,
  register,
  rest,
} from '../../testing/clients/rest-client.ts';
import { postgresStore, type TestDatabase } from '../../testing/databases/databases.ts';
import { startServer, type TestServer } from '../../testing/server/server.ts';

const store = postgresStore();

describe.skipIf(store.missing)(
  `two servers on one PostgreSQL${store.missing ? `: ${store.missing}` : ''}`,
  () => {
    let database: TestDatabase;
    let servers: TestServer[] = [];
    /** Sends requests to the two servers in turn. */
    const urlOf = (i: number) => servers[i % 2]?.url ?? '';
    beforeAll(async () => {
      await store.start();
      database = await store.create();
      servers = [await startServer({ DATABASE_URL: database.url })];
      servers.push(await startServer({ DATABASE_URL: database.url }));
    }, 300_000);
    afterAll(async () => {
      await Promise.all(servers.map((server) => server.end()));
      await database?.drop();
      await store.stop();
    });

    test('R-REG-3 of simultaneous registrations of one name exactly one succeeds', async () => {
      const answers = await Promise.all(
        ['Racer', 'racer', 'RACER', 'rAcer', 'raceR', 'RaceR'].map((username, i) => {
          const body = { username, password: 'p', email: 'x@example.org' };
          return rest(urlOf(i), 'POST', '/user', { body });
        }),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const answer of answers) if (answer.status !== 200) expectError(answer, 403);
    });

    test('R-JOIN-4 of racing joins for one seat exactly one wins', async () => {
      const users = await Promise.all(
        Array.from({ length: 10 }, (_, i) => register(urlOf(i), `user-${i}`)),
      );
      const [{ token = '' } = {}] = users;
      for (let round = 0; round < 5; round++) {
        const gameID = await createGame(urlOf(round), token);
        const body = { playerColor: 'WHITE', gameID };
        const answers = await Promise.all(
          users.map((user, i) => rest(urlOf(i), 'PUT', '/game', { token: user.token, body })),
        );
        const winners = users.filter((_, i) => answers[i]?.status === 200);
        const [game] = await listGames(urlOf(round + 1), token, `?after=${gameID - 1}`);
        expect(winners.map(({ username }) => username)).toEqual([game?.whiteUsername]);
        for (const answer of answers) if (answer.status !== 200) expectError(answer, 403);
      }
    });

    test('R-LOGOUT-1 a token deleted by one server is invalid on the other', async () => {
      const { token } = await register(urlOf(0), 'anna');
      expect(await rest(urlOf(1), 'DELETE', '/session', { token })).toMatchObject({ status: 200 });
      expectError(await rest(urlOf(0), 'GET', '/game', { token }), 401);
    });
  },
);
