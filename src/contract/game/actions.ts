/**
 * What a player may do in a game besides moving, with the game as the only input. Procedures, router and commands are
 * built from this list.
 */
export const playerActions = [
  'resign',
  /** Before both have moved: no result (E-4). */
  'abort',
  'offerDraw',
  'acceptDraw',
  'declineDraw',
  /** E-5. */
  'offerTakeback',
  'acceptTakeback',
  'declineTakeback',
  /** Withdraws one's own offer. */
  'cancelTakeback',
  /** Gives the opponent 15 s (C-8). */
  'giveTime',
  /** A draw by threefold repetition (E-2). */
  'claimDraw',
  /** Makes the server check at once whether the opponent's time has run out (C-6). */
  'claimFlag',
  /** E-7. */
  'offerRematch',
  'declineRematch',
  /** Withdraws one's own offer. */
  'cancelRematch',
  /** Gives up the seat in an untimed casual game (W-3). */
  'leave',
] as const;
export type PlayerAction = (typeof playerActions)[number];
