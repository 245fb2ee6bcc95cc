'use client';

import { useEffectEvent, useLayoutEffect } from 'react';

/** Calls `onEscape` when Escape is pressed anywhere and nothing nearer had a use for it, while `active`. */
export function useEscape(active: boolean, onEscape: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onEscape();
  });
  // Listens from the moment that it shows: a key pressed before the next effects run would be lost.
  useLayoutEffect(() => {
    if (!active) return;
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [active]);
}
