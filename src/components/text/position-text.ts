import type { Color } from '../../contract/game/index.ts';
import { chessText } from '../../generated/texts/chess.ts';
import { placement, roles } from '../board/placement.ts';

/** A position for somebody who can't see the board: `White: king e1, rooks a1 h1. Black: king e8.` */
export function positionText(fen: string): string {
  const placed = placement(fen);
  const side = (color: Color) => {
    const pieces = roles.flatMap((role) => {
      const squares = placed
        .filter((piece) => piece.color === color && piece.role === role)
        .map((piece) => piece.square)
        .sort();
      if (squares.length === 0) return [];
      const name = chessText(squares.length === 1 ? `piece.${role}` : `pieces.${role}`);
      return [`${name} ${squares.join(' ')}`];
    });
    return chessText('position', { color, pieces: pieces.join(', ') });
  };
  return `${side('white')} ${side('black')}`;
}
