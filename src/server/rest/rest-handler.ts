import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { badRequest } from '../../contract/errors/bad-request.ts';
import { RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import type { Log } from '../base/log.ts';
import type { Settings } from '../base/settings.ts';
import { type Access, tokenFrom } from '../http-kit/access.ts';
import { sendError, sendJson } from '../http-kit/answer.ts';
import { parseObject, readBody } from '../http-kit/body.ts';
import type { Limits } from '../http-kit/limits.ts';
import { checkOrigin, sendOptions } from '../http-kit/origins.ts';
import type { Services } from '../services/services.ts';
import { requireAdmin } from './admin.ts';
import { openApiOf } from './openapi.ts';
import type { Call, Route } from './route.ts';
import { routes } from './routes.ts';

export interface RestParts {
  readonly services: Services;
  readonly access: Access;
  readonly limits: Limits;
  readonly settings: Settings;
  readonly log: Log;
}

/** Answers the seven flows and `/openapi.json`; null for any other path. */
export type RestHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) => Promise<void> | null;

/** The REST door: finds the route, checks what came in, calls one service, sends the answer. */
export function createRestHandler(parts: RestParts): RestHandler {
  const byPath = new Map<string, Route[]>();
  for (const route of routes) byPath.set(route.path, [...(byPath.get(route.path) ?? []), route]);
  const document = openApiOf(routes, parts.settings);

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    known: readonly Route[] | 'document',
  ): Promise<void> => {
    checkOrigin(parts.access, request, response);
    const methods = known === 'document' ? ['GET', 'HEAD'] : methodsOf(known);
    if (request.method === 'OPTIONS') return sendOptions(request, response, methods);
    if (!methods.includes(request.method ?? '')) {
      const allowed = [...methods, 'OPTIONS'].join(', ');
      response.setHeader('allow', allowed);
      throw new RookeryError('method_not_allowed', {
        problem: problem('request.allowed', { methods: allowed }),
      });
    }
    if (known === 'document') return sendJson(response, 200, document);
    // What HEAD answers is what GET would, without the body.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const route = known.find((one) => one.method === method);
    if (route) await call(parts, route, request, response);
  };

  return (request, response, path) => {
    const known = path === '/openapi.json' ? 'document' : byPath.get(path);
    if (!known) return null;
    return answer(request, response, known).catch((error) => sendError(response, error, parts.log));
  };
}

const methodsOf = (known: readonly Route[]): string[] =>
  known.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));

async function call(
  { services, access, limits, settings }: RestParts,
  route: Route,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = access.addressOf(request);
  await limits.request(address);
  if (route.hashes) await limits.signIn(address);

  const authToken = tokenFrom(request.headers.authorization);
  if (route.auth === 'admin') requireAdmin(settings, authToken);
  const input = await readCall(route, request, authToken).catch(async (error) => {
    // Who asks comes before what: a wrong token is 401 whatever else is wrong.
    if (route.auth === 'token') await services.session.require(authToken);
    throw error;
  });
  const result = await route.run(services, input);
  if ('json' in result) sendJson(response, 200, result.json);
  else await stream(response, result.pieces);
}

/** @throws RookeryError `bad_request`, `too_large` */
async function readCall(
  route: Route,
  request: IncomingMessage,
  authToken: string | null,
): Promise<Call<unknown, unknown>> {
  const body = route.body && check(route.body, parseObject(await readBody(request)));
  const query = route.query && check(route.query, queryOf(request));
  return { body, query, authToken, userAgent: request.headers['user-agent'] };
}

function check(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (!result.success) throw badRequest(result.error);
  return result.data;
}

function queryOf(request: IncomingMessage): object {
  return Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams);
}

/** Sends pieces as fast as the client takes them, holding one at a time (R-LIST-1). */
async function stream(response: ServerResponse, pieces: AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) {
    // Only now is it known that the database answers.
    if (!response.headersSent) {
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
    }
    // A HEAD has all it asks for.
    if (response.destroyed || response.req.method === 'HEAD') break;
    if (!response.write(piece)) await drained(response);
  }
  response.end();
}

/** Resolves when the client has taken what was sent, or is gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}
