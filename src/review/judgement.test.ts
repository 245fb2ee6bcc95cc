import { describe, expect, test } from 'vitest';
import { evaluatedMoves } from './evaluated-moves.ts';
import { seenBy } from './evaluation.ts';
import { read } from './evaluations.testing.ts';
import { isBookMove, type Judgement, judgementOf } from './judgement.ts';
import { vectors } from './vectors.testing.ts';

const marks: Readonly<Record<Judgement, string>> = {
  inaccuracy: '?!',
  mistake: '?',
  blunder: '??',
};
const markOf = (judgement: Judgement | null) => (judgement ? marks[judgement] : 'none');

const judgeWhite = (from: string, to: string) => {
  const [before, after] = read(`${from} ${to}`);
  if (!before || !after) throw new Error('two evaluations are needed');
  const white = judgementOf({ mover: 'white', before, after });
  const turned = { before: seenBy('black', before), after: seenBy('black', after) };
  expect(judgementOf({ mover: 'black', ...turned })).toBe(white);
  return markOf(white);
};

describe('AN-5 the judgement of a move, the same for Black', () => {
  test.each(
    [
      '2000→550 ?',
      '1500→700 ?!',
      '1000→420 ??',
      '3000→600 ?!',
      '0→−109 ?!',
      '0→−111 ?',
      '−999→#−5 ?',
      '−1000→#−5 ?!',
      '#3→700 ??',
      '#3→701 ?',
      '#3→1000 ?!',
      '#3→#9 none',
      '#−3→−50 none',
      // Beyond the rule's own list:
      '−700→#−5 ??',
      '−701→#−5 ?',
      '#3→999 ?',
      '#3→#−3 ??',
      '#−3→#−1 none',
      '#−3→#2 none',
      '500→#4 none',
      '0→50 none',
      '0→−20 none',
    ].map((line) => line.split(/→| /) as [string, string, string]),
  )('AN-5 %s → %s: %s', (from, to, mark) => {
    expect(judgeWhite(from, to)).toBe(mark);
  });

  test.each(vectors.filter((one) => one.marks))('AN-7 $name: $marks', (vector) => {
    const found = evaluatedMoves(read(vector.evaluations), vector.first).flatMap((move, index) => {
      const judgement = move && judgementOf(move);
      return judgement ? [`${index + 1}${marks[judgement]}`] : [];
    });
    expect(found.join(' ')).toBe(vector.marks);
  });
});

test('AN-17 a move of the table is book if it is no mistake', () => {
  expect(isBookMove(true, null)).toBe(true);
  expect(isBookMove(true, 'inaccuracy')).toBe(true);
  expect(isBookMove(true, 'mistake')).toBe(false);
  expect(isBookMove(true, 'blunder')).toBe(false);
  expect(isBookMove(false, null)).toBe(false);
});
