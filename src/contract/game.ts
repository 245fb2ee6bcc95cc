import { z } from 'zod';
import { plainText } from './text.ts';

const colors = ['white', 'black'] as const;
export const color = z.enum(colors, 'must be "white" or "black"');
export type Color = z.infer<typeof color>;

/** A game's number: a positive integer, never reused (R-CREATE-1). Fits a 32-bit column. */
export const gameID = z
  .number('must be a game’s number')
  .int('must be a whole number')
  .min(1, 'must be 1 or more')
  .max(2_147_483_647, 'is larger than any game’s number');

/** R-CREATE-1: 1–100 characters once trimmed. */
export const gameName = plainText
  .trim()
  .min(1, 'must not be empty')
  .max(100, 'must have at most 100 characters');

/** `open`: a seat is empty; `playing`: both are taken; `finished`: it has an ending. */
const gameStatuses = ['open', 'playing', 'finished'] as const;
export const gameStatus = z.enum(gameStatuses, 'must be "open", "playing" or "finished"');
export type GameStatus = z.infer<typeof gameStatus>;

/** The games that can be played (G-1): all that chessops knows. */
export type Variant =
  | 'standard'
  | 'chess960'
  | 'crazyhouse'
  | 'kingOfTheHill'
  | 'threeCheck'
  | 'antichess'
  | 'atomic'
  | 'horde'
  | 'racingKings';

/** How a game can end (E-1, E-3, E-4). */
const endReasons = [
  'checkmate',
  'stalemate',
  'insufficientMaterial',
  'fivefoldRepetition',
  'fiftyMoves',
  'variantEnd',
  'resignation',
  'drawAgreement',
] as const;
const endReason = z.enum(endReasons);
export type EndReason = z.infer<typeof endReason>;

/** How a game ended; a draw has no winner. */
const ending = z.object({ reason: endReason, winner: color.nullable() });
export type Ending = z.infer<typeof ending>;

/** A move played: UCI (`e2e4`, `e7e8q`, castling as the king moves: `e1g1`) and SAN (`e4`, `e8=Q+`, `O-O`). */
const playedMove = z.object({ uci: z.string(), san: z.string() });
export type PlayedMove = z.infer<typeof playedMove>;

/** What happened in a game, besides its number and time. */
const eventBodies = [
  z.object({ type: z.literal('seatTaken'), color, username: z.string() }),
  z.object({
    type: z.literal('moved'),
    color,
    /** The ply that this move is: 1 for White's first. */
    ply: z.number().int(),
    uci: z.string(),
    san: z.string(),
    /** The position after it. */
    fen: z.string(),
  }),
  z.object({ type: z.literal('drawOffered'), color }),
  z.object({ type: z.literal('drawDeclined'), color }),
  z.object({ type: z.literal('ended'), ending }),
] as const;

export const eventBody = z.discriminatedUnion('type', eventBodies);
export type EventBody = z.infer<typeof eventBody>;

/** An event of a game. Numbers begin at 1 and have no gaps (T-1); `atMs` is the server's clock, ms since 1970. */
export const gameEvent = eventBody.and(
  z.object({ number: z.number().int(), atMs: z.number().int() }),
);
export type GameEvent = z.infer<typeof gameEvent>;

/** A whole game as its page shows it: the fold of its events (see `foldEvent`). */
export const gameView = z.object({
  gameID,
  gameName: z.string(),
  whiteUsername: z.string().nullable(),
  blackUsername: z.string().nullable(),
  status: gameStatus,
  createdAtMs: z.number().int(),
  /** The number of the last event folded in; 0 before the first. */
  lastEvent: z.number().int(),
  initialFen: z.string(),
  fen: z.string(),
  moves: z.array(playedMove),
  /** Who has offered a draw that is still open. */
  drawOffer: color.nullable(),
  ending: ending.nullable(),
});
export type GameView = z.infer<typeof gameView>;

/** A game as the lobby and profiles show it. */
export const gameSummary = z.object({
  gameID,
  gameName: z.string(),
  whiteUsername: z.string().nullable(),
  blackUsername: z.string().nullable(),
  status: gameStatus,
  /** Plies played. */
  ply: z.number().int(),
  fen: z.string(),
  /** The last move in UCI. */
  lastMove: z.string().nullable(),
  ending: ending.nullable(),
  /** When its status last changed, in milliseconds since 1970. */
  changedAtMs: z.number().int(),
});
export type GameSummary = z.infer<typeof gameSummary>;

/** The lobby at a glance: the newest of each kind, newest first, and how many there are in all. */
export const lobby = z.object({
  open: z.array(gameSummary),
  playing: z.array(gameSummary),
  finished: z.array(gameSummary),
});
export type Lobby = z.infer<typeof lobby>;

/** The lobby live: all of it once, then the games that changed (batched), or that all were removed. */
export const lobbyUpdate = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), lobby }),
  z.object({ type: z.literal('changed'), games: z.array(gameSummary) }),
]);
export type LobbyUpdate = z.infer<typeof lobbyUpdate>;

/** Who is connected to a game at this moment. */
export const presence = z.object({
  white: z.boolean(),
  black: z.boolean(),
  spectators: z.number().int(),
});
export type Presence = z.infer<typeof presence>;

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
