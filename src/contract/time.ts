import { z } from 'zod';

/** Milliseconds in a minute and in a day. */
const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

const wholeSeconds = z
  .number()
  .int('must be a whole number')
  .multipleOf(1000, 'must be whole seconds, in milliseconds');

/** C-1: Fischer time, 0–180 minutes and 0–180 seconds a move, not both 0. */
const fischer = z
  .object({
    type: z.literal('clock'),
    limitMs: wholeSeconds.min(0).max(180 * MINUTE_MS, 'must be at most 180 minutes'),
    incrementMs: wholeSeconds.min(0).max(180_000, 'must be at most 180 seconds'),
  })
  .refine(({ limitMs, incrementMs }) => limitMs + incrementMs > 0, {
    message: 'limit and increment must not both be 0',
    path: ['limitMs'],
  });

/** C-1: days for each move. */
const correspondenceDays = [1, 2, 3, 5, 7, 10, 14] as const;
const correspondence = z.object({
  type: z.literal('correspondence'),
  daysPerMove: z.literal(correspondenceDays, 'must be 1, 2, 3, 5, 7, 10 or 14'),
});

/** How time is kept in a game (C-1). */
export const timeControl = z.discriminatedUnion('type', [
  z.object({ type: z.literal('unlimited') }),
  fischer,
  correspondence,
]);
export type TimeControl = z.infer<typeof timeControl>;

/** C-1; games without a clock count as correspondence. */
const speeds = ['ultraBullet', 'bullet', 'blitz', 'rapid', 'classical', 'correspondence'] as const;
const speed = z.enum(speeds);
export type Speed = z.infer<typeof speed>;

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

/** What both sides have left, in milliseconds. */
export const clocks = z.object({ whiteMs: z.number().int(), blackMs: z.number().int() });
export type Clocks = z.infer<typeof clocks>;

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
