import { z } from 'zod';
import { color, ending, gameID, gameStatus, playedMove, seatRating, variant } from './basics.ts';
import { ratingChanges } from './events.ts';
import { gameSetup } from './setup.ts';
import { clocks, speed } from './time.ts';

export * from './basics.ts';
export {
  type EventBody,
  eventBody,
  type GameEvent,
  gameEvent,
  type RatingChanges,
} from './events.ts';

/** Who sits where, as game and list show it. */
const seats = {
  whiteUsername: z.string().nullable(),
  blackUsername: z.string().nullable(),
  /** Their strength when the game began; null for who has none: guests, and untimed games of the API. */
  whiteRating: seatRating.nullable(),
  blackRating: seatRating.nullable(),
};

/** A whole game as its page shows it: the fold of its events (see `foldEvent`). */
export const gameView = z.object({
  gameID,
  gameName: z.string(),
  setup: gameSetup,
  ...seats,
  status: gameStatus,
  createdAtMs: z.number().int(),
  /** The number of the last event folded in; 0 before the first. */
  lastEvent: z.number().int(),
  initialFen: z.string(),
  fen: z.string(),
  moves: z.array(playedMove),
  /** What both had left when the present turn began; null without a clock. */
  clocks: clocks.nullable(),
  /** When the present turn began, by the server's clock; null unless two play. See `timeRuns`. */
  turnBeganAtMs: z.number().int().nullable(),
  /** Who has offered a draw that is still open. */
  drawOffer: color.nullable(),
  /** Who has asked to take a move back. */
  takebackOffer: color.nullable(),
  /** Who has offered another game. */
  rematchOffer: color.nullable(),
  /** The next game between the two. */
  rematchID: gameID.nullable(),
  ending: ending.nullable(),
  ratings: ratingChanges.nullable(),
});
export type GameView = z.infer<typeof gameView>;

/** A game as the lobby and profiles show it. */
export const gameSummary = z.object({
  gameID,
  gameName: z.string(),
  setup: gameSetup,
  ...seats,
  status: gameStatus,
  /** Plies played. */
  ply: z.number().int(),
  fen: z.string(),
  /** The last move in UCI. */
  lastMove: z.string().nullable(),
  ending: ending.nullable(),
  /** When its status last changed, in milliseconds since 1970. */
  changedAtMs: z.number().int(),
  /** When the server ends it if nothing happens; null when it waits for ever. */
  dueAtMs: z.number().int().nullable(),
});
export type GameSummary = z.infer<typeof gameSummary>;

/** The lobby at a glance: the newest of each kind, newest first. The open ones are those that were asked for. */
export const lobby = z.object({
  open: z.array(gameSummary),
  /** Whether there are open games of those asked for that are older than all of `open`. */
  moreOpen: z.boolean(),
  playing: z.array(gameSummary),
  finished: z.array(gameSummary),
});
export type Lobby = z.infer<typeof lobby>;

/** The lobby live: all of it once, and again after everything was removed; in between what changes, many at a time. */
export const lobbyUpdate = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), lobby }),
  z.object({
    type: z.literal('changed'),
    /** Games as they are now, each to be shown with those of its status. */
    games: z.array(gameSummary),
    /** Numbers of games that are not to be shown any more. */
    gone: z.array(gameID),
    moreOpen: z.boolean(),
  }),
]);
export type LobbyUpdate = z.infer<typeof lobbyUpdate>;

/** Which open games of the lobby somebody wants to see; all that is absent is any. */
export const openGamesFilter = z.object({
  speed: speed.optional(),
  variant: variant.optional(),
  rated: z.boolean().optional(),
  /** Only of hosts whose rating is off from one's own by no more, and for one's own rating. */
  within: z.number().int().min(1).max(4000).optional(),
  /** Only those older than this one: the next page. */
  after: z.object({ changedAtMs: z.number().int().min(0), gameID }).optional(),
});
export type OpenGamesFilter = z.infer<typeof openGamesFilter>;

/** Who is connected to a game at this moment. */
export const presence = z.object({
  white: z.boolean(),
  black: z.boolean(),
  spectators: z.number().int(),
  /** Spectators who are signed in, at most 50. */
  names: z.array(z.string()),
  /**
   * The player who is away on their own turn, and when the other may claim the game, by the server's clock (E-6). Without
   * a clock: who has not moved for so long that it may be claimed already (C-9).
   */
  absent: z.object({ color, claimableAtMs: z.number().int() }).nullable(),
});
export type Presence = z.infer<typeof presence>;

/**
 * The state of a game's clocks at the moment of the answer, by the server's clock. Clients ask every few seconds: the time
 * it took is the round trip, `nowMs` sets their clock, and a server that was away has moved `turnBeganAtMs` (C-10).
 */
export const gameSync = z.object({
  nowMs: z.number().int(),
  lastEvent: z.number().int(),
  clocks: clocks.nullable(),
  turnBeganAtMs: z.number().int().nullable(),
  /** When the game is aborted if the first move isn't made (C-7), or lost on time. */
  dueAtMs: z.number().int().nullable(),
});
export type GameSync = z.infer<typeof gameSync>;

/** A move's acknowledgement, given when it is on disk (T-3) and again, the same, to whoever repeats it (T-2). */
export const moveAnswer = z.object({
  gameID,
  ply: z.number().int(),
  uci: z.string(),
  san: z.string(),
  /** The number of the event that tells everyone. */
  number: z.number().int(),
});
export type MoveAnswer = z.infer<typeof moveAnswer>;
