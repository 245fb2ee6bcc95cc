'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
};

/** Whether the page is visible. */
export const useVisible = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => document.visibilityState === 'visible',
    () => true,
  );

const MARK = '● ';
const unmarked = (title: string) => (title.startsWith(MARK) ? title.slice(MARK.length) : title);

/**
 * Marks the document title until the page is visible again.
 * @returns whether it is marked, and a function that marks it if the page is hidden
 */
export function useAttention(): [marked: boolean, mark: () => void] {
  const [marked, setMarked] = useState(false);
  const visible = useVisible();
  if (visible && marked) setMarked(false);
  useEffect(() => {
    if (!marked) return;
    document.title = MARK + unmarked(document.title);
    return () => {
      document.title = unmarked(document.title);
    };
  }, [marked]);
  return [marked, () => document.visibilityState === 'hidden' && setMarked(true)];
}
