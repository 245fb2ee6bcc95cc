'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** Dispatched when this page stores a value; other tabs cause the browser's own `storage` event. */
const EVENT = 'rookery-remembered';

function subscribe(listener: () => void): () => void {
  window.addEventListener(EVENT, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(EVENT, listener);
    window.removeEventListener('storage', listener);
  };
}

/** What was remembered under a name, as text; null for nothing, also where the browser keeps nothing. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers something on this device, if the browser lets us. */
export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // It is only a convenience.
  }
  window.dispatchEvent(new Event(EVENT));
}

/** What was remembered, if it is what `check` expects. */
export function remembered<T>(key: string, check: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(read(key) ?? 'null');
    return check(value) ? value : null;
  } catch {
    return null;
  }
}

/** A choice that this device remembers. */
export function useRemembered<T extends string | number | boolean>(
  key: string,
  usual: T,
  check: (value: unknown) => value is T,
): [T, (value: T) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => remembered(key, check) ?? usual,
    () => usual,
  );
  return [value, useCallback((next: T) => remember(key, next), [key])];
}
