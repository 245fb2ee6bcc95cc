'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import type { SeekNews } from '../../contract/seek.ts';
import { errorOf, useTRPCClient } from '../api/connection.ts';
import { useGuest } from '../auth/use-guest.ts';
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
  const client = useTRPCClient();
  const router = useRouter();
  const enter = useGuest();
  const [state, setState] = useState<SeekState>({ type: 'idle' });
  const stop = (words: string) => {
    setState({ type: 'stopped', words });
    onStop();
  };

  // A visitor becomes a guest first; then the seek below begins.
  const [entering, setEntering] = useState(false);
  const needsGuest = pool !== null && username === null;
  useEffect(() => {
    if (!needsGuest || entering) return;
    setEntering(true);
    enter()
      .catch((error) => stop(errorOf(error).message))
      .finally(() => setEntering(false));
  });

  const onNews = useEffectEvent((news: SeekNews) => {
    if (news.type === 'waiting') {
      const sinceMs = Date.now() - (news.nowMs - news.sinceMs);
      setState({ type: 'waiting', sinceMs, rating: news.rating });
    } else if (news.type === 'paired') {
      setState({ type: 'found' });
      router.push(`/game/${news.gameID}`);
    } else {
      stop('You are looking for a game in another window now.');
    }
  });
  const onError = useEffectEvent((error: unknown) => stop(errorOf(error).message));
  const seeks = username !== null;
  useEffect(() => {
    if (pool === null || !seeks) return;
    const { timeControl } = pool;
    const subscription = client.lobby.seek.subscribe(
      { timeControl, rated },
      {
        onStarted: () => setState({ type: 'asking' }),
        onData: (news) => onNews(news),
        onError: (error) => onError(error),
      },
    );
    return () => subscription.unsubscribe();
  }, [client, pool, rated, seeks]);
  return pool === null && state.type !== 'stopped' ? { type: 'idle' } : state;
}
