/** One measurement of the server's clock. */
interface TimeSample {
  /** The server's clock minus ours, ms. */
  readonly offsetMs: number;
  readonly roundTripMs: number;
}

/** The samples of the server's clock, the newest last. */
export type ServerTime = readonly TimeSample[];

export const unknownTime: ServerTime = [];

/** At one sample every five seconds, those of the last minute. */
const MAX_SAMPLES = 12;

/** Samples that differ by more than this besides their round trips mean that a clock has jumped, ms. */
const SLACK_MS = 50;

/**
 * Adds a sample. The true offset lies within half a round trip of each sample's; a sample that contradicts the earlier
 * ones means that a clock was set or the computer slept, and replaces them.
 * @param sentAtMs by our clock, as is `receivedAtMs`
 * @param serverNowMs by the server's
 */
export function withSample(
  time: ServerTime,
  sentAtMs: number,
  receivedAtMs: number,
  serverNowMs: number,
): ServerTime {
  const roundTripMs = Math.max(0, receivedAtMs - sentAtMs);
  const sample = { offsetMs: serverNowMs - (sentAtMs + receivedAtMs) / 2, roundTripMs };
  const fits = time.every(
    (other) =>
      Math.abs(other.offsetMs - sample.offsetMs) <=
      (other.roundTripMs + roundTripMs) / 2 + SLACK_MS,
  );
  return fits ? [...time.slice(1 - MAX_SAMPLES), sample] : [sample];
}

/** The server's clock minus ours, by the answer with the shortest round trip, hence the smallest error; null without one. */
export function offsetOf(time: ServerTime): number | null {
  const quickest = time.reduce<TimeSample | null>(
    (best, sample) => (best && best.roundTripMs <= sample.roundTripMs ? best : sample),
    null,
  );
  return quickest?.offsetMs ?? null;
}

/** The recent round trip in whole ms: the median of the last three; null without one. */
export function roundTripOf(time: ServerTime): number | null {
  const last = time.slice(-3).map((sample) => sample.roundTripMs);
  const middle = last.sort((a, b) => a - b)[Math.floor((last.length - 1) / 2)];
  return middle === undefined ? null : Math.round(middle);
}
