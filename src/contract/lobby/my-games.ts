import { z } from 'zod';
import { gameSummary } from '../game/index.ts';

/** One user's games, live: first all of them, then each one that changes. */
export const myGamesUpdate = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), games: z.array(gameSummary) }),
  z.object({
    type: z.literal('changed'),
    game: gameSummary,
    /** Whether it has just started: its players are taken to the board. */
    began: z.boolean(),
  }),
]);
export type MyGamesUpdate = z.infer<typeof myGamesUpdate>;
