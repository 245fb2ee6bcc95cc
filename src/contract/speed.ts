import type { TimeControl } from './time.ts';

/** C-1; games without a clock count as correspondence. */
export const speeds = [
  'ultraBullet',
  'bullet',
  'blitz',
  'rapid',
  'classical',
  'correspondence',
] as const;
export type Speed = (typeof speeds)[number];

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
