'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** Dispatched when this page stores a value; other tabs cause the browser's own `storage` event. */
const EVENT = 'rookery-remembered';

/** `localStorage` is shared by all tabs and lasts; `sessionStorage` is the tab's own. */
type StorageName = 'localStorage' | 'sessionStorage';

function subscribe(listener: () => void): () => void {
  window.addEventListener(EVENT, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(EVENT, listener);
    window.removeEventListener('storage', listener);
  };
}

/** Stores a value as JSON, if the browser allows it. */
export function remember(key: string, value: unknown, storage: StorageName = 'localStorage'): void {
  try {
    window[storage].setItem(key, JSON.stringify(value));
  } catch {
    // The page works without.
  }
  window.dispatchEvent(new Event(EVENT));
}

/** The value stored under a key; null if there is none, if `check` rejects it, or if the browser stores nothing. */
export function remembered<T>(
  key: string,
  check: (value: unknown) => value is T,
  storage: StorageName = 'localStorage',
): T | null {
  try {
    const value: unknown = JSON.parse(window[storage].getItem(key) ?? 'null');
    return check(value) ? value : null;
  } catch {
    return null;
  }
}

/** A value that the browser keeps when the page is loaded again; `initial` before anything is stored. */
export function useRemembered<T extends string | number | boolean>(
  key: string,
  initial: T,
  check: (value: unknown) => value is T,
  storage: StorageName = 'localStorage',
): [T, (value: T) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => remembered(key, check, storage) ?? initial,
    () => initial,
  );
  return [value, useCallback((next: T) => remember(key, next, storage), [key, storage])];
}
