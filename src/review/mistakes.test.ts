import { describe, expect, test } from 'vitest';
import type { EvaluatedMove } from './evaluated-moves.ts';
import { seenBy } from './evaluation.ts';
import { read } from './evaluations.testing.ts';
import { type Attempt, mistakePlies, type PlyQuestions, verdictOf } from './mistakes.ts';
import { vectors } from './vectors.testing.ts';

const nothing: PlyQuestions = { isBest: () => false, isInTable: () => false };

const tasks = (text: string, side: 'white' | 'black', questions = nothing) =>
  mistakePlies(read(text), 'white', side, questions);

describe('AN-8 the tasks of a side', () => {
  test.each(vectors.filter(({ marks }) => marks))(
    'AN-8 are the ? and ?? of vector $name',
    (one) => {
      const marked = [...(one.marks ?? '').matchAll(/(\d+)\?+(?= |$)/g)].map((found) =>
        Number(found[1]),
      );
      const of = (side: 'white' | 'black') => tasks(one.evaluations, side);
      expect(of('white')).toEqual(marked.filter((ply) => ply % 2 === 1));
      expect(of('black')).toEqual(marked.filter((ply) => ply % 2 === 0));
    },
  );

  test('AN-8 include a mate in 3 or less let go, even if it was but an inaccuracy', () => {
    expect(tasks('15 #3 2000', 'white')).toEqual([3]);
    expect(tasks('15 #4 2000', 'white')).toEqual([]);
    expect(tasks('15 #3 #9', 'white')).toEqual([]);
    expect(tasks('#-3 -2000', 'black')).toEqual([2]);
    // The opponent's mate is not one's own to let go.
    expect(tasks('15 #-3 -2000', 'white')).toEqual([]);
  });

  test('AN-8 a mate in 4 let go is one if it was a blunder', () => {
    expect(tasks('15 #4 0', 'white')).toEqual([3]);
  });

  test('AN-8 are not what the opening table knows, nor what the engine chose', () => {
    const game = '-500 15 -500';
    expect(tasks(game, 'white')).toEqual([1, 3]);
    expect(tasks(game, 'white', { ...nothing, isInTable: (ply) => ply === 1 })).toEqual([3]);
    expect(tasks(game, 'white', { ...nothing, isBest: (ply) => ply === 3 })).toEqual([1]);
  });

  test('AN-8 follow who moved first, and pass over missing evaluations', () => {
    expect(mistakePlies(read('500'), 'black', 'black', nothing)).toEqual([1]);
    expect(mistakePlies([{ cp: 0 }, null, { cp: -900 }], 'white', 'white', nothing)).toEqual([]);
  });
});

describe('AN-8 the verdict on a move tried', () => {
  const judge = (text: string, attempt: Partial<Attempt> = {}) => {
    const [before, after, evaluation] = read(text);
    if (!before || !after || !evaluation) throw new Error('three evaluations are needed');
    const whole = { isBest: false, isPlayed: false, wins: false, depth: 18, elapsedMs: 0 };
    const white: EvaluatedMove = { mover: 'white', before, after };
    const black: EvaluatedMove = {
      mover: 'black',
      before: seenBy('black', before),
      after: seenBy('black', after),
    };
    const verdict = verdictOf({ ...whole, evaluation, ...attempt }, white);
    const turned = { ...whole, evaluation: seenBy('black', evaluation), ...attempt };
    expect(verdictOf(turned, black)).toBe(verdict);
    return verdict;
  };

  // W(100) = 59.10; W(56) = 55.14; W(55) = 55.04.
  test.each([
    ['before 100, played −300, tried 100: right', '100 -300 100', 'right'],
    ['before 100, played −300, tried 56, within 4 of W: right', '100 -300 56', 'right'],
    ['before 100, played −300, tried 55, not within 4: wrong', '100 -300 55', 'wrong'],
    ['before 100, played −300, tried #5: right', '100 -300 #5', 'right'],
    ['before 100, played −300, tried −400: wrong', '100 -300 -400', 'wrong'],
    ['before #3, played 1000, tried 1000: right, as W counts', '#3 1000 1000', 'right'],
    [
      'before #3, played 1000, tried 990, worse than the move played: wrong',
      '#3 1000 990',
      'wrong',
    ],
    [
      'before −1000, played #−5, tried #−4, worse than the move played: wrong',
      '-1000 #-5 #-4',
      'wrong',
    ],
    ['before −1000, played #−5, tried #−9: right, as W counts', '-1000 #-5 #-9', 'right'],
  ])('AN-8 %s', (_, text, verdict) => {
    expect(judge(text)).toBe(verdict);
  });

  test('AN-8 the engine’s choice and a win are the best, at any depth', () => {
    expect(judge('100 -300 -300', { isBest: true, evaluation: null, depth: 0 })).toBe('best');
    expect(judge('100 -300 -300', { wins: true, evaluation: null, depth: 0 })).toBe('best');
  });

  test('AN-8 the move played is wrong, at any depth and evaluation', () => {
    expect(judge('100 -300 100', { isPlayed: true, evaluation: null, depth: 0 })).toBe('wrong');
    expect(judge('#3 1000 1000', { isPlayed: true })).toBe('wrong');
  });

  test('AN-8 the rest is known from depth 18, or 14 after 6 s', () => {
    expect(judge('100 -300 100', { depth: 17 })).toBe('unknown');
    expect(judge('100 -300 100', { depth: 17, elapsedMs: 5999 })).toBe('unknown');
    expect(judge('100 -300 100', { depth: 14, elapsedMs: 6000 })).toBe('right');
    expect(judge('100 -300 100', { depth: 13, elapsedMs: 60_000 })).toBe('unknown');
    expect(judge('100 -300 100', { evaluation: null })).toBe('unknown');
    expect(judge('100 -300 0', { depth: Number.POSITIVE_INFINITY })).toBe('wrong');
  });
});
