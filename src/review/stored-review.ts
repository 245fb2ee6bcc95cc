import { z } from 'zod';
import { wrong } from '../contract/errors/problems.ts';
import { plainText } from '../contract/text/text.ts';

/** Longer games can't have a stored review; one of this length stays below the limit of a request. */
const MOST_PLIES = 1000;
const MOST_LINE_MOVES = 8;
const MOST_CP = 30_000;
const MOST_MATE = 500;

const form = wrong('input.invalidForm');

const evaluation = z.union(
  [
    z.strictObject({ cp: z.int().min(-MOST_CP).max(MOST_CP) }),
    z.strictObject({
      mate: z
        .int()
        .min(-MOST_MATE)
        .max(MOST_MATE)
        .refine((moves) => moves !== 0),
    }),
  ],
  form,
);

const MOVE = '(?:[a-h][1-8][a-h][1-8][qrbnk]?|[PNBRQ]@[a-h][1-8])';
const line = z
  .string()
  .regex(new RegExp(`^(?:${MOVE}(?: ${MOVE}){0,${MOST_LINE_MOVES - 1}})?$`), form);

/**
 * A review as it is stored with its game (AN-11): shape and limits; `coversGame` checks it against the game. Of one engine
 * only (AN-14).
 */
export const storedReview = z.object({
  /** The engine's name and version, as it says itself. */
  engine: plainText.trim().min(1, wrong('input.empty')).max(100, wrong('input.tooLong')),
  /** The least depth that a position was searched to, in plies. */
  depth: z
    .number()
    .int(wrong('input.wholeNumber'))
    .min(1, wrong('input.tooSmall'))
    .max(245, wrong('input.tooBig')),
  /** After each ply, from White's view; none for a ply that won the game (AN-1). */
  evaluations: z.array(evaluation).max(MOST_PLIES, wrong('input.tooLong')),
  /** The engine's line from the position before each ply, in UCI with spaces between, its choice first; may be empty. */
  lines: z.array(line).max(MOST_PLIES, wrong('input.tooLong')),
});
export type StoredReview = z.infer<typeof storedReview>;
