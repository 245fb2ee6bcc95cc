import { z } from 'zod';
import { wrong } from '../errors/problems.ts';
import { plainText } from '../text/text.ts';
import { variants } from './kinds.ts';

export { isVoid, opponentOf } from './chess-time.ts';

const colors = ['white', 'black'] as const;
export const color = z.enum(colors, wrong('input.color'));
export type Color = z.infer<typeof color>;

/** A game's number: a positive integer, never reused (R-CREATE-1). It fits a 32-bit column. */
export const gameID = z
  .number(wrong('input.gameID'))
  .int(wrong('input.wholeNumber'))
  .min(1, wrong('input.tooSmall'))
  .max(2_147_483_647, wrong('input.gameIDTooBig'));

/** A game's number as REST and `/ws` accept it (R-JOIN-2). */
export const gameNumber = z
  .union(
    [
      gameID,
      z
        .string()
        .regex(/^\d{1,10}$/)
        .transform(Number)
        .pipe(gameID),
    ],
    wrong('input.gameID'),
  )
  .describe('The number, or its decimal string');

/** R-CREATE-1: 1–100 characters once trimmed. */
export const gameName = plainText
  .trim()
  .min(1, wrong('input.empty'))
  .max(100, wrong('input.tooLong'));

/** `open`: a seat is empty; `playing`: both are taken; `finished`: it has an ending. */
const gameStatuses = ['open', 'playing', 'finished'] as const;
export const gameStatus = z.enum(gameStatuses, wrong('input.gameStatus'));
export type GameStatus = z.infer<typeof gameStatus>;

/** The variants that can be played (G-1): all that chessops knows. */
export const variant = z.enum(variants, wrong('input.variant'));
export type Variant = z.infer<typeof variant>;

/** How a game can end (E-1 to E-7). */
const endReasons = [
  'checkmate',
  'stalemate',
  'insufficientMaterial',
  'fivefoldRepetition',
  'threefoldRepetition',
  'fiftyMoves',
  /** The variant's own end: the hill reached, three checks given, the king exploded, the race won … */
  'variantEnd',
  'resignation',
  'drawAgreement',
  /** A clock or a correspondence deadline ran out. */
  'timeout',
  /** The opponent was absent and the game was claimed (E-6). */
  'abandonment',
  /** No result: before the second move (E-4, C-7), or an open game withdrawn by its host. */
  'aborted',
  /** A challenge that was not accepted. */
  'declined',
] as const;
const endReason = z.enum(endReasons);
export type EndReason = z.infer<typeof endReason>;

/** How a game ended; a draw has no winner, nor has an aborted or declined game. */
export const ending = z.object({ reason: endReason, winner: color.nullable() });
export type Ending = z.infer<typeof ending>;

/** A move played: UCI (`e2e4`, `e7e8q`, castling as the king moves: `e1g1`, drops: `N@f3`) and SAN (`e4`, `e8=Q+`). */
export const playedMove = z.object({ uci: z.string(), san: z.string() });
export type PlayedMove = z.infer<typeof playedMove>;

/** A player's rating at the start of the game, shown beside the name. */
export const seatRating = z.object({ rating: z.number().int(), provisional: z.boolean() });
export type SeatRating = z.infer<typeof seatRating>;
