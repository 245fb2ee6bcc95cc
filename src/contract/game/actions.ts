/**
 * What a player may ask of a game besides a move, with no more to say than which game. The one list of them: the
 * procedures, the router and the commands are made from it.
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
  /** 15 s for the opponent (C-8). */
  'giveTime',
  /** A draw by threefold repetition (E-2). */
  'claimDraw',
  /** Has the server look at once whether the opponent's time has run out (C-6). */
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
