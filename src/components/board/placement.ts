import type { Color } from '../../contract/game/index.ts';

export const roles = ['king', 'queen', 'rook', 'bishop', 'knight', 'pawn'] as const;
export type Role = (typeof roles)[number];

/** A piece on a board as one looks at it. */
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

/** The pieces of a FEN, from a8 to h1. Small and forgiving: for drawing, not for rules, so it needs no chess library. */
export function placement(fen: string): PlacedPiece[] {
  const pieces: PlacedPiece[] = [];
  // Crazyhouse has its pockets behind the board: `…/RNBQKBNR[Pn] w …`.
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

/** Where a square lies, in eighths of the board from its top left corner as `orientation` sees it. */
export function cellOf(square: string, orientation: Color): { x: number; y: number } {
  const file = square.charCodeAt(0) - 97;
  const rank = Number(square[1]) - 1;
  return orientation === 'white' ? { x: file, y: 7 - rank } : { x: 7 - file, y: rank };
}
