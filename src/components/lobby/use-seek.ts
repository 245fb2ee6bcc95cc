'use client';

import { skipToken } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useGuest } from '../auth/use-guest.ts';
import { errorOf, useTRPC } from '../trpc.tsx';
import type { QuickPool } from './quick-pools.ts';

/** How a quick pairing goes, as the reader sees it. */
export type SeekState =
  | { readonly type: 'idle' }
  | { readonly type: 'asking' }
  /** `sinceMs` by this device's clock. */
  | { readonly type: 'waiting'; readonly sinceMs: number; readonly rating: number }
  | { readonly type: 'found' }
  | { readonly type: 'stopped'; readonly words: string };

/**
 * Seeks a game of this kind for as long as there is one, and goes to the board.
 * @param onStop the seek has ended without a game
 */
export function useSeek(
  username: string | null,
  pool: QuickPool | null,
  rated: boolean,
  onStop: () => void,
): SeekState {
  const trpc = useTRPC();
  const router = useRouter();
  const enter = useGuest();
  const [state, setState] = useState<SeekState>({ type: 'idle' });
  const stop = (words: string) => {
    setState({ type: 'stopped', words });
    onStop();
  };

  // A visitor becomes a guest first; then the subscription below begins.
  const [entering, setEntering] = useState(false);
  const needsGuest = pool !== null && username === null;
  useEffect(() => {
    if (!needsGuest || entering) return;
    setEntering(true);
    enter()
      .catch((error) => stop(errorOf(error).message))
      .finally(() => setEntering(false));
  });

  useSubscription(
    trpc.lobby.seek.subscriptionOptions(
      pool && username !== null ? { timeControl: pool.timeControl, rated } : skipToken,
      {
        onStarted: () => setState({ type: 'asking' }),
        onData(news) {
          if (news.type === 'waiting') {
            const sinceMs = Date.now() - (news.nowMs - news.sinceMs);
            setState({ type: 'waiting', sinceMs, rating: news.rating });
          } else if (news.type === 'paired') {
            setState({ type: 'found' });
            router.push(`/game/${news.gameID}`);
          } else {
            stop('You are looking for a game in another window now.');
          }
        },
        onError: (error) => stop(errorOf(error).message),
      },
    ),
  );
  return pool === null && state.type !== 'stopped' ? { type: 'idle' } : state;
}
