'use client';

import { PageLink } from '../../ui/page-link.tsx';
import { SeekWaiting } from './lazy-parts.ts';
import type { SeekState } from './seek-state.ts';

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
        <SeekWaiting
          sinceMs={seek.sinceMs}
          rating={username === null || guest ? null : seek.rating}
        />
      ) : seek.type === 'asking' ? (
        'Looking for an opponent…'
      ) : seek.type === 'found' ? (
        'Opponent found. Starting the game…'
      ) : seek.type === 'stopped' ? (
        <span className="text-bad">{seek.text}</span>
      ) : username === null || guest ? (
        <>
          {username === null
            ? 'You play as a guest, without an account. '
            : 'You play as a guest. '}
          <PageLink href="/register" className="text-feather underline underline-offset-4">
            Create an account
          </PageLink>{' '}
          to play for a rating.
        </>
      ) : (
        'You’ll be paired with a player near your rating.'
      )}
    </p>
  );
}
