import { describe, expect, test } from 'vitest';
import type { Variant } from '../contract/game/index.ts';
import { replay } from '../rules/index.ts';
import { read } from './evaluations.testing.ts';
import { coversGame, reviewOf } from './review.ts';

const START = 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1';

const gameOf = (moves: string, initialFen = START, variant: Variant = 'standard') => {
  const played = moves.split(' ').map((uci) => ({ uci }));
  return { initialFen, variant, moves: replay(initialFen, played, variant).moves };
};

/** White mates on move 4. */
const scholar = gameOf('e2e4 e7e5 f1c4 b8c6 d1h5 g8f6 h5f7');
const scholarLines = ['e2e4', 'e7e5', 'g1f3', 'g8f6', 'g1f3', 'g7g6 h5f3', 'h5f7'];
const scholarEvaluations = read('30 25 20 30 -60 #1');

describe('AN-5 AN-17 what the review says of each move', () => {
  const { plies } = reviewOf(
    scholar,
    { evaluations: scholarEvaluations, lines: scholarLines },
    (ply) => ply <= 4,
  );

  test('AN-5 judges them', () => {
    expect(plies.map(({ judgement }) => judgement)).toEqual([
      null,
      null,
      null,
      null,
      'inaccuracy',
      'blunder',
      null,
    ]);
  });

  test('AN-5 doesn’t judge the engine’s choice', () => {
    const lines = scholarLines.with(5, 'g8f6 h5f7');
    const review = reviewOf(scholar, { evaluations: scholarEvaluations, lines });
    expect(review.plies[5]).toMatchObject({ judgement: null, isBest: true });
    expect(review.black.counts.blunder).toBe(0);
  });

  test('AN-5 castling onto the rook is the engine’s choice too', () => {
    const game = gameOf('e2e4 e7e5 g1f3 b8c6 f1c4 f8c5 e1g1');
    const evaluations = read('30 25 30 25 30 25 -900');
    const lines = ['', '', '', '', '', '', 'e1h1 g8f6'];
    expect(reviewOf(game, { evaluations, lines }).plies[6]).toMatchObject({
      judgement: null,
      isBest: true,
    });
  });

  test('AN-1 the ply that mates stands in no list', () => {
    expect(plies).toHaveLength(7);
    expect(plies[6]).toEqual({ judgement: null, accuracy: null, isBest: true, isBook: false });
    expect(plies.slice(0, 6).every(({ accuracy }) => accuracy !== null)).toBe(true);
    const extra = [...scholarEvaluations, { cp: -900 }];
    expect(reviewOf(scholar, { evaluations: extra, lines: [] }).white.centipawnLoss).toBe(
      reviewOf(scholar, { evaluations: scholarEvaluations, lines: [] }).white.centipawnLoss,
    );
  });

  test('AN-17 tells book moves', () => {
    expect(plies.map(({ isBook }) => isBook)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('AN-4 AN-6 AN-16 what the review says of each side', () => {
  const { white, black, division } = reviewOf(scholar, {
    evaluations: scholarEvaluations,
    lines: scholarLines,
  });

  test('AN-6 centipawn loss: White 0, 5, 90; Black 0, 10, 1060', () => {
    expect([white.centipawnLoss, black.centipawnLoss]).toEqual([32, 357]);
  });

  test('AN-4 accuracy, in this game that of its opening', () => {
    expect(white.accuracy).toBeGreaterThan(80);
    expect(black.accuracy).toBeLessThan(40);
    expect(division).toEqual({ middlegamePly: null, endgamePly: null });
    expect(white.accuracyByPhase).toEqual({
      opening: white.accuracy,
      middlegame: null,
      endgame: null,
    });
  });

  test('AN-5 counts', () => {
    expect(white.counts).toEqual({ inaccuracy: 1, mistake: 0, blunder: 0 });
    expect(black.counts).toEqual({ inaccuracy: 0, mistake: 0, blunder: 1 });
  });

  test('AN-4 the first ply is Black’s when Black moves first', () => {
    const game = gameOf('e7e5', 'rnbqkbnr/pppppppp/8/8/4P3/8/PPPP1PPP/RNBQKBNR b KQkq - 0 1');
    const review = reviewOf(game, { evaluations: read('900'), lines: [''] });
    expect(review.white).toMatchObject({ accuracy: null, centipawnLoss: null });
    expect(review.black).toMatchObject({ centipawnLoss: 885, counts: { blunder: 1 } });
  });

  test('AN-4 there is no accuracy while a position lacks its evaluation', () => {
    const evaluations = scholarEvaluations.slice(0, 5);
    const review = reviewOf(scholar, { evaluations, lines: scholarLines });
    expect([review.white.accuracy, review.black.centipawnLoss]).toEqual([null, null]);
    expect(review.plies[4]?.accuracy).toBeGreaterThan(50);
    expect(review.plies[5]).toMatchObject({ judgement: null, accuracy: null });
  });

  test('AN-16 variants are reviewed, where it makes sense with phases', () => {
    const game = gameOf('e2e4 e7e5', undefined, 'atomic');
    const review = reviewOf(game, { evaluations: read('30 20'), lines: ['', ''] });
    expect(review.division).toBeNull();
    expect(review.white).toMatchObject({ accuracy: 100, accuracyByPhase: null });
  });
});

describe('AN-11 a review covers its game', () => {
  const lines = scholarLines;

  test('AN-11 with an evaluation for each ply but that which won, and a line for each', () => {
    expect(coversGame(scholar, { evaluations: scholarEvaluations, lines })).toBe(true);
  });

  test.each([
    ['an evaluation too many', [...scholarEvaluations, { cp: 0 }], lines],
    ['an evaluation too few', scholarEvaluations.slice(1), lines],
    ['an evaluation missing', [...scholarEvaluations.slice(1), null], lines],
    ['a line too few', scholarEvaluations, lines.slice(1)],
  ])('AN-11 and not with %s', (_, evaluations, given) => {
    expect(coversGame(scholar, { evaluations, lines: given })).toBe(false);
  });

  test('AN-1 a drawn end has its evaluation, 0', () => {
    const stalemate = gameOf('f5f7', '7k/8/6K1/5Q2/8/8/8/8 w - - 0 1');
    expect(coversGame(stalemate, { evaluations: [{ cp: 0 }], lines: ['f5c8'] })).toBe(true);
    expect(coversGame(stalemate, { evaluations: [], lines: ['f5c8'] })).toBe(false);
  });

  test('AN-1 a variant’s own win has none', () => {
    const hill = gameOf('e3e4', '7k/8/8/8/8/4K3/8/8 w - - 0 1', 'kingOfTheHill');
    expect(coversGame(hill, { evaluations: [], lines: ['e3e4'] })).toBe(true);
  });
});
