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

/** The time between answer number `answers` and the next request, ms. */
const usualMs = (answers: number, playing: boolean) =>
  FIRST_MS[answers] ?? (playing ? PLAYING_MS : RESTING_MS);

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
  const onAnswer = useEffectEvent(onSync);

  useEffect(() => {
    if (connection !== 'connected') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    let answers = 0;
    const sync = async () => {
      clearTimeout(timer);
      if (document.hidden) return;
      const sentAtMs = performance.now();
      const answer = await client.game.sync.query({ gameID }).catch(() => null);
      // After a change of connection the round trip is meaningless.
      if (!current) return;
      if (answer) {
        clock.take(sentAtMs, performance.now(), answer.nowMs);
        onAnswer(answer);
      }
      const outdated = answer !== null && answer.lastEvent < event;
      timer = setTimeout(sync, outdated ? RETRY_MS : usualMs(answers++, playing));
    };
    const onVisible = () => void sync();
    document.addEventListener('visibilitychange', onVisible);
    void sync();
    return () => {
      current = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [client, clock, connection, gameID, playing, event]);
  return clock;
}
