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

/** The players of a game, in its page and in lists. */
const seats = {
  whiteUsername: z.string().nullable(),
  blackUsername: z.string().nullable(),
  /** Ratings at the start of the game; null for guests, and in untimed games of the API. */
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
  /** What both sides had left when the current turn began; null without a clock. */
  clocks: clocks.nullable(),
  /** When the current turn began, by the server's clock; null unless the game is being played. See `timeRuns`. */
  turnBeganAtMs: z.number().int().nullable(),
  /** Who has offered a draw that is still open. */
  drawOffer: color.nullable(),
  /** Who has requested a takeback. */
  takebackOffer: color.nullable(),
  /** Who has offered a rematch. */
  rematchOffer: color.nullable(),
  /** The rematch between the two. */
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
  /** How many plies have been played. */
  ply: z.number().int(),
  fen: z.string(),
  /** The last move in UCI. */
  lastMove: z.string().nullable(),
  ending: ending.nullable(),
  /** When its status last changed, in milliseconds since 1970. */
  changedAtMs: z.number().int(),
  /** When the server ends it if nothing happens; null when it waits without limit. */
  dueAtMs: z.number().int().nullable(),
});
export type GameSummary = z.infer<typeof gameSummary>;

/** The lobby at a glance: the newest games of each kind, newest first; the open ones match the request's filter. */
export const lobby = z.object({
  open: z.array(gameSummary),
  /** Whether more open games match the filter, older than all of `open`. */
  moreOpen: z.boolean(),
  playing: z.array(gameSummary),
  finished: z.array(gameSummary),
});
export type Lobby = z.infer<typeof lobby>;

/** The live lobby: first the whole, and again after the database was cleared; in between the changes, in batches. */
export const lobbyUpdate = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), lobby }),
  z.object({
    type: z.literal('changed'),
    /** The current state of games, each to be listed under its status. */
    games: z.array(gameSummary),
    /** Numbers of games to remove from the lists. */
    gone: z.array(gameID),
    moreOpen: z.boolean(),
  }),
]);
export type LobbyUpdate = z.infer<typeof lobbyUpdate>;

/** Which open games of the lobby to list; absent fields match all. */
export const openGamesFilter = z.object({
  speed: speed.optional(),
  variant: variant.optional(),
  rated: z.boolean().optional(),
  /** Only games whose host's rating differs from the caller's by at most this, and whose range admits the caller. */
  within: z.number().int().min(1).max(4000).optional(),
  /** Only games older than this one: the next page. */
  after: z.object({ changedAtMs: z.number().int().min(0), gameID }).optional(),
});
export type OpenGamesFilter = z.infer<typeof openGamesFilter>;

/** Who is connected to a game now. */
export const presence = z.object({
  white: z.boolean(),
  black: z.boolean(),
  spectators: z.number().int(),
  /** Names of signed-in spectators, at most 50. */
  names: z.array(z.string()),
  /**
   * The player who is away during their own turn, and from when the opponent may claim the game, by the server's clock
   * (E-6). Without a clock: the player who has not moved for so long that the game can be claimed already (C-9).
   */
  absent: z.object({ color, claimableAtMs: z.number().int() }).nullable(),
});
export type Presence = z.infer<typeof presence>;

/**
 * The state of a game's clocks at the time of the answer, by the server's clock. Clients ask every few seconds: they
 * measure the round trip, set their clock by `nowMs`, and learn a `turnBeganAtMs` moved by a server's downtime (C-10).
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

/** The acknowledgement of a move, sent when it is on disk (T-3), and the same again for a repeated move (T-2). */
export const moveAnswer = z.object({
  gameID,
  ply: z.number().int(),
  uci: z.string(),
  san: z.string(),
  /** The number of the move's event. */
  number: z.number().int(),
});
export type MoveAnswer = z.infer<typeof moveAnswer>;
