'use client';

import { useEffect, useReducer, useState } from 'react';

/** The words of a live region, and what says the next. The same words again are a change too, or nobody would hear them. */
export const useAnnouncement = (): [text: string, say: (text: string) => void] =>
  useReducer((before: string, text: string) => (before === text ? `${text}\u00a0` : text), '');

/** So long a transient word is shown, ms. */
const SHOWN_MS = 5000;

/** Words that go by themselves; null when there are none. */
export function useTransient(): [text: string | null, show: (text: string) => void] {
  const [transient, setTransient] = useState<{ readonly text: string } | null>(null);
  useEffect(() => {
    if (!transient) return;
    const timer = setTimeout(() => setTransient(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [transient]);
  return [transient?.text ?? null, (text) => setTransient({ text })];
}
