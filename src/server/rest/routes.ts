import { z } from 'zod';
import { credentials, registration, session } from '../../contract/account/account.ts';
import { gameName } from '../../contract/game/index.ts';
import { type Answer, callerOf, type Route, route } from './route.ts';
import { gameListItem, joinBody, listQuery } from './schemas.ts';

const nothing = z.object({});
const done: Answer = { json: {} };

/** The design's seven flows. */
export const routes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/user',
    operation: 'register',
    summary: 'Register',
    description: 'Makes an account and signs it in.',
    auth: 'none',
    hashes: true,
    body: registration,
    response: session,
    errors: ['bad_request', 'already_taken', 'too_large', 'too_many_requests', 'unavailable'],
    run: async ({ registration }, { body, userAgent }) => ({
      json: await registration.register(body.username, body.password, body.email, userAgent),
    }),
  }),
  route({
    method: 'POST',
    path: '/session',
    operation: 'login',
    summary: 'Log in',
    description: 'Makes a new token; older ones keep working.',
    auth: 'none',
    hashes: true,
    body: credentials,
    response: session,
    errors: ['bad_request', 'wrong_credentials', 'too_large', 'too_many_requests', 'unavailable'],
    run: async ({ login }, { body, userAgent }) => ({
      json: await login.login(body.username, body.password, userAgent),
    }),
  }),
  route({
    method: 'DELETE',
    path: '/session',
    operation: 'logout',
    summary: 'Log out',
    description: 'Ends the token that the request carries, and no other.',
    auth: 'user',
    response: nothing,
    errors: ['unauthorized', 'too_many_requests', 'unavailable'],
    run: async ({ logout }, call) => {
      await logout.end(callerOf(call), call.authToken ?? '');
      return done;
    },
  }),
  route({
    method: 'GET',
    path: '/game',
    operation: 'listGames',
    summary: 'List games',
    description: 'Every game, oldest first; an empty seat is null. The answer is streamed.',
    auth: 'user',
    query: listQuery,
    response: z.object({ games: z.array(gameListItem) }),
    errors: ['bad_request', 'unauthorized', 'too_many_requests', 'unavailable'],
    run: async ({ listGame }, { query }) => ({
      chunks: gameList(listGame.list(query)),
    }),
  }),
  route({
    method: 'POST',
    path: '/game',
    operation: 'createGame',
    summary: 'Create a game',
    description: 'Untimed, casual, standard chess; both seats are empty.',
    auth: 'user',
    body: z.object({ gameName }),
    response: z.object({ gameID: z.number().int() }),
    errors: ['bad_request', 'unauthorized', 'too_large', 'too_many_requests', 'unavailable'],
    run: async ({ createGame }, { body }) => ({
      json: { gameID: await createGame.plainGame(body.gameName) },
    }),
  }),
  route({
    method: 'PUT',
    path: '/game',
    operation: 'joinGame',
    summary: 'Join a game',
    description:
      'Takes a seat. The colour may also be called clientColor or ClientColor; joining a seat that one holds changes nothing.',
    auth: 'user',
    body: joinBody,
    response: nothing,
    errors: [
      'bad_request',
      'unauthorized',
      'already_taken',
      'too_large',
      'too_many_requests',
      'unavailable',
    ],
    run: async ({ joinGame }, call) => {
      await joinGame.join(callerOf(call), call.body.color, call.body.gameID);
      return done;
    },
  }),
  route({
    method: 'DELETE',
    path: '/db',
    operation: 'clearApplication',
    summary: 'Clear everything',
    description:
      'Removes every user, token, game and move. In public mode it needs the admin token, and is forbidden when none is configured.',
    auth: 'adminToken',
    response: nothing,
    errors: ['unauthorized', 'forbidden', 'too_many_requests', 'unavailable'],
    run: async ({ clearApplication }) => {
      await clearApplication.clearApplication();
      return done;
    },
  }),
];

/** `{"games":[…]}`, in chunks. */
async function* gameList(chunks: AsyncIterable<string>): AsyncGenerator<string, void> {
  let before = '{"games":[';
  for await (const chunk of chunks) {
    yield before + chunk;
    before = ',';
  }
  yield before === ',' ? ']}' : `${before}]}`;
}
