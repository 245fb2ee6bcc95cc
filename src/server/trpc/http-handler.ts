import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { errorTable, isRookeryError, RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import type { Log } from '../base/log.ts';
import { tokenFrom } from '../http-kit/access.ts';
import { MAX_BODY_BYTES } from '../http-kit/body.ts';
import type { SessionCookie } from '../http-kit/cookies.ts';
import { encodingsOf, inflate } from '../http-kit/inflate.ts';
import { type ApiParts, type CallParts, noConnection } from './context.ts';
import { appRouter } from './router.ts';
import { apiErrorOf, translating, trpcErrorOf } from './trpc.ts';

/** The header with the caller's address, set by the server before Next. */
export const ADDRESS_HEADER = 'x-rookery-address';

/** The header that marks a page of another origin: no cookie is read or set then (R-CORS-1). */
export const CROSS_ORIGIN_HEADER = 'x-rookery-cross-origin';

/** tRPC over HTTP: a cookie or an authorization header identifies the caller. */
export function createTrpcHttpHandler(parts: ApiParts, cookie: SessionCookie, log: Log) {
  return async (request: Request): Promise<Response> => {
    const whole = await readWhole(request).catch((error) => error);
    if (isRookeryError(whole)) return errorResponse(whole);
    const response = await fetchRequestHandler({
      endpoint: '/api/trpc',
      req: whole,
      router: appRouter,
      createContext: async ({ resHeaders, info }) => {
        // It would outlive the session that opened it: nothing could close it at logout (R-LOGOUT-1).
        if (info.type === 'subscription') {
          throw trpcErrorOf(
            new RookeryError('method_not_allowed', { problem: problem('request.webSocketOnly') }),
          );
        }
        const authToken =
          tokenFrom(request.headers.get('authorization') ?? undefined) ??
          cookie.read(request.headers.get('cookie') ?? undefined);
        const call: CallParts = {
          authToken,
          caller:
            authToken === null ? null : await translating(parts.services.session.find(authToken)),
          address: request.headers.get(ADDRESS_HEADER) ?? '',
          userAgent: request.headers.get('user-agent') ?? undefined,
          ...noConnection,
          setCookie: request.headers.has(CROSS_ORIGIN_HEADER)
            ? null
            : (token) => resHeaders.append('set-cookie', cookie.write(token)),
        };
        return { ...parts, ...call };
      },
      onError: ({ error }) => logUnexpected(error, log),
    });
    // tRPC omits it when it rejects a request before parsing its calls.
    if (response.status >= 400) response.headers.set('content-type', 'application/json');
    return response;
  };
}

/** Answers an unreadable request as the server does before Next (R-ERR-1). */
function errorResponse(error: RookeryError): Response {
  const { http } = errorTable[error.code];
  return Response.json({ message: error.wireMessage }, { status: http });
}

/**
 * A copy of the request with its whole inflated body; Next's can't be changed. tRPC's own client sends calls without input
 * without a body, which `json()` rejects. HEAD is answered as GET; Next leaves the body out.
 * @throws RookeryError `too_large`, `bad_request`
 */
async function readWhole(request: Request): Promise<Request> {
  const { url, method, headers, signal } = request;
  if (method === 'GET' || method === 'HEAD') return new Request(url, { headers, signal });
  const encodings = encodingsOf({ 'content-encoding': headers.get('content-encoding') ?? '' });
  const sent = Buffer.from(await request.arrayBuffer());
  const text = (await inflate(sent, encodings, MAX_BODY_BYTES)).toString();
  const json = async (): Promise<unknown> => (text === '' ? undefined : JSON.parse(text));
  const whole = new Request(url, { method, headers, signal, body: text });
  return Object.defineProperty(whole, 'json', { value: json });
}

/** Logs unexpected errors only. */
export function logUnexpected(error: Parameters<typeof apiErrorOf>[0], log: Log): void {
  const apiError = apiErrorOf(error);
  if (apiError.code === 'internal' || apiError.code === 'unavailable') {
    log.error(apiError.wireMessage, apiError.cause ?? error);
  }
}
