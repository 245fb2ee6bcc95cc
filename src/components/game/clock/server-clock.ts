import { offsetOf, roundTripOf, unknownTime, withSample } from './server-time.ts';

/** The server's clock as this page knows it. */
export interface ServerClock {
  /** Milliseconds since 1970; null until the server has been asked. */
  readonly nowMs: () => number | null;
  /** The round trip of late, in whole ms; null until the server has been asked. */
  readonly roundTripMs: () => number | null;
  /** @returns a function that ends it */
  readonly subscribe: (listener: () => void) => () => void;
  /** An answer: asked and got at these times of `performance.now()`, given at that time of the server. */
  readonly take: (sentAtMs: number, receivedAtMs: number, serverNowMs: number) => void;
}

/** A clock that nothing is known of yet. It goes on by the monotonic clock: setting the computer's doesn't touch it. */
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
