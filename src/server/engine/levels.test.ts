import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levels, limitsFor, noticedMoves } from './levels.ts';

describe('limitsFor', () => {
  it('has eight levels, none weaker in anything than the one before', () => {
    expect(levels).toHaveLength(8);
    levels.slice(1).forEach((level, index) => {
      for (const key of ['notices', 'depth', 'nodes', 'movetimeMs'] as const) {
        expect(level[key]).toBeGreaterThanOrEqual(levels[index]?.[key] ?? 0);
      }
    });
  });

  it('never spends more than a quarter of what is left, nor more than the level’s time', () => {
    const ms = fc.nat({ max: 3_600_000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), ms, ms, (level, remainingMs, incrementMs) => {
        const { movetimeMs } = limitsFor(level, { remainingMs, incrementMs });
        expect(movetimeMs).toBeLessThanOrEqual(limitsFor(level).movetimeMs);
        expect(movetimeMs).toBeLessThanOrEqual(Math.max(10, remainingMs / 4));
        expect(movetimeMs).toBeGreaterThanOrEqual(10);
      }),
    );
  });

  it('spends a fiftieth of the clock and half of the increment', () => {
    expect(limitsFor(8, { remainingMs: 10_000 }).movetimeMs).toBe(200);
    expect(limitsFor(8, { remainingMs: 10_000, incrementMs: 1000 }).movetimeMs).toBe(700);
    expect(limitsFor(8, { remainingMs: 600_000 }).movetimeMs).toBe(2000);
  });

  it.each([0, 9, 1.5])('knows no level %d', (level) => {
    expect(() => limitsFor(level)).toThrow(RangeError);
  });
});

describe('noticedMoves', () => {
  it('are that share of the legal ones, each once, and one at least', () => {
    const legal = ['a2a3', 'b2b3', 'c2c3', 'd2d3'];
    const noticed = noticedMoves(legal, { notices: 0.5 }, Math.random);
    expect(new Set(noticed).size).toBe(2);
    expect(legal).toEqual(expect.arrayContaining([...noticed]));
    expect(noticedMoves(legal, { notices: 0.01 }, Math.random)).toHaveLength(1);
  });
});
