import type { Position } from 'chessops/chess';
import { type CastlingSide, isDrop, type Move, type Square } from 'chessops/types';
import { kingCastlesTo, makeUci, squareFile } from 'chessops/util';
import type { Variant } from '../contract/game/index.ts';

const E_FILE = 4;

/**
 * Whether castling may be written as the king's move to its target square: in Chess960 if that is more than one step, else
 * from the e-file only.
 */
const byTarget = (variant: Variant, from: Square, to: Square): boolean =>
  variant === 'chess960' ? Math.abs(to - from) > 1 : squareFile(from) === E_FILE;

/**
 * The side to which the king would castle with this move, if the right still exists. chessops takes any own piece for the
 * rook, and two squares from anywhere for castling; this doesn't, because in Chess960 they may be an ordinary king's move.
 */
export function castlingSide(
  position: Position,
  from: Square,
  to: Square,
  variant: Variant = 'standard',
): CastlingSide | undefined {
  const { turn } = position;
  if (position.board.kingOf(turn) !== from) return undefined;
  const { a, h } = position.castles.rook[turn];
  const target = byTarget(variant, from, to);
  if (h !== undefined && (to === h || (target && to === kingCastlesTo(turn, 'h')))) return 'h';
  if (a !== undefined && (to === a || (target && to === kingCastlesTo(turn, 'a')))) return 'a';
  return undefined;
}

/**
 * A legal move in UCI, each in one form only: drops as `N@f3`, castling as the king's two squares (`e1g1`), but in
 * Chess960 and off the e-file onto its rook (`e1h1`).
 */
export function uciOf(position: Position, move: Move, variant: Variant = 'standard'): string {
  if (isDrop(move) || variant === 'chess960' || squareFile(move.from) !== E_FILE) {
    return makeUci(move);
  }
  const side = castlingSide(position, move.from, move.to);
  return side
    ? makeUci({ from: move.from, to: kingCastlesTo(position.turn, side) })
    : makeUci(move);
}
