import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variant } from '../../contract/game/basics.ts';
import { levels, limitsFor, noticedMoves } from './levels.ts';

describe('limitsFor', () => {
  it.each(variant.options)('has eight levels of %s, each stronger than the last', (name) => {
    expect(levels[name]).toHaveLength(8);
    levels[name].slice(1).forEach((level, index) => {
      const below = levels[name][index];
      expect(level).not.toEqual(below);
      expect(level.depth).toBeGreaterThanOrEqual(below?.depth ?? 0);
      if (level.depth !== below?.depth) return;
      expect(level.notices).toBeGreaterThanOrEqual(below.notices);
      expect(level.nodes).toBeGreaterThanOrEqual(below.nodes);
    });
  });

  it('never exceeds a quarter of the remaining time, nor the level’s time', () => {
    const ms = fc.nat({ max: 3_600_000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), ms, ms, (level, remainingMs, incrementMs) => {
        const { movetimeMs } = limitsFor('standard', level, { remainingMs, incrementMs });
        expect(movetimeMs).toBeLessThanOrEqual(limitsFor('standard', level).movetimeMs);
        expect(movetimeMs).toBeLessThanOrEqual(Math.max(10, remainingMs / 4));
        expect(movetimeMs).toBeGreaterThanOrEqual(10);
      }),
    );
  });

  it('spends a fiftieth of the clock and half of the increment', () => {
    expect(limitsFor('standard', 8, { remainingMs: 10_000 }).movetimeMs).toBe(200);
    expect(limitsFor('standard', 8, { remainingMs: 10_000, incrementMs: 1000 }).movetimeMs).toBe(
      700,
    );
    expect(limitsFor('standard', 8, { remainingMs: 600_000 }).movetimeMs).toBe(2000);
  });

  it.each([0, 9, 1.5])('rejects level %d', (level) => {
    expect(() => limitsFor('standard', level)).toThrow(RangeError);
  });
});

describe('noticedMoves', () => {
  it('are those that are drawn, in their order', () => {
    const chances = [0.4, 0.5, 0.9, 0.1];
    const noticed = noticedMoves(['a2a3', 'b2b3', 'c2c3', 'd2d3'], { notices: 0.5 }, () =>
      Number(chances.shift()),
    );
    expect(noticed).toEqual(['a2a3', 'd2d3']);
  });

  it('are one random move if none is drawn', () => {
    const noticed = noticedMoves(['a2a3', 'b2b3', 'c2c3'], { notices: 0.2 }, () => 0.5);
    expect(noticed).toEqual(['b2b3']);
  });
});
