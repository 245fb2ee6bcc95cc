import { IllegalSetup, type Position } from 'chessops/chess';
import { InvalidFen, parseFen } from 'chessops/fen';
import type { Setup } from 'chessops/setup';
import { setupPosition } from 'chessops/variant';
import { RookeryError } from '../contract/errors/index.ts';
import { type Problem, problem } from '../contract/errors/problems.ts';
import type { Variant } from '../contract/game/index.ts';
import { writeEpd, writeFen } from './notation/fen.ts';
import { rulesOf, variantNames } from './variants.ts';

/** The problem of a FEN, by chessops' code for it. */
const faults: Readonly<Record<string, Problem>> = {
  [InvalidFen.Board]: problem('fen.board'),
  [InvalidFen.Turn]: problem('fen.turn'),
  [InvalidFen.Castling]: problem('fen.castling'),
  [InvalidFen.EpSquare]: problem('fen.enPassant'),
  [InvalidFen.Halfmoves]: problem('fen.halfmoves'),
  [InvalidFen.Fullmoves]: problem('fen.fullmoves'),
  [InvalidFen.Fen]: problem('fen.fields'),
  [IllegalSetup.Empty]: problem('fen.empty'),
  [IllegalSetup.Kings]: problem('fen.kings'),
  [IllegalSetup.OppositeCheck]: problem('fen.oppositeCheck'),
  [IllegalSetup.PawnsOnBackrank]: problem('fen.pawnsOnBackrank'),
};

/** The meaning of chessops' code in a variant where it differs. */
const variantFaults: Readonly<Partial<Record<Variant, Readonly<Record<string, Problem>>>>> = {
  chess960: {
    [InvalidFen.Castling]: problem('fen.castling960'),
  },
  crazyhouse: {
    [InvalidFen.Pockets]: problem('fen.pockets'),
    [IllegalSetup.Kings]: problem('fen.crazyhouseKings'),
    [IllegalSetup.Variant]: problem('fen.crazyhousePieces'),
  },
  threeCheck: {
    [InvalidFen.RemainingChecks]: problem('fen.remainingChecks'),
  },
  antichess: { [IllegalSetup.Empty]: problem('fen.antichessEmpty') },
  atomic: {
    [IllegalSetup.Kings]: problem('fen.atomicKings'),
  },
  horde: {
    [IllegalSetup.Empty]: problem('fen.hordeEmpty'),
    [IllegalSetup.Kings]: problem('fen.hordeKings'),
    [IllegalSetup.PawnsOnBackrank]: problem('fen.hordePawns'),
  },
  racingKings: {
    [IllegalSetup.Variant]: problem('fen.racingKings'),
  },
};

const unusable = (fault: string, variant: Variant): RookeryError =>
  new RookeryError('bad_request', {
    field: 'fen',
    problem:
      variantFaults[variant]?.[fault] ??
      faults[fault] ??
      problem('fen.variant', { variant: variantNames[variant] }),
  });

/**
 * Parses a FEN; the position need not be possible.
 * @throws RookeryError `bad_request` (field `fen`) when it can't be parsed
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
 * The position of a FEN. Castling rights without their rook and an en passant square without its pawn are dropped without
 * an error, as in other programs; missing pockets are empty and missing check counters are three each.
 * @throws RookeryError `bad_request` (field `fen`) when it can't be parsed or is impossible in the variant
 */
export function positionOf(fen: string, variant: Variant = 'standard'): Position {
  const setup = setupOf(fen, variant);
  // Crazyhouse pockets and Three-check counters belong to these variants only.
  if (
    (setup.pockets && variant !== 'crazyhouse') ||
    (setup.remainingChecks && variant !== 'threeCheck')
  ) {
    throw unusable('', variant);
  }
  // chessops checks the pawn but not whether the square behind it is empty.
  if (setup.epSquare !== undefined && setup.board.has(setup.epSquare)) setup.epSquare = undefined;
  return setupPosition(rulesOf(variant), setup).unwrap(
    (position) => position,
    (error) => {
      throw unusable(error.message, variant);
    },
  );
}

/** The FEN of a position, with an en passant square only where the capture is legal (E-2). */
export function fenOfPosition(position: Position): string {
  return writeFen(position);
}

/** The parts of a FEN that repetition compares (E-2): all but the two counters. */
export function keyOf(position: Position): string {
  return writeEpd(position);
}
