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

/** Asking twice does no harm here: a move names the ply that it answers (T-2). */
const repeatable = new Set(['game.move']);

/** How often a call that got no answer is made again. */
const ATTEMPTS = 20;

/**
 * The way of every call over a socket. A call waits while there is no connection. When the connection breaks before the
 * answer has come, queries and moves are made again as soon as it is back, and subscriptions go on after the last event
 * that they gave (those that were not even begun too, which the library would give up). Everything else is asked once: nobody knows
 * whether a draw was offered or a message said, and a minute later it may not be wanted any more; such a call fails with
 * an error of which `apiErrorOf` is null, and the caller looks. A refusal by the server is never repeated, but for one: who
 * asked too often asks again, for the same calls, when the server said.
 */
export const linksOver = (socket: TRPCWebSocketClient): TRPCLink<AppRouter>[] => [
  patiently(socket),
  onceConnected(socket),
  wsLink({ client: socket }),
];

function patiently(socket: TRPCWebSocketClient): TRPCLink<AppRouter> {
  /** What the error just judged asks to wait, ms: the library asks for the delay right after its question whether to retry. */
  let askedMs: number | null = null;
  return retryLink({
    retry({ op, error, attempts }) {
      const refusal = apiErrorOf(error);
      askedMs = refusal?.code === 'too_many_requests' ? waitOf(refusal) : null;
      if ((refusal && askedMs === null) || isClosed(socket)) return false;
      if (op.type === 'subscription') return true;
      return (op.type === 'query' || repeatable.has(op.path)) && attempts <= ATTEMPTS;
    },
    // At first only until the socket knows that it must connect again: then the call waits for that.
    retryDelayMs: (attempt) => askedMs ?? (attempt === 1 ? 1 : Math.min(50 * 2 ** attempt, 1000)),
  });
}

/** In ms, a little of it by chance: many who were refused together don't come together again. */
const waitOf = ({ retryAfterSeconds = 1 }: ApiError): number =>
  retryAfterSeconds * 1000 + Math.random() * 1000;

/** Closed by us, and for good. */
const isClosed = (socket: TRPCWebSocketClient) => socket.connectionState.get().state === 'idle';

/** Holds calls back while the socket connects: the library would open a second connection beside that one. */
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
