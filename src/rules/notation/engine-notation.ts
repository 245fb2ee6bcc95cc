import { makeUci } from 'chessops/util';
import type { Variant } from '../../contract/game/index.ts';
import { uciOf } from '../castling.ts';
import { legalDropMoves } from '../drops.ts';
import { legalMove, legalMoves } from '../legality.ts';
import { positionOf } from '../position.ts';

/** How an engine writes castling: as the king onto its rook (UCI_Chess960), or as the king's two squares. */
export type EngineCastling = 'ontoRook' | 'twoSquares';

/** A game in the form that chess engines read. */
export interface EngineGame {
  readonly initialFen: string;
  readonly moves: readonly string[];
  /** The legal moves, drops (`P@e4`) included. */
  readonly legal: readonly string[];
}

/**
 * Converts a game for an engine.
 * @param moves as they were played, castling in either form
 * @throws RookeryError for an invalid FEN or an illegal move: neither happens for a game that was checked
 */
export function engineGame(
  initialFen: string,
  moves: readonly { readonly uci: string }[],
  variant: Variant = 'standard',
  castling: EngineCastling = 'ontoRook',
): EngineGame {
  const position = positionOf(initialFen, variant);
  const written: typeof uciOf =
    castling === 'ontoRook' ? (_position, move) => makeUci(move) : uciOf;
  const played = moves.map(({ uci }) => {
    const move = legalMove(position, uci, variant);
    const text = written(position, move, variant);
    position.play(move);
    return text;
  });
  const context = position.ctx();
  const legal = [...legalMoves(position, context), ...legalDropMoves(position, context)];
  return {
    initialFen,
    moves: played,
    legal: legal.map((move) => written(position, move, variant)),
  };
}
