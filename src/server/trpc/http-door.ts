import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { tokenFrom } from '../http/access.ts';
import type { SessionCookie } from '../http/cookies.ts';
import type { Log } from '../log.ts';
import type { ApiParts, Caller } from './context.ts';
import { appRouter } from './router.ts';
import { refusalOf } from './trpc.ts';

/** Where the server writes the caller's address before it hands a request to Next. */
export const ADDRESS_HEADER = 'x-rookery-address';

/** tRPC over HTTP: a cookie or an authorization header says who calls. */
export function createTrpcHttpDoor(parts: ApiParts, cookie: SessionCookie, log: Log) {
  return (request: Request): Promise<Response> =>
    fetchRequestHandler({
      endpoint: '/api/trpc',
      req: request,
      router: appRouter,
      createContext: async ({ resHeaders }) => {
        const authToken =
          tokenFrom(request.headers.get('authorization') ?? undefined) ??
          cookie.read(request.headers.get('cookie') ?? undefined);
        const caller: Caller = {
          authToken,
          auth: authToken === null ? null : await parts.services.session.find(authToken),
          address: request.headers.get(ADDRESS_HEADER) ?? '',
          userAgent: request.headers.get('user-agent') ?? undefined,
          setCookie: (token) => resHeaders.append('set-cookie', cookie.write(token)),
        };
        return { ...parts, ...caller };
      },
      onError: ({ error }) => logUnexpected(error, log),
    });
}

/** Only what we did not expect is for the log. */
export function logUnexpected(error: Parameters<typeof refusalOf>[0], log: Log): void {
  const refusal = refusalOf(error);
  if (refusal.code === 'internal' || refusal.code === 'unavailable') {
    log.error(refusal.wireMessage, refusal.cause ?? error);
  }
}
