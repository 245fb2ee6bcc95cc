'use client';

import { useCallback } from 'react';
import type { ServerClock } from './server-clock.ts';
import { useServerNow } from './use-time.ts';

export interface CountdownProps {
  readonly clock: ServerClock;
  /** By the server's clock. */
  readonly untilMs: number;
  /** The text for this many whole seconds left; null while they are unknown. */
  readonly text: (seconds: number | null) => string;
}

/** A text that counts seconds down. */
export function Countdown({ clock, untilMs, text }: CountdownProps) {
  const next = useCallback(
    (nowMs: number) => {
      const left = untilMs - nowMs;
      return left > 0 ? left % 1000 || 1000 : Number.POSITIVE_INFINITY;
    },
    [untilMs],
  );
  const nowMs = useServerNow(clock, next);
  return text(nowMs === null ? null : Math.max(0, Math.ceil((untilMs - nowMs) / 1000)));
}
