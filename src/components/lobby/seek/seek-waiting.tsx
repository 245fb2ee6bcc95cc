'use client';

import { useEffect, useState } from 'react';
import { seekReach } from '../../../contract/lobby/seek-reach.ts';
import { lobbyText } from '../../../generated/texts/lobby.ts';

export interface SeekWaitingProps {
  /** By this device's clock. */
  readonly sinceMs: number;
  /** Null for who has none of their own. */
  readonly rating: number | null;
}

/** How long one waits, and whom one may meet by now. */
export function SeekWaiting({ sinceMs, rating }: SeekWaitingProps) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const waited = Math.max(0, nowMs - sinceMs);
  const seconds = Math.floor(waited / 1000);
  const reach = seekReach(waited);
  return (
    <>
      {lobbyText('seek.waiting')}
      <span aria-hidden="true" className="figures">
        {' '}
        {rating !== null &&
          lobbyText('seek.ratedRange', {
            from: Math.max(0, rating - reach),
            to: rating + reach,
          })}{' '}
        · {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
      </span>
    </>
  );
}
