'use client';

import { useSyncExternalStore } from 'react';

const CHANGED = 'rookery-remembered';

/** `sessionStorage` is this window's, `localStorage` the browser's. */
type Where = 'sessionStorage' | 'localStorage';

/** A word that is there again when the page is loaded again; null for none, and in a browser that keeps nothing. */
export function useRemembered(
  where: Where,
  key: string,
): [string | null, (word: string | null) => void] {
  const word = useSyncExternalStore(
    subscribe,
    () => read(where, key),
    () => null,
  );
  const remember = (next: string | null) => {
    if (read(where, key) === next) return;
    try {
      if (next === null) window[where].removeItem(key);
      else window[where].setItem(key, next);
    } catch {
      return;
    }
    window.dispatchEvent(new Event(CHANGED));
  };
  return [word, remember];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

function read(where: Where, key: string): string | null {
  try {
    return window[where].getItem(key);
  } catch {
    return null;
  }
}
