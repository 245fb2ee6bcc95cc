import type { Color } from '../../contract/game/index.ts';
import { estimatedSeconds, type TimeControl } from '../../contract/game/time.ts';

/** How much lag each side may still have compensated, in milliseconds. */
export type LagQuotas = Readonly<Record<Color, number>>;

/** The initial and the largest quota, in gains (C-5). */
const START_GAINS = 3;
const MOST_GAINS = 7;

/** The gain of a move is at most this much above the measured lag, in milliseconds (C-5). */
const TOLERANCE_MS = 140;

/** What a quota gains with each move: min(1000, 4·S + 150) ms, S = limit + 40 increments in seconds (C-5). */
function lagGainMs(time: TimeControl): number {
  return time.type === 'clock' ? Math.min(1000, Math.floor(4 * estimatedSeconds(time)) + 150) : 0;
}

export function startQuotas(time: TimeControl): LagQuotas {
  const quota = START_GAINS * lagGainMs(time);
  return { white: quota, black: quota };
}

/** What is known about a move's way to the server. */
export interface Lag {
  /** The round trip as the server measures it, a moving average, ms; 0 for the server's own programs and bots. */
  readonly measuredMs: number;
  /** The time lost in transit by the client's measure, ms. */
  readonly claimedMs?: number | undefined;
  /** Chosen before the opponent's move arrived; then all elapsed time counts as transit (G-6). */
  readonly premove?: boolean | undefined;
}

/** For callers in this process. */
export const noLag: Lag = { measuredMs: 0 };

/** What a move costs, and the quota after it (C-5). */
export function chargeFor(
  elapsedMs: number,
  quotaMs: number,
  lag: Lag,
  time: TimeControl,
): { readonly chargedMs: number; readonly quotaMs: number } {
  const { measuredMs, claimedMs = measuredMs, premove } = lag;
  const lagMs =
    measuredMs > 0 && premove
      ? Math.min(elapsedMs, measuredMs + TOLERANCE_MS)
      : Math.min(claimedMs, measuredMs);
  const usedMs = Math.min(lagMs, quotaMs, elapsedMs);
  const gain = lagGainMs(time);
  const gained = Math.min(gain, measuredMs + TOLERANCE_MS);
  return {
    chargedMs: Math.round(elapsedMs - usedMs),
    quotaMs: Math.min(MOST_GAINS * gain, Math.round(quotaMs - usedMs + gained)),
  };
}
