import { createTRPCClient, httpBatchLink, splitLink, type TRPCClient } from '@trpc/client';
import type { ApiError } from '../../client/api-error.ts';
import { type ConnectionState, openSocket } from '../../client/connection.ts';
import { linksOver } from '../../client/links.ts';
import type { AppRouter } from '../../contract/procedures.ts';
import { wordedError } from './error-text.ts';

/** The API over a connection that is open, or comes back by itself. */
export interface LiveClient {
  readonly client: TRPCClient<AppRouter>;
  readonly state: () => ConnectionState;
  /** Connects again, with the cookie as it is now. */
  readonly reset: () => void;
  /** The server's answer in an error, worded from the catalogue; null when no answer came. */
  readonly errorOf: (error: unknown) => ApiError | null;
}

/** What sets or takes the session's cookie, which only HTTP can. */
const overHttp = new Set(['auth.register', 'auth.login', 'auth.guest', 'auth.logout']);

/**
 * Opens the page's one connection.
 * @param onState called when the connection's state changes
 */
export function connect(onState: () => void): LiveClient {
  let state: ConnectionState = 'connecting';
  const socket = openSocket({
    url: window.location.origin,
    onState(next) {
      state = next;
      onState();
    },
  });
  // A page that comes back from the browser's cache has a dead socket and doesn't know it.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) socket.connection?.ws.close();
  });
  return {
    client: createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: (op) => overHttp.has(op.path),
          true: httpBatchLink({ url: '/api/trpc' }),
          false: linksOver(socket),
        }),
      ],
    }),
    state: () => state,
    reset: () => socket.connection?.ws.close(4000),
    errorOf: wordedError,
  };
}
