import { describe, expect, it } from 'vitest';
import { Batcher } from './batcher.ts';

/** Doubles numbers and records the batches; fails for 13. */
function doubler(keyOf?: (question: number) => unknown) {
  const batches: number[][] = [];
  const batcher = new Batcher<number, number>({
    async run(questions) {
      batches.push([...questions]);
      if (questions.includes(13)) throw new Error('13 fails');
      return questions.map((question) => question * 2);
    },
    ...(keyOf && { keysOf: (question: number) => [keyOf(question)] }),
  });
  return { batches, ask: (question: number) => batcher.ask(question) };
}

describe('batches', () => {
  it('answers simultaneous requests in one batch', async () => {
    const { batches, ask } = doubler();
    expect(await Promise.all([1, 2, 3].map(ask))).toEqual([2, 4, 6]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('puts requests made meanwhile into the next batch', async () => {
    const { batches, ask } = doubler();
    const later = ask(1).then(() => ask(4));
    expect(await Promise.all([ask(2), later])).toEqual([4, 8]);
    expect(batches).toEqual([[1, 2], [4]]);
  });

  it('keeps requests with the same key in separate batches, in order', async () => {
    const { batches, ask } = doubler((question) => question % 10);
    await Promise.all([1, 11, 2, 21].map(ask));
    expect(batches).toEqual([[1, 2], [11], [21]]);
  });

  it('fails only the request that can’t be answered', async () => {
    const { ask } = doubler();
    const answers = await Promise.allSettled([1, 13, 2].map(ask));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await ask(5)).toBe(10);
  });

  it('never puts more than 500 into a batch', async () => {
    const { batches, ask } = doubler();
    await Promise.all(Array.from({ length: 1200 }, (_, index) => ask(index + 100)));
    expect(batches.map(({ length }) => length)).toEqual([500, 500, 200]);
  });
});
