import { z } from 'zod';
import { variant } from '../game/basics.ts';
import { gameSummary } from '../game/index.ts';

/** What is shown live: the best game of all, or of a speed (standard or not), or of a variant. */
export const tvChannel = z.union([
  z.literal('best'),
  z.enum(['ultraBullet', 'bullet', 'blitz', 'rapid', 'classical']),
  variant.exclude(['standard']),
]);
export type TvChannel = z.infer<typeof tvChannel>;

/** The game on a channel; null while none of its kind runs. */
export const tvShown = z.object({ game: gameSummary.nullable() });
