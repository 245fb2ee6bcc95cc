'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { GameSync } from '../../../contract/game/index.ts';
import { useConnection, useTRPCClient } from '../../api/connection.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';

/** How long after the last answer the server is asked again, ms: quickly at first, for one good measurement. */
const FIRST_MS = [200, 800];
const PLAYING_MS = 5000;
const RESTING_MS = 30_000;
const RETRY_MS = 100;

/** How long after answer number `asked` the next question comes, ms. */
const usualMs = (asked: number, playing: boolean) =>
  FIRST_MS[asked] ?? (playing ? PLAYING_MS : RESTING_MS);

/**
 * Keeps the server's clock while the page can be seen: asks on every connection and every few seconds.
 * @param playing whether it is asked often
 * @param event the number of the event that the answer must know of; a higher one is asked for at once
 * @param onSync hears every answer
 */
export function useServerClock(
  gameID: number,
  playing: boolean,
  event: number,
  onSync: (sync: GameSync) => void,
): ServerClock {
  const client = useTRPCClient();
  const connection = useConnection();
  const [clock] = useState(createServerClock);
  const take = useEffectEvent(onSync);

  useEffect(() => {
    if (connection !== 'connected') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    let asked = 0;
    const ask = async () => {
      clearTimeout(timer);
      if (document.hidden) return;
      const sentAtMs = performance.now();
      const sync = await client.game.sync.query({ gameID }).catch(() => null);
      // Asked over a connection that broke meanwhile: the time it took says nothing.
      if (!current) return;
      if (sync) {
        clock.take(sentAtMs, performance.now(), sync.nowMs);
        take(sync);
      }
      const outdated = sync !== null && sync.lastEvent < event;
      timer = setTimeout(ask, outdated ? RETRY_MS : usualMs(asked++, playing));
    };
    const onVisible = () => void ask();
    document.addEventListener('visibilitychange', onVisible);
    void ask();
    return () => {
      current = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [client, clock, connection, gameID, playing, event]);
  return clock;
}
