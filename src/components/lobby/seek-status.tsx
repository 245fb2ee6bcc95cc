'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { seekReach } from '../../contract/seek-reach.ts';
import type { SeekState } from './use-seek.ts';

export interface SeekStatusProps {
  readonly seek: SeekState;
  readonly username: string | null;
  readonly guest: boolean;
}

/** A line under the buttons, always as high: how the seek goes, or what pressing one does. */
export function SeekStatus({ seek, username, guest }: SeekStatusProps) {
  return (
    <p className="mt-3 min-h-11 text-muted text-sm sm:min-h-6" aria-live="polite">
      {seek.type === 'waiting' ? (
        <Waiting sinceMs={seek.sinceMs} rating={username === null || guest ? null : seek.rating} />
      ) : seek.type === 'asking' ? (
        'Looking for an opponent…'
      ) : seek.type === 'found' ? (
        'Found one: to the board!'
      ) : seek.type === 'stopped' ? (
        <span className="text-bad">{seek.words}</span>
      ) : username === null || guest ? (
        <>
          {username === null
            ? 'You play as a guest, without an account. '
            : 'You play as a guest. '}
          <Link href="/register" className="text-feather underline underline-offset-4">
            Register
          </Link>{' '}
          to play for a rating.
        </>
      ) : (
        'Somebody of about your strength, at once.'
      )}
    </p>
  );
}

/** @param rating null for who has none of their own */
function Waiting({ sinceMs, rating }: { sinceMs: number; rating: number | null }) {
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
      Looking for an opponent
      <span aria-hidden="true" className="figures">
        {' '}
        {rating !== null &&
          `rated ${Math.max(0, rating - reach)}–${rating + reach}, wider every second `}
        · {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
      </span>
    </>
  );
}
