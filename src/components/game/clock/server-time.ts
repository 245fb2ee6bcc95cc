/** One question to the server: how long it took, and what its clock said in the middle of it. */
interface TimeSample {
  /** The server's clock minus ours, ms. */
  readonly offsetMs: number;
  readonly roundTripMs: number;
}

/** What is known of the server's clock; the newest sample last. */
export type ServerTime = readonly TimeSample[];

export const unknownTime: ServerTime = [];

/** So many samples are kept: at one every five seconds, those of the last minute. */
const MAX_SAMPLES = 12;

/** How far two samples may contradict each other before a clock must have jumped, ms. */
const SLACK_MS = 50;

/**
 * One more answer taken in. The true offset lies within half a round trip of each sample's; one that can't be reconciled
 * with the earlier ones means that a clock was set or slept, and only the new one counts.
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

/** The server's clock minus ours, by the quickest answer, which can be least wrong; null before the first. */
export function offsetOf(time: ServerTime): number | null {
  const quickest = time.reduce<TimeSample | null>(
    (best, sample) => (best && best.roundTripMs <= sample.roundTripMs ? best : sample),
    null,
  );
  return quickest?.offsetMs ?? null;
}

/** The round trip of late in whole ms: the median of the last three; null before the first. */
export function roundTripOf(time: ServerTime): number | null {
  const last = time.slice(-3).map((sample) => sample.roundTripMs);
  const middle = last.sort((a, b) => a - b)[Math.floor((last.length - 1) / 2)];
  return middle === undefined ? null : Math.round(middle);
}
