/**
 * Every refusal that Rookery makes, once: the code that programs read, the HTTP status and tRPC code that carry it, and
 * the words that people read. The doors look errors up here; nothing else maps an error to a status (R-ERR-1, R-ERR-2).
 */

/** What one refusal looks like through each door. */
interface ErrorEntry {
  readonly http: number;
  readonly trpc: TrpcCode;
  /** The reason as REST and `/ws` say it, after `Error: `. */
  readonly reason: string;
  /** A sentence for a person, used where no more precise one is at hand. */
  readonly words: string;
}

type TrpcCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'METHOD_NOT_SUPPORTED'
  | 'CONFLICT'
  | 'PAYLOAD_TOO_LARGE'
  | 'TOO_MANY_REQUESTS'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR';

export const errorTable = {
  bad_request: {
    http: 400,
    trpc: 'BAD_REQUEST',
    reason: 'bad request',
    words: 'Something in the request is missing or not in the right form.',
  },
  unauthorized: {
    http: 401,
    trpc: 'UNAUTHORIZED',
    reason: 'unauthorized',
    words: 'Please sign in first.',
  },
  wrong_credentials: {
    http: 401,
    trpc: 'UNAUTHORIZED',
    reason: 'unauthorized',
    words: 'The username or the password is wrong.',
  },
  already_taken: {
    http: 403,
    trpc: 'CONFLICT',
    reason: 'already taken',
    words: 'Somebody else was quicker: this is already taken.',
  },
  forbidden: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'forbidden',
    words: 'This is not allowed from here.',
  },
  not_found: {
    http: 404,
    trpc: 'NOT_FOUND',
    reason: 'not found',
    words: 'There is nothing here.',
  },
  unknown_game: {
    http: 400,
    trpc: 'NOT_FOUND',
    reason: 'bad request',
    words: 'This game does not exist.',
  },
  unknown_user: {
    http: 404,
    trpc: 'NOT_FOUND',
    reason: 'not found',
    words: 'Nobody of that name plays here.',
  },
  method_not_allowed: {
    http: 405,
    trpc: 'METHOD_NOT_SUPPORTED',
    reason: 'method not allowed',
    words: 'This address does not answer to that method.',
  },
  too_large: {
    http: 413,
    trpc: 'PAYLOAD_TOO_LARGE',
    reason: 'request too large',
    words: 'That is more than the server accepts at once (64 KiB).',
  },
  too_many_requests: {
    http: 429,
    trpc: 'TOO_MANY_REQUESTS',
    reason: 'too many requests',
    words: 'That was a little too fast. Please wait a moment and try again.',
  },
  not_a_player: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'not a player of this game',
    words: 'You are watching this game, not playing it.',
  },
  not_your_turn: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'not your turn',
    words: 'It is your opponent’s turn.',
  },
  illegal_move: {
    http: 400,
    trpc: 'BAD_REQUEST',
    reason: 'illegal move',
    words: 'That move is not legal in this position.',
  },
  stale_ply: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'the game has moved on',
    words: 'The game has moved on since you chose that move.',
  },
  game_over: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'the game is over',
    words: 'This game is over.',
  },
  no_opponent: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'nobody sits opposite',
    words: 'Nobody has taken the other seat yet.',
  },
  draw_too_soon: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'a draw cannot be offered yet',
    words: 'A draw can be offered once both sides have moved, and once in 20 plies.',
  },
  no_draw_offer: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'no draw offer is open',
    words: 'There is no draw offer to answer.',
  },
  abort_too_late: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'too late to abort',
    words: 'Both sides have moved: the game can be resigned, but no longer aborted.',
  },
  resign_too_soon: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'too soon to resign',
    words: 'Before both sides have moved a game is aborted, not resigned.',
  },
  not_in_rated: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'not in a rated game',
    words: 'That is for casual games only.',
  },
  no_clock: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'no clock runs',
    words: 'This game is played without a clock.',
  },
  nothing_to_take_back: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'no move to take back',
    words: 'You have no move to take back yet.',
  },
  no_takeback_offer: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'no takeback is asked for',
    words: 'Nobody has asked to take a move back.',
  },
  offer_open: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'already offered',
    words: 'You have offered that already; it is your opponent’s to answer.',
  },
  no_claim: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'nothing to claim',
    words: 'There is nothing to claim at this moment.',
  },
  game_not_over: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'the game is not over',
    words: 'The game is still being played.',
  },
  no_rematch_offer: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'no rematch is offered',
    words: 'There is no rematch offer to answer.',
  },
  rematch_made: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'the rematch has begun',
    words: 'The rematch has begun already.',
  },
  own_game: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'your own game',
    words: 'You can’t play against yourself here.',
  },
  not_invited: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'not invited',
    words: 'This challenge is meant for somebody else.',
  },
  guests_may_not: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'registered players only',
    words: 'Guests play casual games. Create an account for this.',
  },
  rating_outside_range: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'rating outside the range',
    words: 'Your rating is outside the range that this game asks for.',
  },
  no_chat: {
    http: 400,
    trpc: 'CONFLICT',
    reason: 'no chat in this game',
    words: 'There is no chat in games against the computer.',
  },
  blocked: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'blocked',
    words: 'One of you has blocked the other.',
  },
  no_engine: {
    http: 503,
    trpc: 'SERVICE_UNAVAILABLE',
    reason: 'no chess engine',
    words: 'The computer can’t play on this server at the moment.',
  },
  already_playing: {
    http: 403,
    trpc: 'CONFLICT',
    reason: 'playing another game',
    words: 'One game at a time: another one with a clock is still being played.',
  },
  unavailable: {
    http: 500,
    trpc: 'SERVICE_UNAVAILABLE',
    reason: "the database can't be reached",
    words: 'The server can’t reach its database. Please try again in a moment.',
  },
  internal: {
    http: 500,
    trpc: 'INTERNAL_SERVER_ERROR',
    reason: 'internal error',
    words: 'Something went wrong on the server. It has been written to its log.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorTable;

/** What accompanies a refusal besides its code. */
export interface ErrorDetails {
  /** The input field concerned, by its name on the wire. */
  readonly field?: string;
  /** What was wrong and what would be right, for a person. */
  readonly detail?: string;
  /** When to try again, in whole seconds (429). */
  readonly retryAfterSeconds?: number;
  /** What caused it, for the log only. */
  readonly cause?: unknown;
}

/** An expected failure. Services throw this and nothing else; the doors translate it by {@link errorTable}. */
export class RookeryError extends Error {
  override readonly name = 'RookeryError';
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly detail: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.detail ?? errorTable[code].words, { cause: details.cause });
    this.code = code;
    this.field = details.field;
    this.detail = details.detail;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  /** The refusal as REST and `/ws` word it: `Error: already taken`, `Error: bad request (gameName: …)`. */
  get wireMessage(): string {
    const { reason } = errorTable[this.code];
    const where = [this.field, this.detail].filter(Boolean).join(': ');
    return where ? `Error: ${reason} (${where})` : `Error: ${reason}`;
  }
}

/** Whether `error` is ours, whichever copy of this module made it (Next bundles modules more than once). */
export function isRookeryError(error: unknown): error is RookeryError {
  return error instanceof Error && error.name === 'RookeryError' && 'code' in error;
}
