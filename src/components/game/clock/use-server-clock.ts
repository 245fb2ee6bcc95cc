'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { GameSync } from '../../../contract/game/index.ts';
import { useConnection, useTRPCClient } from '../../api/connection.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';

/** The time between an answer and the next request, ms: short at first, to get one good measurement. */
const FIRST_MS = [200, 800];
const PLAYING_MS = 5000;
const RESTING_MS = 30_000;
const RETRY_MS = 100;

/** The time between answer number `asked` and the next request, ms. */
const usualMs = (asked: number, playing: boolean) =>
  FIRST_MS[asked] ?? (playing ? PLAYING_MS : RESTING_MS);

/**
 * Synchronises with the server's clock while the page is visible: on every connection and every few seconds.
 * @param playing whether to do so often
 * @param event the number of an event that the answer must include; a new one causes a request at once
 * @param onSync called with every answer
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
      // After a change of connection the round trip is meaningless.
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
