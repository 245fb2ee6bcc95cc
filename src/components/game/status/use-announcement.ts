'use client';

import { useEffect, useReducer, useState } from 'react';

/** The words of a live region, and what says the next. The same words again are a change too, or nobody would hear them. */
export const useSaid = (): [words: string, say: (words: string) => void] =>
  useReducer((before: string, words: string) => (before === words ? `${words}\u00a0` : words), '');

/** So long a passing word is shown, ms. */
const PASSES_AFTER_MS = 5000;

/** Words that go by themselves; null when there are none. */
export function usePassing(): [words: string | null, show: (words: string) => void] {
  const [passing, setPassing] = useState<{ readonly words: string } | null>(null);
  useEffect(() => {
    if (!passing) return;
    const timer = setTimeout(() => setPassing(null), PASSES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [passing]);
  return [passing?.words ?? null, (words) => setPassing({ words })];
}
