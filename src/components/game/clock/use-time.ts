'use client';

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { ServerClock } from './server-clock.ts';

/** The longest that a browser's timer can wait, ms. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * The server's time, given again when what is drawn from it changes.
 * @param nextInMs in how many ms that is; infinite: never. A new function is asked at once.
 */
export function useServerNow(
  clock: ServerClock,
  nextInMs: (nowMs: number) => number,
): number | null {
  const [nowMs, setNowMs] = useState<number | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      const now = clock.nowMs();
      setNowMs(now);
      const waitMs = now === null ? Number.POSITIVE_INFINITY : nextInMs(now);
      if (Number.isFinite(waitMs)) timer = setTimeout(tick, Math.min(waitMs, LONGEST_MS));
    };
    tick();
    const end = clock.subscribe(tick);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [clock, nextInMs]);
  return nowMs;
}

/**
 * Calls `onDue` once when the server's clock reaches `atMs`.
 * @param atMs null: never
 * @param late whether to call also when that is past already
 */
export function useAlarm(
  clock: ServerClock,
  atMs: number | null,
  evenIfPast: boolean,
  onDue: () => void,
): void {
  const ring = useEffectEvent(onDue);
  useEffect(() => {
    if (atMs === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let expected = evenIfPast;
    let done = false;
    const look = () => {
      clearTimeout(timer);
      const now = clock.nowMs();
      if (done || now === null) return;
      if (now < atMs) {
        expected = true;
        timer = setTimeout(look, Math.min(atMs - now, LONGEST_MS));
        return;
      }
      done = true;
      if (expected) ring();
    };
    look();
    const end = clock.subscribe(look);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [clock, atMs, evenIfPast]);
}

const unknown = () => null;

/** The round trip of late, ms; null until it is known. */
export const useRoundTripMs = (clock: ServerClock): number | null =>
  useSyncExternalStore(clock.subscribe, clock.roundTripMs, unknown);
