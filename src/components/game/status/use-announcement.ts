'use client';

import { useEffect, useReducer, useState } from 'react';

/** The words of a live region, and what says the next. The same words again are a change too, or nobody would hear them. */
export const useSaid = (): [text: string, say: (text: string) => void] =>
  useReducer((before: string, text: string) => (before === text ? `${text}\u00a0` : text), '');

/** So long a passing word is shown, ms. */
const PASSES_AFTER_MS = 5000;

/** Words that go by themselves; null when there are none. */
export function usePassing(): [text: string | null, show: (text: string) => void] {
  const [passing, setPassing] = useState<{ readonly text: string } | null>(null);
  useEffect(() => {
    if (!passing) return;
    const timer = setTimeout(() => setPassing(null), PASSES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [passing]);
  return [passing?.text ?? null, (text) => setPassing({ text })];
}
