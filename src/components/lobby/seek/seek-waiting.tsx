'use client';

import { useEffect, useState } from 'react';
import { seekReach } from '../../../contract/lobby/seek-reach.ts';
import { lobbyText } from '../../../generated/texts/lobby.ts';
import { richText } from '../../text/rich-text.ts';

export interface SeekWaitingProps {
  /** By this device's clock. */
  readonly sinceMs: number;
  /** The seeker's rating; null for a guest, who has none. */
  readonly rating: number | null;
}

/** The part that changes each second: a screen reader would read it out each time. */
const shown = (content: readonly unknown[]) => (
  <span aria-hidden="true" className="figures">
    {richText(content)}
  </span>
);

/** How long the seek has lasted, and the ratings that it reaches by now. */
export function SeekWaiting({ sinceMs, rating }: SeekWaitingProps) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const waited = Math.max(0, nowMs - sinceMs);
  const seconds = Math.floor(waited / 1000);
  const reach = seekReach(waited);
  const parts = {
    time: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
    shown,
  };
  return richText(
    rating === null
      ? lobbyText.rich('seek.waiting', parts)
      : lobbyText.rich('seek.waitingRated', {
          ...parts,
          from: Math.max(0, rating - reach),
          to: rating + reach,
        }),
  );
}
