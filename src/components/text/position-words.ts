import { placement, roles } from '../board/placement.ts';
import { colorName } from './colors.ts';

/** A position for somebody who can't see the board: `White: king e1, rooks a1 and h1. Black: king e8.` */
export function positionText(fen: string): string {
  const pieces = placement(fen);
  const side = (color: 'white' | 'black') =>
    roles
      .map((role) => {
        const squares = pieces
          .filter((piece) => piece.color === color && piece.role === role)
          .map((piece) => piece.square)
          .sort();
        if (squares.length === 0) return '';
        return `${role}${squares.length > 1 ? 's' : ''} ${squares.join(' ')}`;
      })
      .filter(Boolean)
      .join(', ');
  return `${colorName.white}: ${side('white')}. ${colorName.black}: ${side('black')}.`;
}
