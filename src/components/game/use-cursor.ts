'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/** Where in the game the board stands: at its present end (`live`), or at a position passed, by the plies played. */
type Cursor = { readonly type: 'live' } | { readonly type: 'past'; readonly ply: number };

const live: Cursor = { type: 'live' };

export interface Steps {
  readonly cursor: Cursor;
  /** The plies played in the position shown. */
  readonly ply: number;
  /** To the position after `ply` plies, kept between the first and the last. */
  readonly goTo: (ply: number) => void;
  readonly goLive: () => void;
}

/**
 * Steps through a game of `length` plies, by calls and by the left and right arrow keys anywhere on the page but in a
 * text, a menu or a dialog.
 */
export function useCursor(length: number): Steps {
  const [cursor, setCursor] = useState<Cursor>(live);
  const past = cursor.type === 'past' && cursor.ply < length;
  const ply = past ? cursor.ply : length;

  const goTo = (wanted: number) =>
    setCursor(wanted >= length ? live : { type: 'past', ply: Math.max(0, wanted) });

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (takesArrows(event.target)) return;
    if (event.key === 'ArrowLeft') goTo(ply - 1);
    else if (event.key === 'ArrowRight') goTo(ply + 1);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return { cursor: past ? cursor : live, ply, goTo, goLive: () => setCursor(live) };
}

/** Whether the arrow keys have a meaning of their own where the focus is. An empty input has nothing to step through. */
function takesArrows(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement && target.type === 'text') return target.value !== '';
  return (
    target.closest('input, textarea, select, [role=dialog], [role=alertdialog], [role=menu]') !==
    null
  );
}
