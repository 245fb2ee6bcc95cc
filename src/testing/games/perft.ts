import type { Position } from 'chessops/chess';
import type { Move } from 'chessops/types';
import { legalDropMoves } from '../../rules/drops.ts';
import { countLegalMoves, legalMoves } from '../../rules/legality.ts';
import type { GameRecord } from '../../rules/record.ts';

/**
 * Counts the sequences of `depth` legal moves: the usual proof of a move generator. The last ply is counted without being
 * played.
 */
export function perft(from: GameRecord | Position, depth: number): number {
  const position = 'position' in from ? from.position : from;
  if (depth < 1) return 1;
  const context = position.ctx();
  if (depth === 1) return countLegalMoves(position, context);
  let nodes = 0;
  const visit = (move: Move): void => {
    const next = position.clone();
    next.play(move);
    nodes += perft(next, depth - 1);
  };
  for (const move of legalMoves(position, context)) visit(move);
  for (const move of legalDropMoves(position, context)) visit(move);
  return nodes;
}
