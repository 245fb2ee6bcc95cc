import { z } from 'zod';
import { gameID, variant } from './basics.ts';
import { speed } from './time.ts';

/** A kind of game; each has its own ratings (G-2). */
export const ratingKind = z.object({ variant: variant.default('standard'), speed });

/** A player's rating in one kind of game, rounded. */
export const ratingLine = z.object({
  variant,
  speed,
  rating: z.number().int(),
  /** The true strength lies within two deviations, 19 times in 20. */
  deviation: z.number().int(),
  provisional: z.boolean(),
  games: z.number().int(),
});
export type RatingLine = z.infer<typeof ratingLine>;

/** One entry of a rating's history: the rating after a game. */
export const ratingStep = z.object({
  gameID,
  rating: z.number().int(),
  atMs: z.number().int(),
});
export type RatingStep = z.infer<typeof ratingStep>;

/** One row of a leaderboard, highest rating first. */
export const leader = z.object({
  username: z.string(),
  rating: z.number().int(),
  games: z.number().int(),
});
export type Leader = z.infer<typeof leader>;
