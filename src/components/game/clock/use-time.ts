'use client';

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { ServerClock } from './server-clock.ts';

/** The longest delay of a browser's timer, ms. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * The server's time, which renders again when the component's output changes.
 * @param nextInMs the time until that change, ms; infinite for never. A new function renders at once.
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
 * @param evenIfPast whether to call it also if that time has passed already
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

/** The recent round trip, ms; null while unknown. */
export const useRoundTripMs = (clock: ServerClock): number | null =>
  useSyncExternalStore(clock.subscribe, clock.roundTripMs, unknown);
