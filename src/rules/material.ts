import { COLORS } from 'chessops/types';
import type { Color } from '../contract/game/index.ts';
import { type PocketRole, pocketRoles } from './drops.ts';
import { setupOf } from './position.ts';
import type { GameRecord } from './record.ts';

/** The pieces that each side may drop (Crazyhouse). */
export type Pockets = Readonly<Record<Color, Readonly<Record<PocketRole, number>>>>;

/** Piece values in pawns. */
const values: Readonly<Record<PocketRole, number>> = {
  pawn: 1,
  knight: 3,
  bishop: 3,
  rook: 5,
  queen: 9,
};

/**
 * White's material minus Black's in pawns, pockets included (E-6).
 * @throws RookeryError `bad_request` for a FEN that can't be read.
 */
export function materialLead(fen: string): number {
  const { board, pockets: held } = setupOf(fen);
  const of = (color: Color) =>
    pocketRoles.reduce(
      (sum, role) =>
        sum + values[role] * (board.pieces(color, role).size() + (held?.[color][role] ?? 0)),
      0,
    );
  return of('white') - of('black');
}

/**
 * The pieces that each side may drop; null in variants without pockets.
 * @param game a game or its FEN
 * @throws RookeryError `bad_request` for a FEN that can't be read.
 */
export function pockets(game: GameRecord | string): Pockets | null {
  const held = (typeof game === 'string' ? setupOf(game) : game.position).pockets;
  if (!held) return null;
  const [white, black] = COLORS.map((color) => {
    const { pawn, knight, bishop, rook, queen } = held[color];
    return { pawn, knight, bishop, rook, queen };
  });
  return white && black ? { white, black } : null;
}

/**
 * How many checks each side must still give to win (Three-check); null in a FEN of another variant.
 * @throws RookeryError `bad_request` for a FEN that can't be read.
 */
export function checksLeft(fen: string): Readonly<Record<Color, number>> | null {
  const { remainingChecks: left } = setupOf(fen);
  return left ? { white: left.white, black: left.black } : null;
}
