import type { Position } from 'chessops/chess';
import { INITIAL_FEN } from 'chessops/fen';
import { makeSanAndPlay } from 'chessops/san';
import type { PlayedMove } from '../contract/game.ts';
import { uciOf } from './castling.ts';
import { legalMove } from './legality.ts';
import { playedMove } from './playedMove.ts';
import { fenOfPosition, positionOf } from './position.ts';

/** A game of chess as far as it was played. Nothing in it is ever changed; a move makes a new one. */
export interface GameRecord {
  /** Where it started, in chessops' spelling. */
  readonly initialFen: string;
  /** Where it stands. Clone it before playing on it. */
  readonly position: Position;
  /** The plies played, oldest first. */
  readonly moves: readonly PlayedMove[];
  /**
   * How many of the last moves could be taken back and still leave a position that may recur: 0 after a capture, a pawn
   * move, or the loss of a castling right or of a possible en passant capture. All that repetition needs besides
   * {@link moves}.
   */
  readonly reversiblePlies: number;
}

/**
 * A game about to begin.
 * @param initialFen where; the usual position if absent. A game can start where {@link automaticEnding} already ends it.
 * @throws RookeryError `bad_request` (field `fen`) when it can't be read or can't arise in chess.
 */
export function startRecord(initialFen: string = INITIAL_FEN): GameRecord {
  const position = positionOf(initialFen);
  return { initialFen: fenOfPosition(position), position, moves: [], reversiblePlies: 0 };
}

/**
 * The game after one more move; `record` stays as it was. Whether the game is over already is not looked at.
 * @param uci castling as the king's move (`e1g1`) or onto the rook (`e1h1`); stored as `e1g1`.
 * @throws RookeryError `illegal_move` (field `uci`) saying what was wrong and what would be right.
 */
export function play(record: GameRecord, uci: string): GameRecord {
  const before = record.position;
  const move = legalMove(before, uci);
  const position = before.clone();
  const san = makeSanAndPlay(position, move);
  return {
    initialFen: record.initialFen,
    position,
    // A plain copy: 8 bytes a ply, tens of nanoseconds for a usual game, next to microseconds for legality and SAN.
    moves: [...record.moves, playedMove(uciOf(before, move), san)],
    reversiblePlies: mayRecur(before, position) ? record.reversiblePlies + 1 : 0,
  };
}

/** Whether the position `before` a move can arise again `after` it (E-2). */
function mayRecur(before: Position, after: Position): boolean {
  return (
    after.halfmoves > 0 &&
    after.castles.castlingRights.equals(before.castles.castlingRights) &&
    (before.epSquare === undefined || before.toSetup().epSquare === undefined)
  );
}

/**
 * The game that these moves make.
 * @throws RookeryError `bad_request` for the FEN, `illegal_move` for the first move that isn't legal.
 */
export function replay(initialFen: string, moves: readonly { readonly uci: string }[]): GameRecord {
  return moves.reduce((record, { uci }) => play(record, uci), startRecord(initialFen));
}

/** The FEN of the present position, with an en passant square only where the capture is really legal. */
export function fenOf(record: GameRecord): string {
  return fenOfPosition(record.position);
}
