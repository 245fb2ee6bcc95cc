import type { Color } from '../../contract/game/index.ts';

export const roles = ['king', 'queen', 'rook', 'bishop', 'knight', 'pawn'] as const;
export type Role = (typeof roles)[number];

/** A piece on a board. */
export interface PlacedPiece {
  readonly color: Color;
  readonly role: Role;
  /** `e4`. */
  readonly square: string;
}

const roleOf: Readonly<Record<string, Role>> = {
  k: 'king',
  q: 'queen',
  r: 'rook',
  b: 'bishop',
  n: 'knight',
  p: 'pawn',
};

/** The pieces of a FEN, from a8 to h1. Ignores errors and needs no chess library: for drawing, not for rules. */
export function placement(fen: string): PlacedPiece[] {
  const pieces: PlacedPiece[] = [];
  // In Crazyhouse the pockets follow the board: `…/RNBQKBNR[Pn] w …`.
  const ranks = (fen.split(/[ [[]/)[0] ?? '').split('/');
  ranks.forEach((rank, row) => {
    let column = 0;
    for (const letter of rank) {
      const role = roleOf[letter.toLowerCase()];
      if (!role) {
        column += Number(letter) || 0;
        continue;
      }
      const color = letter === letter.toLowerCase() ? 'black' : 'white';
      pieces.push({ color, role, square: `${'abcdefgh'[column] ?? '?'}${8 - row}` });
      column++;
    }
  });
  return pieces;
}

/** A square's place in eighths of the board, from the top left corner as `orientation` sees it. */
export function cellOf(square: string, orientation: Color): { x: number; y: number } {
  const file = square.charCodeAt(0) - 97;
  const rank = Number(square[1]) - 1;
  return orientation === 'white' ? { x: file, y: 7 - rank } : { x: 7 - file, y: rank };
}
