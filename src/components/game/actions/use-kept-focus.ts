'use client';

import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus when the focused element inside of `box` is removed: the box itself gets it.
 * @param box focusable by scripts (`tabIndex` −1)
 * @returns the box's event handlers
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
      // Without a new target the element may just have been removed.
      if (event.relatedTarget) held.current = null;
    },
  };
}
