import { z } from 'zod';
import { wrong } from '../errors/problems.ts';
import { variant } from '../game/basics.ts';
import { wantedRatingRange } from '../game/setup.ts';
import { timeControl } from '../game/time.ts';

/** What somebody who asks for a quick pairing wants to play. */
export const seekRequest = z.object({
  variant: variant.default('standard'),
  /** A clock or days for each move. */
  timeControl: timeControl.refine(({ type }) => type !== 'unlimited', wrong('input.pairingTime')),
  rated: z.boolean().default(false),
  /** Nobody outside it is taken, however long it lasts. */
  ratingRange: wantedRatingRange.nullable().default(null),
});
export type SeekRequest = z.infer<typeof seekRequest>;

/** How a seek goes. It lasts as long as its subscription. */
export const seekNews = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('waiting'),
    /** Since when, by the server's clock; `nowMs` is the moment of the answer. */
    sinceMs: z.number().int(),
    nowMs: z.number().int(),
    /** The rating by which a partner is looked for; see `seekReach`. */
    rating: z.number().int(),
  }),
  /** The game that has begun. */
  z.object({ type: z.literal('paired'), gameID: z.number().int() }),
  /** The same user seeks anew elsewhere. */
  z.object({ type: z.literal('replaced') }),
]);
export type SeekNews = z.infer<typeof seekNews>;
