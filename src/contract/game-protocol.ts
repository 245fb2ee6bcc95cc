import { z } from 'zod';
import { wrong } from './errors/problems.ts';
import { gameNumber } from './game/basics.ts';

/** The game protocol on `/ws`: commands of clients and messages of the server. */

/** Accepts other names for fields, which existing clients of this protocol use. */
const alias = (names: Readonly<Record<string, string>>) => (input: unknown) =>
  typeof input === 'object' && input !== null && !Array.isArray(input)
    ? Object.fromEntries(Object.entries(input).map(([name, value]) => [nameOf(names, name), value]))
    : input;

const nameOf = (names: Readonly<Record<string, string>>, name: string): string =>
  (Object.hasOwn(names, name) && names[name]) || name;

const coordinate = z
  .number()
  .int()
  .min(1, wrong('input.coordinate'))
  .max(8, wrong('input.coordinate'));

/** Row and column count from 1; a1 is row 1, column 1. Parsed to `e4`. */
const square = z
  .preprocess(alias({ column: 'col' }), z.object({ row: coordinate, col: coordinate }))
  .transform(({ row, col }) => `${'abcdefgh'[col - 1]}${row}`);

const promotionLetters = { QUEEN: 'q', ROOK: 'r', BISHOP: 'b', KNIGHT: 'n', KING: 'k' } as const;
const promotionNames = Object.keys(promotionLetters) as (keyof typeof promotionLetters)[];

/** In any case; null, empty or absent for none. Parsed to the letter of UCI. */
const promotion = z
  .string()
  .transform((name) => name.trim().toUpperCase())
  .pipe(z.enum(['', ...promotionNames], wrong('input.promotion')))
  .nullish()
  .transform((name) => (name ? promotionLetters[name] : ''));

/** A move as squares, parsed to UCI. */
const move = z
  .preprocess(
    alias({ startPosition: 'start', endPosition: 'end', promotion: 'promotionPiece' }),
    z.object({ start: square, end: square, promotionPiece: promotion }),
  )
  .transform(({ start, end, promotionPiece }) => `${start}${end}${promotionPiece}`);

const common = {
  /** Null when it is not a string: then it matches no session. */
  authToken: z.string().max(256).nullish().catch(null),
  gameID: gameNumber,
};

export const userGameCommand = z.discriminatedUnion(
  'commandType',
  [
    z.object({ commandType: z.literal('CONNECT'), ...common }),
    z.object({ commandType: z.literal('MAKE_MOVE'), ...common, move }),
    z.object({ commandType: z.literal('LEAVE'), ...common }),
    z.object({ commandType: z.literal('RESIGN'), ...common }),
  ],
  wrong('input.commandType'),
);
export type UserGameCommand = z.infer<typeof userGameCommand>;

export type WireColor = 'WHITE' | 'BLACK';

/** A piece in a message. */
export interface WirePiece {
  readonly pieceColor: WireColor;
  readonly type: 'KING' | 'QUEEN' | 'BISHOP' | 'KNIGHT' | 'ROOK' | 'PAWN';
}

/** A game in a message. */
export interface WireGame {
  readonly gameID: number;
  readonly gameName: string;
  readonly whiteUsername: string | null;
  readonly blackUsername: string | null;
  readonly teamTurn: WireColor;
  readonly fen: string;
  readonly status: 'open' | 'playing' | 'finished';
  /** Null during the game, and for a draw. */
  readonly winner: WireColor | null;
  /** In SAN, oldest first. */
  readonly moves: readonly string[];
  /** From row 1 to row 8, each from column 1 to column 8. */
  readonly board: readonly (readonly (WirePiece | null)[])[];
}

export type ServerMessage =
  | { readonly serverMessageType: 'LOAD_GAME'; readonly game: WireGame }
  | { readonly serverMessageType: 'NOTIFICATION'; readonly message: string }
  | { readonly serverMessageType: 'ERROR'; readonly errorMessage: string };
