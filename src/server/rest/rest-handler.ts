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
import { type Caller, requireAdminRole, requireScope } from '../services/account/caller.ts';
import type { Services } from '../services/services.ts';
import { requireAdminToken } from './admin.ts';
import { openApiOf } from './openapi.ts';
import type { Route, RouteAuth } from './route.ts';
import { createRouter, type Match } from './router.ts';
import { routes } from './routes.ts';
import { sendChunks, sendLines } from './send-stream.ts';

export interface RestParts {
  readonly services: Services;
  readonly access: Access;
  readonly limits: Limits;
  readonly settings: Settings;
  readonly log: Log;
}

/** Answers the seven flows and `/openapi.json`; returns null for other paths. */
export type RestHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) => Promise<void> | null;

/**
 * The REST transport: finds the route, resolves the caller, checks the input, calls one service, sends the answer.
 * @param table the routes; tests pass their own
 */
export function createRestHandler(parts: RestParts, table: readonly Route[] = routes): RestHandler {
  const find = createRouter(table);
  const document = openApiOf(table, parts.settings);

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    found: Match | 'document',
  ): Promise<void> => {
    checkOrigin(parts.access, request, response);
    const methods = found === 'document' ? ['GET', 'HEAD'] : methodsOf(found.routes);
    if (request.method === 'OPTIONS') return sendOptions(request, response, methods);
    if (!methods.includes(request.method ?? '')) {
      const allowed = [...methods, 'OPTIONS'].join(', ');
      response.setHeader('allow', allowed);
      throw new RookeryError('method_not_allowed', {
        problem: problem('request.allowed', { methods: allowed }),
      });
    }
    if (found === 'document') return sendJson(response, 200, document);
    // HEAD gets the answer of GET without its body.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const route = found.routes.find((one) => one.method === method);
    if (route) await call(parts, { route, params: found.params }, request, response);
  };

  return (request, response, path) => {
    const found = path === '/openapi.json' ? 'document' : find(path);
    if (!found) return null;
    const shape = found === 'document' ? undefined : found.routes[0]?.errorShape;
    return answer(request, response, found).catch((error) =>
      sendError(response, error, parts.log, shape),
    );
  };
}

const methodsOf = (known: readonly Route[]): string[] =>
  known.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));

async function call(
  parts: RestParts,
  { route, params }: { readonly route: Route; readonly params: Match['params'] },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { services, access, limits } = parts;
  const address = access.addressOf(request);
  await limits.request(address);
  if (route.hashes) await limits.signIn(address);

  const authToken = tokenFrom(request.headers.authorization);
  // Read before the caller is checked: most clients look for an answer only after sending everything.
  const [body] = await Promise.allSettled([route.body ? readBody(request) : null]);
  // The caller comes before the input: a wrong token is 401 whatever else is wrong.
  const caller = await authorize(parts, route.auth, authToken);
  if (body.status === 'rejected') throw body.reason;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const result = await route.run(services, {
    body: route.body && body.value && check(route.body, parseObject(body.value)),
    query: route.query && check(route.query, queryOf(request)),
    params: route.params && check(route.params, params),
    caller,
    authToken,
    userAgent: request.headers['user-agent'],
    signal: gone.signal,
  });
  if ('json' in result) sendJson(response, 200, result.json);
  else if ('chunks' in result) await sendChunks(response, result.chunks);
  else await sendLines(response, result.lines);
}

/**
 * Checks the route's access rule.
 * @returns the caller; null for routes without one
 * @throws RookeryError `unauthorized`, `forbidden`
 */
async function authorize(
  { services, settings }: RestParts,
  auth: RouteAuth,
  authToken: string | null,
): Promise<Caller | null> {
  if (auth === 'none') return null;
  if (auth === 'adminToken') {
    requireAdminToken(settings, authToken);
    return null;
  }
  const caller = await services.session.require(authToken);
  if (auth === 'adminRole') requireAdminRole(caller);
  else if (auth !== 'user') requireScope(caller, auth.scope);
  return caller;
}

function check(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (!result.success) throw badRequest(result.error);
  return result.data;
}

function queryOf(request: IncomingMessage): object {
  return Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams);
}
