import { expect, test } from 'vitest';
import { moveNumber, numberingOf } from '../index.ts';
import { initialFenOf } from '../variants.ts';

test('the standard position starts at move 1, White first', () => {
  const usual = numberingOf(initialFenOf('standard'));
  expect(usual).toEqual({ first: 1, offset: 0 });
  expect([0, 1, 2, 3].map((ply) => moveNumber(usual, ply))).toEqual([1, 1, 2, 2]);
});

test('G-1 a FEN gives the next move’s number and side', () => {
  const black = numberingOf('8/5k2/8/8/8/8/4P3/4K3 b - - 0 37');
  expect(black).toEqual({ first: 37, offset: 1 });
  expect([0, 1, 2].map((ply) => moveNumber(black, ply))).toEqual([37, 38, 38]);
  expect(numberingOf(initialFenOf('threeCheck'))).toEqual({ first: 1, offset: 0 });
});
