import { offsetOf, roundTripOf, unknownTime, withSample } from './server-time.ts';

/** This page's estimate of the server's clock. */
export interface ServerClock {
  /** Milliseconds since 1970; null before the first answer. */
  readonly nowMs: () => number | null;
  /** The recent round trip, in whole ms; null before the first answer. */
  readonly roundTripMs: () => number | null;
  /** @returns a function that unsubscribes */
  readonly subscribe: (listener: () => void) => () => void;
  /** Adds an answer: sent and received at these times of `performance.now()`, answered at that time of the server. */
  readonly take: (sentAtMs: number, receivedAtMs: number, serverNowMs: number) => void;
}

/** A clock without answers yet. It runs by the monotonic clock, so setting the computer's clock doesn't affect it. */
export function createServerClock(): ServerClock {
  let time = unknownTime;
  const listeners = new Set<() => void>();
  return {
    nowMs() {
      const offsetMs = offsetOf(time);
      return offsetMs === null ? null : performance.now() + offsetMs;
    },
    roundTripMs: () => roundTripOf(time),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take(sentAtMs, receivedAtMs, serverNowMs) {
      time = withSample(time, sentAtMs, receivedAtMs, serverNowMs);
      for (const listener of listeners) listener();
    },
  };
}
