import { z } from 'zod';
import { speeds } from './kinds.ts';

export { DAY_MS, estimatedSeconds, initialClocks, speedOf, timeRuns } from './chess-time.ts';

const MINUTE_MS = 60_000;

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

export const speed = z.enum(speeds);
export type Speed = z.infer<typeof speed>;

/** What both sides have left, in milliseconds. */
export const clocks = z.object({ whiteMs: z.number().int(), blackMs: z.number().int() });
export type Clocks = z.infer<typeof clocks>;
