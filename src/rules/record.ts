import type { Position } from 'chessops/chess';
import { makeSanAndPlay } from 'chessops/san';
import type { PlayedMove, Variant } from '../contract/game/index.ts';
import { uciOf } from './castling.ts';
import { legalMove } from './legality.ts';
import { playedMove } from './played-move.ts';
import { fenOfPosition, keyOf, positionOf } from './position.ts';
import { initialFenOf } from './variants.ts';

/** The history of a game of chess. Records are immutable; a move makes a new one. */
export interface GameRecord {
  readonly variant: Variant;
  /** The start position, in chessops' spelling. */
  readonly initialFen: string;
  /** The current position. Clone it before playing on it. */
  readonly position: Position;
  /** All plies, oldest first. */
  readonly moves: readonly PlayedMove[];
  /**
   * How many of the last moves can be undone and still give a position that may recur: 0 after a capture, a pawn move, a
   * counted check, or the loss of a castling right or of a possible en passant capture. With {@link moves} this is all that
   * repetition needs, except in Crazyhouse, where only lost castling rights are final.
   */
  readonly reversiblePlies: number;
  /**
   * Crazyhouse only, else empty: the positions of the last {@link reversiblePlies}, the current one last. No piece leaves
   * the game there, so captures, drops and even pawn moves may be undone in the end.
   */
  readonly keys: readonly string[];
}

const noKeys: readonly string[] = [];

/**
 * A game before its first move.
 * @param initialFen the start position; the variant's standard one if absent. It may be one that {@link automaticEnding}
 * already ends.
 * @throws RookeryError `bad_request` (field `fen`) when it can't be parsed or is impossible in the variant
 */
export function startRecord(initialFen?: string, variant: Variant = 'standard'): GameRecord {
  const position = positionOf(initialFen ?? initialFenOf(variant), variant);
  return {
    variant,
    initialFen: fenOfPosition(position),
    position,
    moves: [],
    reversiblePlies: 0,
    keys: variant === 'crazyhouse' ? [keyOf(position)] : noKeys,
  };
}

/**
 * The game after one more move; `record` stays unchanged. Does not check whether the game is over already.
 * @param uci castling as the king's move (`e1g1`) or onto the rook (`e1h1`); stored as `e1g1`, in Chess960 as `e1h1`
 * @throws RookeryError `illegal_move` (field `uci`) with what was wrong and what would be right
 */
export function play(record: GameRecord, uci: string): GameRecord {
  const { variant, initialFen, position: before } = record;
  const move = legalMove(before, uci, variant);
  const position = before.clone();
  const san = makeSanAndPlay(position, move);
  const recurs = mayRecur(before, position);
  return {
    variant,
    initialFen,
    position,
    // A plain copy: 8 bytes a ply, tens of nanoseconds for an ordinary game, against microseconds for legality and SAN.
    moves: [...record.moves, playedMove(uciOf(before, move, variant), san)],
    reversiblePlies: recurs ? record.reversiblePlies + 1 : 0,
    keys: variant === 'crazyhouse' ? [...(recurs ? record.keys : noKeys), keyOf(position)] : noKeys,
  };
}

/** Whether the position `before` a move can recur `after` it (E-2). */
function mayRecur(before: Position, after: Position): boolean {
  if (!after.castles.castlingRights.equals(before.castles.castlingRights)) return false;
  if (after.pockets) return true;
  return (
    after.halfmoves > 0 &&
    (before.epSquare === undefined || before.toSetup().epSquare === undefined) &&
    sameChecksLeft(before, after)
  );
}

const sameChecksLeft = ({ remainingChecks: one }: Position, { remainingChecks: two }: Position) =>
  one === undefined || (two !== undefined && one.equals(two));

/**
 * The game that these moves make.
 * @throws RookeryError `bad_request` for the FEN, `illegal_move` for the first illegal move
 */
export function replay(
  initialFen: string,
  moves: readonly { readonly uci: string }[],
  variant: Variant = 'standard',
): GameRecord {
  return moves.reduce((record, { uci }) => play(record, uci), startRecord(initialFen, variant));
}

/** The game without its last `plies` moves (E-5); the start if it has fewer. */
export function takeBack({ initialFen, moves, variant }: GameRecord, plies: number): GameRecord {
  return replay(initialFen, moves.slice(0, Math.max(0, moves.length - plies)), variant);
}

/** The FEN of the current position, with an en passant square only where the capture is legal. */
export function fenOf(record: GameRecord): string {
  return fenOfPosition(record.position);
}
