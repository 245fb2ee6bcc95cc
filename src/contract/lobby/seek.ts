import { z } from 'zod';
import { wrong } from '../errors/problems.ts';
import { variant } from '../game/basics.ts';
import { ratingRange } from '../game/setup.ts';
import { timeControl } from '../game/time.ts';

/** A request for quick pairing. */
export const seekRequest = z.object({
  variant: variant.default('standard'),
  /** A clock, or days per move. */
  timeControl: timeControl.refine(({ type }) => type !== 'unlimited', wrong('input.pairingTime')),
  rated: z.boolean().default(false),
  /** Opponents outside it are never paired, however long the wait. */
  ratingRange: ratingRange.nullable().default(null),
});
export type SeekRequest = z.infer<typeof seekRequest>;

/** The progress of a seek. It lasts as long as its subscription. */
export const seekNews = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('waiting'),
    /** Since when, by the server's clock; `nowMs` is the time of the answer. */
    sinceMs: z.number().int(),
    nowMs: z.number().int(),
    /** The rating used to find an opponent; see `seekReach`. */
    rating: z.number().int(),
  }),
  /** The game that has started. */
  z.object({ type: z.literal('paired'), gameID: z.number().int() }),
  /** The same user seeks in another window. */
  z.object({ type: z.literal('replaced') }),
]);
export type SeekNews = z.infer<typeof seekNews>;
