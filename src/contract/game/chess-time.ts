/**
 * The functions of the contract that the browser needs: without schemas, so that it loads no schema library. Most of them
 * are exported by `basics.ts` and `time.ts` too.
 */
import type { Color, Ending } from './basics.ts';
import type { Clocks, Speed, TimeControl } from './time.ts';

/** Whose turn it is in a FEN. */
export function turnOf(fen: string): Color {
  return fen.split(' ')[1] === 'b' ? 'black' : 'white';
}

/** The other colour. */
export const opponentOf = (side: Color): Color => (side === 'white' ? 'black' : 'white');

/** Whether a game with this ending has no result. */
export const isVoid = ({ reason }: Ending): boolean =>
  reason === 'aborted' || reason === 'declined';

export const DAY_MS = 24 * 60 * 60_000;

/** Upper bound of each speed's estimated length (limit + 40 increments), in seconds. */
const bounds = { ultraBullet: 30, bullet: 180, blitz: 480, rapid: 1500, classical: 21_600 };

/** Estimated length of a game for one side: limit + 40 increments, in seconds (C-1). */
export function estimatedSeconds(time: Extract<TimeControl, { type: 'clock' }>): number {
  return (time.limitMs + 40 * time.incrementMs) / 1000;
}

export function speedOf(time: TimeControl): Speed {
  if (time.type !== 'clock') return 'correspondence';
  const seconds = estimatedSeconds(time);
  const found = Object.entries(bounds).find(([, below]) => seconds < below);
  return (found?.[0] as Speed | undefined) ?? 'classical';
}

/** The clocks at the start: null without a clock. A limit of 0 starts with the increment, but at least 3 seconds. */
export function initialClocks(time: TimeControl): Clocks | null {
  if (time.type !== 'clock') return null;
  const ms = time.limitMs === 0 ? Math.max(time.incrementMs, 3000) : time.limitMs;
  return { whiteMs: ms, blackMs: ms };
}

/** Whether the mover's clock runs at this ply: it stands still for each side's first move (C-3). */
export function timeRuns(time: TimeControl, ply: number): boolean {
  if (time.type === 'unlimited') return false;
  return time.type === 'correspondence' || ply >= 2;
}
