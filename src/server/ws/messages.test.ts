import { expect, test } from 'vitest';
import { boardOf } from './messages.ts';

/** A board in letters again, from row 8 down. */
const letters = (fen: string) =>
  boardOf(fen)
    .reverse()
    .map((row) =>
      row
        .map((piece) => {
          const letter = piece?.type === 'KNIGHT' ? 'n' : (piece?.type[0] ?? '.').toLowerCase();
          return piece?.pieceColor === 'WHITE' ? letter.toUpperCase() : letter;
        })
        .join(''),
    )
    .join('/');

test.each([
  [
    'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1',
    'rnbqkbnr/pppppppp/......../......../......../......../PPPPPPPP/RNBQKBNR',
  ],
  [
    '2r5/1P6/3k4/8/4p3/8/7K/8 w - - 0 1',
    '..r...../.P....../...k..../......../....p.../......../.......K/........',
  ],
  // Crazyhouse: the pocket is not on the board, and a promoted piece has no mark.
  [
    'r1Q~5/8/8/8/8/8/8/K6k[Qnp] w - - 0 1',
    'r.Q...../......../......../......../......../......../......../K......k',
  ],
])('W-1 the board of %s', (fen, board) => {
  expect(letters(fen)).toBe(board);
});
