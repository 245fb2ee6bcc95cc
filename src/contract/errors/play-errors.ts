import type { ErrorEntry } from './error-entry.ts';

/** Errors in games and lobby. */
export const playErrors = {
  not_a_player: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'not a player of this game',
  },
  not_your_turn: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'not your turn',
  },
  illegal_move: {
    http: 400,
    trpc: 'BAD_REQUEST',
    reason: 'illegal move',
  },
  stale_ply: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'the game has moved on',
  },
  game_over: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'the game is over',
  },
  no_opponent: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'nobody sits opposite',
  },
  draw_too_soon: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'a draw cannot be offered yet',
  },
  no_draw_offer: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'no draw offer is open',
  },
  abort_too_late: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'too late to abort',
  },
  resign_too_soon: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'too soon to resign',
  },
  not_in_rated: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'not in a rated game',
  },
  no_clock: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'no clock runs',
  },
  nothing_to_take_back: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'no move to take back',
  },
  taken_back_too_often: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'too many moves taken back',
  },
  clock_full: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'the clock takes no more',
  },
  no_takeback_offer: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'no takeback offer is open',
  },
  offer_open: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'already offered',
  },
  no_claim: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'nothing to claim',
  },
  game_not_over: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'the game is not over',
  },
  no_rematch_offer: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'no rematch is offered',
  },
  rematch_made: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'the rematch has begun',
  },
  own_game: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'your own game',
  },
  not_invited: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'not invited',
  },
  guests_may_not: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'registered players only',
  },
  rating_outside_range: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'rating outside the range',
  },
  no_chat: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'no chat in this game',
  },
  blocked: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'blocked',
  },
  no_engine: {
    http: 503,
    trpc: 'SERVICE_UNAVAILABLE',
    reason: 'no chess engine',
  },
  variant_unavailable: {
    http: 400,
    trpc: 'BAD_REQUEST',
    reason: 'variant not played by the computer',
  },
  already_playing: {
    http: 403,
    trpc: 'CONFLICT',
    reason: 'playing another game',
  },
} as const satisfies Record<string, ErrorEntry>;
