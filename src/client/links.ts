import {
  retryLink,
  TRPCClientError,
  type TRPCLink,
  type TRPCWebSocketClient,
  wsLink,
} from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '../contract/procedures.ts';
import { type ApiError, apiErrorOf } from './api-error.ts';

/** Mutations that are safe to repeat: a move names the ply that it answers (T-2). */
const repeatable = new Set(['game.move']);

/** How often a call without an answer is sent. */
const ATTEMPTS = 20;

/**
 * The links of every call over a socket. A call waits while there is no connection. When the connection breaks before the
 * answer arrives, queries and moves are sent again once it is back, and subscriptions continue after their last event
 * (also those not yet started, which the library would drop). Other calls are sent once: whether a draw offer or a
 * message arrived is unknown, and a minute later it may be unwanted; such a call fails with an error of which
 * `apiErrorOf` is null. Calls that the server rejected are not repeated, except for rate limits: those are sent again
 * when the server allows.
 */
export const linksOver = (socket: TRPCWebSocketClient): TRPCLink<AppRouter>[] => [
  retrying(socket),
  onceConnected(socket),
  wsLink({ client: socket }),
];

function retrying(socket: TRPCWebSocketClient): TRPCLink<AppRouter> {
  /** The delay that the last error asks for, ms: the library asks for the delay right after asking whether to retry. */
  let askedMs: number | null = null;
  return retryLink({
    retry({ op, error, attempts }) {
      const apiError = apiErrorOf(error);
      askedMs = apiError?.code === 'too_many_requests' ? retryAfterMs(apiError) : null;
      if ((apiError && askedMs === null) || isClosed(socket)) return false;
      if (op.type === 'subscription') return true;
      return (op.type === 'query' || repeatable.has(op.path)) && attempts <= ATTEMPTS;
    },
    // The first delay only lets the socket notice that it must reconnect: then the call waits for that.
    retryDelayMs: (attempt) => askedMs ?? (attempt === 1 ? 1 : Math.min(50 * 2 ** attempt, 1000)),
  });
}

/** In ms, partly random: clients that were rejected together don't return together. */
const retryAfterMs = ({ retryAfterSeconds = 1 }: ApiError): number =>
  retryAfterSeconds * 1000 + Math.random() * 1000;

/** Closed by the client, for good. */
const isClosed = (socket: TRPCWebSocketClient) => socket.connectionState.get().state === 'idle';

/** Holds calls back while the socket connects: the library would open a second connection. */
function onceConnected(socket: TRPCWebSocketClient): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let stop = () => {};
        const go = () => {
          if (isClosed(socket)) {
            if (op.type === 'subscription') return observer.complete();
            return observer.error(TRPCClientError.from(new Error('The connection was closed.')));
          }
          const call = next(op).subscribe(observer);
          stop = () => call.unsubscribe();
        };
        if (socket.connectionState.get().state !== 'connecting') go();
        else {
          let waits = true;
          const waiting = socket.connectionState.subscribe({
            next({ state }) {
              if (!waits || state === 'connecting') return;
              waits = false;
              go();
            },
          });
          stop = () => {
            waits = false;
            waiting.unsubscribe();
          };
        }
        return () => stop();
      });
}
