'use client';

import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the keyboard's place when what had the focus inside of `box` goes away: the box itself gets it.
 * @param box focusable by scripts (`tabIndex` −1)
 * @returns to be hung on the box
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>) {
  const held = useRef<Element | null>(null);
  useEffect(() => {
    if (!held.current || held.current.isConnected) return;
    held.current = null;
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  });
  return {
    onFocus: (event: FocusEvent) => {
      held.current = event.target;
    },
    onBlur: (event: FocusEvent) => {
      // Without a new place it was perhaps removed just now.
      if (event.relatedTarget) held.current = null;
    },
  };
}
