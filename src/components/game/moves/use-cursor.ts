'use client';

import { useState } from 'react';
import { useKeys } from '../../hooks/use-keys.ts';

/** The position that the board shows: the current one (`live`), or the one after `ply` plies. */
type Cursor = { readonly type: 'live' } | { readonly type: 'past'; readonly ply: number };

const live: Cursor = { type: 'live' };

export interface Steps {
  readonly cursor: Cursor;
  /** The number of plies before the position shown. */
  readonly ply: number;
  /** Shows the position after `ply` plies, clamped to the game. */
  readonly goTo: (ply: number) => void;
  readonly goLive: () => void;
}

/**
 * Steps through a game of `length` plies, by calls and by keys: left and right by a ply, up and down (or Home and End) to
 * the first and the last position.
 */
export function useCursor(length: number): Steps {
  const [cursor, setCursor] = useState<Cursor>(live);
  const past = cursor.type === 'past' && cursor.ply < length;
  const ply = past ? cursor.ply : length;

  const goTo = (target: number) =>
    setCursor(target >= length ? live : { type: 'past', ply: Math.max(0, target) });

  useKeys({
    ArrowLeft: () => goTo(ply - 1),
    ArrowRight: () => goTo(ply + 1),
    ArrowUp: () => goTo(0),
    ArrowDown: () => goTo(length),
    Home: () => goTo(0),
    End: () => goTo(length),
  });

  return { cursor: past ? cursor : live, ply, goTo, goLive: () => setCursor(live) };
}
