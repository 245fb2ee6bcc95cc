import { z } from 'zod';
import { color, ending, gameID, seatRating } from './basics.ts';
import { clocks } from './time.ts';

/** A rating before and after a game. */
const ratingChange = z.object({ before: z.number().int(), after: z.number().int() });
export const ratingChanges = z.object({ white: ratingChange, black: ratingChange });
export type RatingChanges = z.infer<typeof ratingChanges>;

/** An event's content besides its number and time. `clocks`: what both sides have left from then on; absent without a clock. */
const eventBodies = [
  z.object({
    type: z.literal('seatTaken'),
    color,
    username: z.string(),
    rating: seatRating.optional(),
  }),
  /** A player of an untimed casual game gave up the seat (W-3). */
  z.object({ type: z.literal('seatLeft'), color }),
  /** A guest registered: the same player under a new name. */
  z.object({ type: z.literal('renamed'), color, username: z.string() }),
  z.object({
    type: z.literal('moved'),
    color,
    /** This move's ply: 1 for White's first. */
    ply: z.number().int(),
    uci: z.string(),
    san: z.string(),
    /** The position after it. */
    fen: z.string(),
    clocks: clocks.optional(),
  }),
  z.object({ type: z.literal('drawOffered'), color }),
  z.object({ type: z.literal('drawDeclined'), color }),
  z.object({ type: z.literal('takebackOffered'), color }),
  z.object({ type: z.literal('takebackDeclined'), color }),
  /** `color` cancelled the request. */
  z.object({ type: z.literal('takebackCancelled'), color }),
  z.object({
    type: z.literal('takenBack'),
    /** How many plies were taken back: 1 or 2 (E-5). */
    plies: z.number().int(),
    fen: z.string(),
    clocks: clocks.optional(),
  }),
  /** `color` received 15 s (C-8). */
  z.object({ type: z.literal('timeGiven'), color, clocks }),
  z.object({
    type: z.literal('ended'),
    ending,
    clocks: clocks.optional(),
    ratings: ratingChanges.optional(),
  }),
  z.object({ type: z.literal('rematchOffered'), color }),
  z.object({ type: z.literal('rematchDeclined'), color }),
  /** `color` cancelled the offer. */
  z.object({ type: z.literal('rematchCancelled'), color }),
  /** The next game, colours swapped (E-7). */
  z.object({ type: z.literal('rematched'), gameID }),
] as const;

export const eventBody = z.discriminatedUnion('type', eventBodies);
export type EventBody = z.infer<typeof eventBody>;

/** An event of a game. Numbers start at 1 without gaps (T-1); `atMs` is the server's clock, ms since 1970. */
export const gameEvent = eventBody.and(
  z.object({ number: z.number().int(), atMs: z.number().int() }),
);
export type GameEvent = z.infer<typeof gameEvent>;
