import { describe, expect, test } from 'vitest';
import { clock, playLine, playSan, timedGame } from '../../testing/games/decided-game.ts';
import { chargeFor, type Lag, startQuotas } from './lag.ts';

const blitz = clock(180); // gains 870 ms a move
const charge = (elapsedMs: number, quotaMs: number, lag: Lag, time = blitz) =>
  chargeFor(elapsedMs, quotaMs, lag, time);
const honest = (ms: number): Lag => ({ measuredMs: ms, claimedMs: ms });

describe('C-5 the quota', () => {
  test.each([
    [clock(15), 210],
    [clock(60), 390],
    [clock(60, 1), 550],
    [clock(180), 870],
    [clock(180, 2), 1000],
    [clock(212), 998],
    [clock(213), 1000],
    [clock(900, 10), 1000],
  ])('C-5 of %j starts at three gains of %i ms', (time, gain) => {
    expect(startQuotas(time)).toEqual({ white: 3 * gain, black: 3 * gain });
  });

  test('C-5 holds at most seven gains', () => {
    // 1,000 ms were measured and none claimed: each move adds a full gain of 870.
    const idle = { measuredMs: 1000, claimedMs: 0 };
    const quotas = Array.from({ length: 6 }).reduce<number[]>(
      (seen) => [...seen, charge(5000, seen.at(-1) ?? 0, idle).quotaMs],
      [2610],
    );
    expect(quotas).toEqual([2610, 3480, 4350, 5220, 6090, 6090, 6090]);
  });

  test('C-5 gains at most what was measured and 140 ms', () => {
    expect(charge(5000, 0, honest(0)).quotaMs).toBe(140);
    expect(charge(5000, 0, { measuredMs: 60, claimedMs: 0 }).quotaMs).toBe(200);
    expect(charge(5000, 0, { measuredMs: 729, claimedMs: 0 }).quotaMs).toBe(869);
    expect(charge(5000, 0, { measuredMs: 730, claimedMs: 0 }).quotaMs).toBe(870);
    expect(charge(5000, 0, { measuredMs: 2000, claimedMs: 0 }).quotaMs).toBe(870);
  });

  test('C-5 compensated lag is subtracted, and it never falls below 0', () => {
    expect(charge(5000, 2610, honest(800))).toEqual({
      chargedMs: 4200,
      quotaMs: 2610 - 800 + 870,
    });
    expect(charge(5000, 300, honest(800))).toEqual({ chargedMs: 4700, quotaMs: 870 });
    expect(charge(5000, 0, honest(800))).toEqual({ chargedMs: 5000, quotaMs: 870 });
  });
});

describe('C-5 the charge', () => {
  test('C-5 is the time less the lag, never below 0', () => {
    expect(charge(5000, 2610, honest(120)).chargedMs).toBe(4880);
    expect(charge(120, 2610, honest(120)).chargedMs).toBe(0);
    expect(charge(50, 2610, honest(120))).toEqual({ chargedMs: 0, quotaMs: 2610 - 50 + 260 });
    expect(charge(0, 2610, honest(120)).chargedMs).toBe(0);
  });
  test('C-5 a claim below the measurement is compensated as claimed', () => {
    expect(charge(5000, 2610, { measuredMs: 300, claimedMs: 100 }).chargedMs).toBe(4900);
  });
  test('C-5 without a claim the measurement is compensated', () => {
    expect(charge(5000, 2610, { measuredMs: 300 }).chargedMs).toBe(4700);
  });
  test('C-5 an inflated claim gets no more than the measurement', () => {
    for (const claimedMs of [301, 2000, 60_000, Number.MAX_SAFE_INTEGER]) {
      expect(charge(5000, 2610, { measuredMs: 300, claimedMs }).chargedMs).toBe(4700);
    }
  });
  test('C-5 C-2 is in whole milliseconds, whatever was measured', () => {
    const { chargedMs, quotaMs } = charge(5000, 2610, { measuredMs: 33.37, claimedMs: 33.2 });
    expect([chargedMs, quotaMs].every(Number.isInteger)).toBe(true);
  });
  test('C-5 bots and the server’s own programs get no compensation', () => {
    expect(charge(5000, 2610, { measuredMs: 0, claimedMs: 500 }).chargedMs).toBe(5000);
    expect(charge(5000, 2610, { measuredMs: 0, premove: true }).chargedMs).toBe(5000);
  });
});

describe('C-5 over a game', () => {
  /** White's clock after this many moves of `spentMs` each, with this lag. */
  function whiteAfter(moves: number, spentMs: number, lag: Lag): number {
    let game = playLine(timedGame(blitz), 'Nf3 Nf6');
    const dance = ['Ng1', 'Ng8', 'Nf3', 'Nf6', 'Nc3', 'Nc6', 'Nb1', 'Nb8'];
    let nowMs = 0;
    for (let n = 0; n < moves; n++) {
      nowMs += spentMs;
      game = playSan(game, dance[(2 * n) % 8] ?? '', nowMs, lag);
      game = playSan(game, dance[(2 * n + 1) % 8] ?? '', nowMs);
    }
    return game.clocks?.whiteMs ?? Number.NaN;
  }
  test('C-5 ordinary lag costs no time', () => {
    expect(whiteAfter(6, 1000, honest(400))).toBe(180_000 - 6 * 600);
  });
  test('C-5 heavy lag is compensated until the quota is used up, then by one gain per move', () => {
    // 2,610 − 2,000 + 870 leave 1,480; of the next 2,000 that compensates 1,480; from then on 870 each.
    expect(whiteAfter(4, 3000, honest(2000))).toBe(
      180_000 - 1000 - (3000 - 1480) - (3000 - 870) - (3000 - 870),
    );
  });
  test('C-5 a lying client gains at most what was measured, in all its moves', () => {
    const liar = { measuredMs: 50, claimedMs: 60_000 };
    expect(whiteAfter(6, 1000, liar)).toBe(180_000 - 6 * 950);
    const premover = { measuredMs: 50, claimedMs: 60_000, premove: true };
    // 190 ms each at most: the measurement and the tolerance.
    expect(whiteAfter(6, 1000, premover)).toBe(180_000 - 6 * 810);
  });
  test('G-6 a premove costs no time', () => {
    expect(whiteAfter(6, 180, { measuredMs: 50, claimedMs: 0, premove: true })).toBe(180_000);
  });
});
