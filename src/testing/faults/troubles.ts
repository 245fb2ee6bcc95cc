import { randomInt } from 'node:crypto';

/** What may happen to a piece of data on its way, and to its connection. */
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

/** Numbers from 0 to 1 that are the same for the same seed (xorshift). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A test's seed: FUZZ_SEED if set, to see a failure again. To be printed. */
export const testSeed = (): number => Number(process.env.FUZZ_SEED ?? randomInt(1, 2 ** 31));

const fates: readonly Fate[] = ['lost', 'last', 'last', 'parting', 'stalls'];

/**
 * Fates at random: one piece in `every` on average breaks its connection, before it, with it, or after it.
 * @param isOver asked each time; once true everything arrives
 */
export function troubles(random: () => number, every: number, isOver: () => boolean): () => Fate {
  return () => {
    if (isOver() || random() * every > 1) return 'passes';
    return fates[Math.floor(random() * fates.length)] ?? 'lost';
  };
}
