'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, splitLink, type TRPCWebSocketClient } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { type ConnectionState, openSocket } from '../client/connection.ts';
import { linksOver } from '../client/links.ts';
import { type Refusal, refusalOf } from '../client/refusal.ts';
import type { AppRouter } from '../contract/procedures.ts';

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

interface Connection {
  readonly state: ConnectionState;
  readonly reset: () => void;
}

const ConnectionContext = createContext<Connection>({ state: 'connecting', reset: () => {} });

/** What sets or takes the session's cookie, which only HTTP can. */
const overHttp = new Set(['auth.register', 'auth.login', 'auth.guest', 'auth.logout']);

interface Parts {
  readonly socket: TRPCWebSocketClient | null;
  readonly client: ReturnType<typeof createTRPCClient<AppRouter>>;
  /** The state of the connection, as React subscribes to it. */
  readonly state: () => ConnectionState;
  readonly onState: (listener: () => void) => () => void;
}

function connect(): Parts {
  let state: ConnectionState = 'connecting';
  const listeners = new Set<() => void>();
  const socket = openSocket({
    url: window.location.origin,
    onState(next) {
      state = next;
      for (const listener of listeners) listener();
    },
  });
  const client = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (op) => overHttp.has(op.path),
        true: httpBatchLink({ url: '/api/trpc' }),
        false: linksOver(socket),
      }),
    ],
  });
  return {
    socket,
    client,
    state: () => state,
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type Page = typeof globalThis & { [key]?: Parts };

const key = Symbol.for('rookery.connection');

/** The page's one connection. React begins to render several times before it keeps one, so none of them may own it. */
function connection(): Parts {
  const page: Page = globalThis;
  page[key] ??= connect();
  return page[key];
}

/** While the server renders there is no socket, and nothing is called: pages bring their first data with them. */
const offline = (): Parts => ({
  socket: null,
  client: createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: '/api/trpc' })] }),
  state: connecting,
  onState: () => () => {},
});

/** What the first paint shows, on the server and in the browser. */
const connecting = (): ConnectionState => 'connecting';

/** Gives the components below it the API and the state of the connection. */
export function ApiProvider({ children }: { readonly children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        // What is live comes by subscription, and the client repeats what got no answer.
        defaultOptions: {
          queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' },
          mutations: { retry: false, networkMode: 'always' },
        },
      }),
  );
  const [parts] = useState(() => (typeof window === 'undefined' ? offline() : connection()));
  const state = useSyncExternalStore(parts.onState, parts.state, connecting);
  useEffect(() => {
    // A page that comes back from the browser's cache has a dead socket and doesn't know it.
    const onPageShow = (event: PageTransitionEvent) => {
      if (event.persisted) parts.socket?.connection?.ws.close();
    };
    window.addEventListener('pageshow', onPageShow);
    return () => window.removeEventListener('pageshow', onPageShow);
  }, [parts]);
  const reset = useCallback(() => parts.socket?.connection?.ws.close(4000), [parts]);

  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={parts.client} queryClient={queryClient}>
        <ConnectionContext value={{ state, reset }}>{children}</ConnectionContext>
      </TRPCProvider>
    </QueryClientProvider>
  );
}

const onOnline = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** The state of the connection to the server; `offline` when the device itself has none. */
export function useConnection(): ConnectionState | 'offline' {
  const { state } = useContext(ConnectionContext);
  const online = useSyncExternalStore(
    onOnline,
    () => navigator.onLine,
    () => true,
  );
  return online || state === 'connected' ? state : 'offline';
}

/** Connects again, with the cookie as it is now: to be called after signing in or out. */
export function useResetConnection(): () => void {
  return useContext(ConnectionContext).reset;
}

/** An error of a call in our words; one without an answer says that the connection broke. */
export function errorOf(error: unknown): Refusal {
  return (
    refusalOf(error) ?? {
      code: 'unavailable',
      message: 'The server did not answer. Please check your connection and try again.',
    }
  );
}
