'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
};

/** Whether the page can be seen. */
export const useVisible = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => document.visibilityState === 'visible',
    () => true,
  );

const MARK = '● ';
const unmarked = (title: string) => (title.startsWith(MARK) ? title.slice(MARK.length) : title);

/**
 * Marks the window's title while the page is hidden and something has come for the reader.
 * @returns whether it is marked, and what marks it
 */
export function useAttention(): [marked: boolean, call: () => void] {
  const [called, setCalled] = useState(false);
  const visible = useVisible();
  if (visible && called) setCalled(false);
  useEffect(() => {
    if (!called) return;
    document.title = MARK + unmarked(document.title);
    return () => {
      document.title = unmarked(document.title);
    };
  }, [called]);
  return [called, () => document.visibilityState === 'hidden' && setCalled(true)];
}
