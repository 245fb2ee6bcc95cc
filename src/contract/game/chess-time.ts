/**
 * What the browser needs of the contract besides its types: no schemas, so that no schema library comes along. Most of it
 * is exported by `basics.ts` and `time.ts` too.
 */
import type { Color, Ending } from './basics.ts';
import type { Clocks, Speed, TimeControl } from './time.ts';

/** Whose turn a FEN says it is. */
export function turnOf(fen: string): Color {
  return fen.split(' ')[1] === 'b' ? 'black' : 'white';
}

/** The other side. */
export const opponentOf = (side: Color): Color => (side === 'white' ? 'black' : 'white');

/** Whether a game with this ending counts for nobody. */
export const isVoid = ({ reason }: Ending): boolean =>
  reason === 'aborted' || reason === 'declined';

/** Milliseconds in a day. */
export const DAY_MS = 24 * 60 * 60_000;

/** Below how many seconds of limit + 40 increments each speed lies. */
const bounds = { ultraBullet: 30, bullet: 180, blitz: 480, rapid: 1500, classical: 21_600 };

/** How long a game of 40 moves a side lasts for one side: limit + 40 increments, in seconds (C-1). */
export function estimatedSeconds(time: Extract<TimeControl, { type: 'clock' }>): number {
  return (time.limitMs + 40 * time.incrementMs) / 1000;
}

export function speedOf(time: TimeControl): Speed {
  if (time.type !== 'clock') return 'correspondence';
  const seconds = estimatedSeconds(time);
  const found = Object.entries(bounds).find(([, below]) => seconds < below);
  return (found?.[0] as Speed | undefined) ?? 'classical';
}

/** What a game begins with: null without a clock. A limit of 0 begins with the increment, but not under 3 seconds. */
export function initialClocks(time: TimeControl): Clocks | null {
  if (time.type !== 'clock') return null;
  const ms = time.limitMs === 0 ? Math.max(time.incrementMs, 3000) : time.limitMs;
  return { whiteMs: ms, blackMs: ms };
}

/** Whether the mover's time runs after so many plies: it stands still for each side's first move (C-3). */
export function timeRuns(time: TimeControl, ply: number): boolean {
  if (time.type === 'unlimited') return false;
  return time.type === 'correspondence' || ply >= 2;
}
