'use client';

import { useEffect, useReducer, useState } from 'react';

/** The text of a live region. The same text again is changed invisibly, or screen readers would not repeat it. */
export const useAnnouncement = (): [text: string, say: (text: string) => void] =>
  useReducer((before: string, text: string) => (before === text ? `${text}\u00a0` : text), '');

/** How long a transient text is shown, ms. */
const SHOWN_MS = 5000;

/** A text that disappears after a while; null for none. */
export function useTransient(): [text: string | null, show: (text: string) => void] {
  const [transient, setTransient] = useState<{ readonly text: string } | null>(null);
  useEffect(() => {
    if (!transient) return;
    const timer = setTimeout(() => setTransient(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [transient]);
  return [transient?.text ?? null, (text) => setTransient({ text })];
}
