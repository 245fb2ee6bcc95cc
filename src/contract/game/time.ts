import { z } from 'zod';
import { wrong } from '../errors/problems.ts';
import { speeds } from './kinds.ts';

export { DAY_MS, estimatedSeconds, initialClocks, speedOf, timeRuns } from './chess-time.ts';

const MINUTE_MS = 60_000;

const wholeSeconds = z
  .number()
  .int(wrong('input.wholeNumber'))
  .multipleOf(1000, wrong('input.wholeSeconds'));

/** C-1: Fischer time, 0–180 minutes and 0–180 seconds a move, not both 0. */
const fischer = z
  .object({
    type: z.literal('clock'),
    limitMs: wholeSeconds.min(0).max(180 * MINUTE_MS, wrong('input.limit')),
    incrementMs: wholeSeconds.min(0).max(180_000, wrong('input.increment')),
  })
  .refine(({ limitMs, incrementMs }) => limitMs + incrementMs > 0, {
    message: wrong('input.bothZero'),
    path: ['limitMs'],
  });

/** C-1: days per move. */
const correspondenceDays = [1, 2, 3, 5, 7, 10, 14] as const;
const correspondence = z.object({
  type: z.literal('correspondence'),
  daysPerMove: z.literal(correspondenceDays, wrong('input.daysPerMove')),
});

/** A game's time control (C-1). */
export const timeControl = z.discriminatedUnion('type', [
  z.object({ type: z.literal('unlimited') }),
  fischer,
  correspondence,
]);
export type TimeControl = z.infer<typeof timeControl>;

export const speed = z.enum(speeds);
export type Speed = z.infer<typeof speed>;

/** The remaining time of both sides, in milliseconds. */
export const clocks = z.object({ whiteMs: z.number().int(), blackMs: z.number().int() });
export type Clocks = z.infer<typeof clocks>;
