import { z } from 'zod';
import { variant } from '../game/basics.ts';
import { gameSummary } from '../game/index.ts';

/** What the channel shows: the best game of all, of a speed (any variant), or of a variant. */
export const tvChannel = z.union([
  z.literal('best'),
  z.enum(['ultraBullet', 'bullet', 'blitz', 'rapid', 'classical']),
  variant.exclude(['standard']),
]);
export type TvChannel = z.infer<typeof tvChannel>;

/** The game on a channel; null while no such game is played. */
export const tvShown = z.object({ game: gameSummary.nullable() });
