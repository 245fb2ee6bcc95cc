import { describe, expect, test } from 'vitest';
import { spokenMove } from './spoken-move.ts';

describe('a move as it is announced', () => {
  test.each([
    ['Nf3', 'White played knight f3'],
    ['e4', 'White played e4'],
    ['exd5', 'White played e takes d5'],
    ['Nbxd7+', 'White played knight b takes d7, check'],
    ['e8=Q#', 'White played e8 promotes to queen, checkmate'],
    ['O-O', 'White castled kingside'],
    ['O-O-O+', 'White castled queenside, check'],
  ])('%s', (san, text) => {
    expect(spokenMove('white', san)).toBe(text);
  });
});
