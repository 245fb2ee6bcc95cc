import { randomInt } from 'node:crypto';

/** What can happen to a chunk of data, and to its connection. */
export type Fate =
  /** It arrives. */
  | 'passes'
  /** It is lost, and the connection reset. */
  | 'lost'
  /** It arrives, and the connection is reset after it. */
  | 'last'
  /** It arrives, and the connection is closed politely after it. */
  | 'parting'
  /** From it on nothing arrives for a while, then the connection is reset. */
  | 'stalls';

/** Random numbers from 0 to 1, repeatable by the seed (xorshift). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A test's seed: FUZZ_SEED if set, to repeat a failure. Tests print it. */
export const testSeed = (): number => Number(process.env.FUZZ_SEED ?? randomInt(1, 2 ** 31));

const fates: readonly Fate[] = ['lost', 'last', 'last', 'parting', 'stalls'];

/**
 * Random fates: one chunk in `every` on average breaks its connection, before it, with it, or after it.
 * @param isOver called for each chunk; once true every chunk arrives
 */
export function troubles(random: () => number, every: number, isOver: () => boolean): () => Fate {
  return () => {
    if (isOver() || random() * every > 1) return 'passes';
    return fates[Math.floor(random() * fates.length)] ?? 'lost';
  };
}
