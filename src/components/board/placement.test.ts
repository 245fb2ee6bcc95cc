import { describe, expect, it } from 'vitest';
import { placement } from './placement.ts';

describe('placement', () => {
  it('finds the pieces of a FEN', () => {
    expect(placement('4k3/8/8/8/8/8/P7/4K3 w - - 0 1')).toEqual([
      { color: 'black', role: 'king', square: 'e8' },
      { color: 'white', role: 'pawn', square: 'a2' },
      { color: 'white', role: 'king', square: 'e1' },
    ]);
  });

  it('leaves pockets out, and the mark of a promoted piece', () => {
    const pieces = placement('4k2Q~/8/8/8/8/8/8/4K2R[PPn] b - - 0 1');
    expect(pieces.map(({ square }) => square)).toEqual(['e8', 'h8', 'e1', 'h1']);
  });
});
