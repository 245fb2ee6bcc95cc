'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import type { SeekNews } from '../../../contract/lobby/seek.ts';
import { lobbyText } from '../../../generated/texts/lobby.ts';
import { errorOf, useTRPCClient } from '../../api/connection.ts';
import { useGuest } from '../../auth/use-guest.ts';
import type { QuickPool } from './quick-pools.ts';
import type { SeekState } from './seek-state.ts';

export interface SeekProps {
  readonly username: string | null;
  /** Null while nothing is sought. */
  readonly pool: QuickPool | null;
  readonly rated: boolean;
  readonly onState: (state: SeekState) => void;
  /** The seek has ended without a game. */
  readonly onStop: () => void;
}

/** Seeks a game in the pool and goes to its board. Renders nothing. */
export function Seek({ username, pool, rated, onState, onStop }: SeekProps) {
  const client = useTRPCClient();
  const router = useRouter();
  const enter = useGuest();
  const stop = (text: string) => {
    onState({ type: 'stopped', text });
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
      onState({ type: 'waiting', sinceMs, rating: news.rating });
    } else if (news.type === 'paired') {
      onState({ type: 'found' });
      router.push(`/game/${news.gameID}`);
    } else {
      stop(lobbyText('seek.replaced'));
    }
  });
  const onStarted = useEffectEvent(() => onState({ type: 'asking' }));
  const onError = useEffectEvent((error: unknown) => stop(errorOf(error).message));
  const seeks = username !== null;
  useEffect(() => {
    if (pool === null || !seeks) return;
    const { timeControl } = pool;
    const subscription = client.lobby.seek.subscribe(
      { timeControl, rated },
      {
        onStarted: () => onStarted(),
        onData: (news) => onNews(news),
        onError: (error) => onError(error),
      },
    );
    return () => subscription.unsubscribe();
  }, [client, pool, rated, seeks]);
  return null;
}
