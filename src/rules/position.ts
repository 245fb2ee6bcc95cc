import { IllegalSetup, type Position } from 'chessops/chess';
import { InvalidFen, makeFen, parseFen } from 'chessops/fen';
import type { Setup } from 'chessops/setup';
import { setupPosition } from 'chessops/variant';
import { RookeryError } from '../contract/errors/index.ts';
import type { Variant } from '../contract/game/index.ts';
import { rulesOf, variantNames } from './variants.ts';

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

/** What chessops' code means in a variant, where that is something else. */
const variantFaults: Readonly<Partial<Record<Variant, Readonly<Record<string, string>>>>> = {
  chess960: {
    [InvalidFen.Castling]:
      'the castling rights must be letters of "KQkq", or the files of the rooks like "HAha", or "-"',
  },
  crazyhouse: {
    [InvalidFen.Pockets]: 'the pockets must be pieces in brackets after the board, like "[Qnp]"',
    [IllegalSetup.Kings]: 'each side must have exactly one king, and no pocket may hold one',
    [IllegalSetup.Variant]: 'board and pockets together hold 64 pieces at most',
  },
  threeCheck: {
    [InvalidFen.RemainingChecks]:
      'the checks still to be given must be two numbers from 0 to 3 like "3+3", White’s first',
  },
  antichess: { [IllegalSetup.Empty]: 'the board is empty; put pieces of either side on it' },
  atomic: {
    [IllegalSetup.Kings]:
      'neither side may have more than one king, and the side that is not to move must have one',
  },
  horde: {
    [IllegalSetup.Empty]: 'the board is empty; one side needs a king, the other its horde',
    [IllegalSetup.Kings]: 'there must be exactly one king: the horde has none',
    [IllegalSetup.PawnsOnBackrank]:
      'no pawn may stand on its last rank, and only the horde’s on its first',
  },
  racingKings: {
    [IllegalSetup.Variant]: 'there are no pawns in Racing Kings, and nobody may be in check',
  },
};

const unusable = (fault: string, variant: Variant): RookeryError =>
  new RookeryError('bad_request', {
    field: 'fen',
    detail:
      variantFaults[variant]?.[fault] ??
      faults[fault] ??
      `must be the FEN of a position of ${variantNames[variant]}`,
  });

/**
 * What a FEN says, whether or not such a position can arise.
 * @throws RookeryError `bad_request` (field `fen`) when it can't be read.
 */
export function setupOf(fen: string, variant: Variant = 'standard'): Setup {
  return parseFen(fen.trim()).unwrap(
    (read) => read,
    (error) => {
      throw unusable(error.message, variant);
    },
  );
}

/**
 * The position that a FEN describes. Castling rights without their rook and an en passant square without its pawn are
 * dropped in silence, as every other program does; pockets and checks left that aren't there are empty and three each.
 * @throws RookeryError `bad_request` (field `fen`) when it can't be read or can't arise in the variant.
 */
export function positionOf(fen: string, variant: Variant = 'standard'): Position {
  const setup = setupOf(fen, variant);
  // Crazyhouse pockets and Three-check counters belong to these games only.
  if (
    (setup.pockets && variant !== 'crazyhouse') ||
    (setup.remainingChecks && variant !== 'threeCheck')
  ) {
    throw unusable('', variant);
  }
  // chessops looks for the pawn but not whether the square behind it is free.
  if (setup.epSquare !== undefined && setup.board.has(setup.epSquare)) setup.epSquare = undefined;
  return setupPosition(rulesOf(variant), setup).unwrap(
    (position) => position,
    (error) => {
      throw unusable(error.message, variant);
    },
  );
}

/** The FEN of a position, with an en passant square only where the capture is really legal (E-2). */
export function fenOfPosition(position: Position): string {
  return makeFen(position.toSetup());
}

/** What has to be the same for two positions of one game to be the same (E-2): a FEN without its two counters. */
export function keyOf(position: Position): string {
  return makeFen(position.toSetup(), { epd: true });
}
