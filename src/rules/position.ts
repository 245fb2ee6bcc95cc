import { Chess, IllegalSetup, type Position } from 'chessops/chess';
import { InvalidFen, makeFen, parseFen } from 'chessops/fen';
import { RookeryError } from '../contract/errors.ts';

/** What is wrong with a FEN and what would be right, by chessops' code for it. */
const faults: Readonly<Record<string, string>> = {
  [InvalidFen.Board]:
    'the board must be eight ranks of eight squares, from rank 8 down, separated by "/"',
  [InvalidFen.Turn]: 'the side to move must be "w" or "b"',
  [InvalidFen.Castling]: 'the castling rights must be letters of "KQkq", or "-"',
  [InvalidFen.EpSquare]: 'the en passant square must be a square like "e3", or "-"',
  [InvalidFen.Halfmoves]: 'the halfmove clock must be a number from 0 to 9999',
  [InvalidFen.Fullmoves]: 'the move number must be a number from 1 to 9999',
  [InvalidFen.Fen]: 'a FEN has six fields, such as "8/8/8/4k3/8/8/4P3/4K3 w - - 0 1"',
  [IllegalSetup.Empty]: 'the board is empty; each side needs a king',
  [IllegalSetup.Kings]: 'each side must have exactly one king',
  [IllegalSetup.OppositeCheck]: 'the side that is not to move must not be in check',
  [IllegalSetup.PawnsOnBackrank]: 'no pawn may stand on the first or the last rank',
};

const unusable = (fault: string): RookeryError =>
  new RookeryError('bad_request', {
    field: 'fen',
    detail: faults[fault] ?? 'must be the FEN of a position of standard chess',
  });

/**
 * The position that a FEN describes. Castling rights without their rook and an en passant square without its pawn are
 * dropped in silence, as every other program does.
 * @throws RookeryError `bad_request` (field `fen`) when it can't be read or can't arise in chess.
 */
export function positionOf(fen: string): Position {
  const setup = parseFen(fen.trim()).unwrap(
    (read) => read,
    (error) => {
      throw unusable(error.message);
    },
  );
  // Crazyhouse pockets and Three-check counters belong to other games.
  if (setup.pockets || setup.remainingChecks) throw unusable('variant');
  // chessops looks for the pawn but not whether the square behind it is free.
  if (setup.epSquare !== undefined && setup.board.has(setup.epSquare)) setup.epSquare = undefined;
  return Chess.fromSetup(setup).unwrap(
    (position) => position,
    (error) => {
      throw unusable(error.message);
    },
  );
}

/** The FEN of a position, with an en passant square only where the capture is really legal (E-2). */
export function fenOfPosition(position: Position): string {
  return makeFen(position.toSetup());
}
