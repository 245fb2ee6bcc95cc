import { z } from 'zod';
import { gameSummary } from '../game/index.ts';

/** What concerns one user, live: all of it once, then each game of theirs that changes. */
export const myGamesUpdate = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), games: z.array(gameSummary) }),
  z.object({
    type: z.literal('changed'),
    game: gameSummary,
    /** Whether it has just begun: its players are taken to the board. */
    began: z.boolean(),
  }),
]);
export type MyGamesUpdate = z.infer<typeof myGamesUpdate>;
