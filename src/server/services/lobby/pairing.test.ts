import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seekReach } from '../../../contract/lobby/seek-reach.ts';
import { pairsOf, type Seeker } from './pairing.ts';

const blitz: Seeker['pool'] = {
  variant: 'standard',
  timeControl: { type: 'clock', limitMs: 180_000, incrementMs: 2000 },
  rated: true,
};
const casual: Seeker['pool'] = { ...blitz, rated: false };

const seeker = (username: string, rating: number, more: Partial<Seeker> = {}): Seeker => ({
  username,
  pool: blitz,
  rating,
  range: null,
  sinceMs: 0,
  ...more,
});

/** Who plays whom after so long, by name. */
const names = (seeks: readonly Seeker[], nowMs = 0) =>
  pairsOf(seeks, nowMs).map((pair) =>
    pair
      .map(({ username }) => username)
      .sort()
      .join('-'),
  );

describe('G-1 quick pairing', () => {
  test('the nearest in rating play each other', () => {
    const seeks = [seeker('a', 1500), seeker('b', 1590), seeker('c', 1520), seeker('d', 1600)];
    expect(names(seeks).sort()).toEqual(['a-c', 'b-d']);
  });

  test('the reach grows with waiting, so that any two meet in the end', () => {
    const far = [seeker('a', 1000), seeker('b', 2000)];
    expect(names(far, 0)).toEqual([]);
    expect(names(far, 89_000)).toEqual([]);
    expect(names(far, 90_000)).toEqual(['a-b']);
    // A newcomer is not given to somebody far away for that one's waiting alone.
    expect(names([seeker('a', 1000), seeker('b', 2000, { sinceMs: 90_000 })], 90_000)).toEqual([]);
  });

  test('who has waited longest is served first', () => {
    const seeks = [
      seeker('newest', 1525, { sinceMs: 6000 }),
      seeker('nearest', 1540, { sinceMs: 5000 }),
      seeker('oldest', 1500),
    ];
    expect(names(seeks, 6000)).toEqual(['newest-oldest']);
  });

  test('pools do not mix, ranges hold however long one waits, nobody plays themselves', () => {
    expect(names([seeker('a', 1500), seeker('b', 1500, { pool: casual })], 1e9)).toEqual([]);
    const choosy = seeker('a', 1500, { range: { min: 1600, max: 1700 } });
    expect(names([choosy, seeker('b', 1599)], 1e9)).toEqual([]);
    expect(names([seeker('b', 1600), choosy], 0)).toEqual(['a-b']);
    expect(names([seeker('a', 1500), seeker('a', 1500)], 1e9)).toEqual([]);
  });

  test('G-4 whoever has blocked whom, the two do not meet, and get the next nearest', () => {
    const seeks = [seeker('a', 1500), seeker('b', 1510), seeker('c', 1560)];
    const blocks = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['a'])],
    ]);
    const pairs = pairsOf(seeks, 0, blocks).map((pair) => pair.map(({ username }) => username));
    expect(pairs).toEqual([['a', 'c']]);
    expect(pairsOf(seeks.slice(0, 2), 1e9, blocks)).toEqual([]);
  });

  test('whatever the seeks: each is paired once, within reach and range, and nobody who could play is left', () => {
    const anySeek = fc.record({
      username: fc.integer({ min: 0, max: 60 }).map(String),
      pool: fc.constantFrom(blitz, casual),
      rating: fc.integer({ min: 600, max: 2800 }),
      range: fc.option(fc.constantFrom({ min: 1000, max: 2000 }, { min: 1900, max: 2500 })),
      sinceMs: fc.integer({ min: 0, max: 100_000 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anySeek, { selector: (one) => one.username }), (seeks) => {
        const nowMs = 100_000;
        const reach = (one: Seeker) => seekReach(nowMs - one.sinceMs) / 2;
        const takes = ({ range }: Seeker, { rating }: Seeker) =>
          !range || (range.min <= rating && rating <= range.max);
        const suits = (a: Seeker, b: Seeker) =>
          a.pool === b.pool &&
          Math.abs(a.rating - b.rating) <= reach(a) + reach(b) &&
          takes(a, b) &&
          takes(b, a);
        const pairs = pairsOf(seeks, nowMs);
        const paired = pairs.flat();
        expect(new Set(paired).size).toBe(paired.length);
        for (const [a, b] of pairs) expect(suits(a, b)).toBe(true);
        const left = seeks.filter((seek) => !paired.includes(seek));
        for (const a of left) for (const b of left) expect(a !== b && suits(a, b)).toBe(false);
      }),
    );
  });

  test('5,000 seeks are paired without comparing each with each', () => {
    const seeks = Array.from({ length: 5000 }, (_, n) =>
      seeker(`u${n}`, 800 + ((n * 7919) % 2000), { pool: n % 2 ? blitz : casual }),
    );
    let looks = 0;
    const counted = seeks.map(
      (seek) =>
        new Proxy(seek, {
          get(target, key) {
            if (key === 'username') looks++;
            return Reflect.get(target, key);
          },
        }),
    );
    // Everybody has blocked the ten who are next to them.
    const blocks = new Map(
      seeks.map((_, n) => [
        `u${n}`,
        new Set(Array.from({ length: 21 }, (_, k) => `u${n + 2 * (k - 10)}`)),
      ]),
    );
    const pairs = pairsOf(counted, 0, blocks);
    expect(pairs.length).toBeGreaterThan(2400);
    expect(looks).toBeLessThan(200_000);
  });
});
