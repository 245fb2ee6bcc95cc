'use client';

import type { TRPCClient } from '@trpc/client';
import { useSyncExternalStore } from 'react';
import type { ApiError } from '../../client/api-error.ts';
import type { ConnectionState } from '../../client/connection.ts';
import type { AppRouter } from '../../contract/procedures.ts';
import { siteText } from '../../generated/texts/site.ts';
import { importWithRetry } from '../hooks/import-with-retry.ts';
import { lazyClient } from './lazy-client.ts';
import type { LiveClient } from './live-client.ts';

/** The page's one way to the server. Its code comes after the first paint: pages bring their first data with them. */
class PageConnection {
  readonly client: TRPCClient<AppRouter> = lazyClient(async () => (await this.load()).client);
  readonly #listeners = new Set<() => void>();
  #loading: Promise<LiveClient> | null = null;
  #live: LiveClient | null = null;

  /** Null until its code has come. */
  get live(): LiveClient | null {
    return this.#live;
  }

  load(): Promise<LiveClient> {
    this.#loading ??= importWithRetry(() => import('./live-client.ts')).then(({ connect }) => {
      this.#live = connect(() => this.#notify());
      this.#notify();
      return this.#live;
    });
    return this.#loading;
  }

  /** Also begins to connect. */
  readonly subscribe = (listener: () => void): (() => void) => {
    void this.load();
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): ConnectionState => this.#live?.state() ?? 'connecting';

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

const key = Symbol.for('rookery.connection');

type Page = typeof globalThis & { [key]?: PageConnection };

/** The same for all of a page. On the server nothing is ever asked of it. */
export function pageConnection(): PageConnection {
  const page: Page = globalThis;
  page[key] ??= new PageConnection();
  return page[key];
}

/** The API. What is asked before its code has come is asked then. */
export const useTRPCClient = (): TRPCClient<AppRouter> => pageConnection().client;

/** What the first paint shows, on the server and in the browser. */
const connecting = (): ConnectionState => 'connecting';

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
  const { subscribe, state: read } = pageConnection();
  const state = useSyncExternalStore(subscribe, read, connecting);
  const online = useSyncExternalStore(
    onOnline,
    () => navigator.onLine,
    () => true,
  );
  return online || state === 'connected' ? state : 'offline';
}

/** Connects again, with the cookie as it is now: to be called after signing in or out. */
export const resetConnection = (): void => pageConnection().live?.reset();

/** The error of a call as text for the reader; a call without an answer gives `unavailable`. */
export function errorOf(error: unknown): ApiError {
  return (
    pageConnection().live?.errorOf(error) ?? {
      code: 'unavailable',
      message: siteText('connection.noAnswer'),
    }
  );
}
