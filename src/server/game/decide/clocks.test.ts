import { describe, expect, test } from 'vitest';
import type { GameSetup } from '../../../contract/game/setup.ts';
import { DAY_MS, type TimeControl } from '../../../contract/game/time.ts';
import {
  act,
  asks,
  clock,
  decide,
  endingOf,
  playLine,
  playSan,
  sanBy,
  timedGame,
} from '../../../testing/games/decided-game.ts';
import { refused } from '../../../testing/util/error-code.ts';
import { dueAtMs } from '../due.ts';
import type { GameState } from '../state.ts';

const expire = { type: 'expire' } as const;
const expiresAt = (state: GameState, atMs: number) => decide(state, expire, atMs).events.length > 0;
/** The remaining time of both sides, White first. */
const left = ({ clocks }: GameState) => clocks && [clocks.whiteMs, clocks.blackMs];

describe('C-3 the first move of each side', () => {
  test('C-3 costs no time and earns no increment, however long it takes', () => {
    const start = timedGame(clock(180, 2));
    const both = playSan(playSan(start, 'e4', 14_999), 'e5', 29_000);
    expect(left(start)).toEqual([180_000, 180_000]);
    expect(left(both)).toEqual([180_000, 180_000]);
  });
  test('C-3 the second move of each side costs time and earns the increment', () => {
    const second = playSan(playLine(timedGame(clock(180, 2)), 'e4 e5', 1000), 'Nf3', 5500);
    expect(left(second)).toEqual([180_000 - 4500 + 2000, 180_000]);
    expect(left(playSan(second, 'Nc6', 6500))).toEqual([177_500, 180_000 - 1000 + 2000]);
  });
  test('C-3 applies also when Black moves first', () => {
    const fen = '4k3/8/8/8/8/8/4P3/4K3 b - - 0 1';
    const game = timedGame(clock(60), {}, fen);
    const both = playSan(playSan(game, 'Kd7', 9000), 'e4', 18_000);
    expect(left(both)).toEqual([60_000, 60_000]);
    expect(left(playSan(both, 'Kc6', 20_000))).toEqual([60_000, 58_000]);
  });
});

describe('C-4 the increment', () => {
  test('C-4 is added to the remaining time, also above the limit', () => {
    const game = playSan(playLine(timedGame(clock(10, 5)), 'e4 e5'), 'Nf3', 0);
    expect(left(game)).toEqual([15_000, 10_000]);
  });
  test('C-4 is not added to a move that comes too late', () => {
    const game = playLine(timedGame(clock(10, 5)), 'e4 e5');
    const late = decide(game, sanBy(game, 'Nf3'), 10_000);
    expect(late.events).toEqual([
      {
        type: 'ended',
        ending: { reason: 'timeout', winner: 'black' },
        clocks: { whiteMs: 0, blackMs: 10_000 },
      },
    ]);
    expect(left(playSan(game, 'Nf3', 9999))).toEqual([5001, 10_000]);
  });
  test('C-4 the last move of a game gets the increment', () => {
    const game = playLine(timedGame(clock(60, 3)), 'f3 e5 g4', 0);
    const mated = playSan(game, 'Qh4#', 1000);
    expect(endingOf(mated)).toEqual({ reason: 'checkmate', winner: 'black' });
    expect(left(mated)).toEqual([63_000, 62_000]);
  });
});

describe('C-6 the flag', () => {
  // The quota starts with three gains of 870 ms, so the grace is at its maximum.
  const game = playLine(timedGame(clock(180)), 'e4 e5');
  test('C-6 falls 2 s after the clock’s end, and not 1 ms earlier', () => {
    expect(dueAtMs(game)).toBe(182_000);
    expect(expiresAt(game, 181_999)).toBe(false);
    expect(decide(game, expire, 182_000).events).toEqual([
      {
        type: 'ended',
        ending: { reason: 'timeout', winner: 'black' },
        clocks: { whiteMs: 0, blackMs: 180_000 },
      },
    ]);
  });
  test('C-6 falls earlier when the lag quota is smaller', () => {
    // A move with 2,600 ms of lag uses nearly all of the quota: 2,610 − 2,000 + 870 are left.
    const laggy = { measuredMs: 2000, claimedMs: 2000 };
    const moved = playSan(game, 'Nf3', 2000, laggy);
    const back = playLine(moved, 'Nc6', 2000);
    expect(dueAtMs(back)).toBe(2000 + 180_000 + (2610 - 2000 + 870));
    expect(left(back)).toEqual([180_000, 180_000]);
  });
  test('C-6 a claim only makes the server check the clock', () => {
    expect(decide(game, asks('bob', 'claimFlag'), 181_999).events).toEqual([]);
    expect(endingOf(act(game, asks('bob', 'claimFlag'), 182_000))?.reason).toBe('timeout');
    expect(() => decide(game, asks('carol', 'claimFlag'), 182_000)).toThrow(
      refused('not_a_player'),
    );
  });
  test('C-6 that has fallen takes precedence over every command', () => {
    for (const ask of ['resign', 'offerDraw', 'claimDraw', 'giveTime', 'offerTakeback'] as const) {
      expect(endingOf(act(game, asks('alice', ask), 182_000))).toEqual({
        reason: 'timeout',
        winner: 'black',
      });
    }
    expect(endingOf(playSan(game, 'Nf3', 182_000))?.reason).toBe('timeout');
  });
  test('C-6 a move within the grace counts only if lag delayed it', () => {
    const lag = { measuredMs: 300, claimedMs: 300 };
    expect(left(playSan(game, 'Nf3', 180_299, lag))).toEqual([1, 180_000]);
    expect(endingOf(playSan(game, 'Nf3', 180_300, lag))?.reason).toBe('timeout');
    expect(endingOf(playSan(game, 'Nf3', 180_000))?.reason).toBe('timeout');
  });

  test.each([
    ['a bare king', '4k3/8/8/8/8/8/4P3/R3K3 w - - 0 1', null],
    ['king and knight against king and queen', '4k1n1/8/8/8/8/8/8/Q3K3 w - - 0 1', null],
    ['king and knight against king and rook', '4k1n1/8/8/8/8/8/8/R3K3 w - - 0 1', 'black'],
    ['king and two knights', '4knn1/8/8/8/8/8/8/Q3K3 w - - 0 1', 'black'],
    ['king and bishop, nobody to help', '4kb2/8/8/8/8/8/8/R3K3 w - - 0 1', null],
    ['king and bishop against a pawn', '4kb2/8/8/8/8/8/7P/R3K3 w - - 0 1', 'black'],
    ['king and bishop against a knight', '4kb2/8/8/8/8/8/8/R3K1N1 w - - 0 1', 'black'],
    // f8 and c1 are dark, f1 is light.
    ['king and bishop against its like', '4kb2/8/8/8/8/8/8/R1B1K3 w - - 0 1', null],
    ['king and bishop against the other bishop', '4kb2/8/8/8/8/8/8/R3KB2 w - - 0 1', 'black'],
    ['a pawn', '4k3/4p3/8/8/8/8/8/Q3K3 w - - 0 1', 'black'],
  ])('C-6 falls for White against %s', (_name, fen, winner) => {
    // After two plies the clock runs.
    const start = timedGame(clock(60), {}, fen);
    const two = playSan(playSan(start, fen.includes('Q') ? 'Qa2' : 'Ra2'), 'Kd7');
    expect(endingOf(act(two, expire, 62_000))).toEqual({ reason: 'timeout', winner });
  });
});

describe('C-7 the first move', () => {
  const speeds = [
    [clock(15), 15_000],
    [clock(60), 20_000],
    [clock(180), 25_000],
    [clock(600), 30_000],
    [clock(1800), 35_000],
  ] as const;
  const aborted = { reason: 'aborted', winner: null };

  test.each(speeds)('C-7 %j from the lobby is aborted after %i ms', (time, ms) => {
    for (const source of ['lobby', 'pairing'] as const) {
      const start = timedGame(time, { source });
      expect(dueAtMs(start)).toBe(ms);
      expect(expiresAt(start, ms - 1)).toBe(false);
      expect(decide(start, expire, ms).events).toEqual([{ type: 'ended', ending: aborted }]);
      // Black has as long after White's move.
      const begun = playSan(start, 'e4', 7000);
      expect(expiresAt(begun, 7000 + ms - 1)).toBe(false);
      expect(endingOf(act(begun, expire, 7000 + ms))).toEqual(aborted);
    }
  });

  test('C-7 a first move that comes too late aborts the game', () => {
    expect(endingOf(playSan(timedGame(clock(180)), 'e4', 25_000))).toEqual(aborted);
  });

  test('C-7 the rule ends once both have moved', () => {
    expect(dueAtMs(playLine(timedGame(clock(180)), 'e4 e5', 9000))).toBe(9000 + 182_000);
  });

  const elsewhere: GameSetup['source'][] = ['api', 'link', 'challenge', 'computer', 'rematch'];
  test.each(elsewhere)('C-7 a game by %s has 60 s, whatever its speed', (source) => {
    for (const [time] of speeds) {
      const start = timedGame(time, { source });
      expect(expiresAt(start, 59_999)).toBe(false);
      expect(endingOf(act(start, expire, 60_000))).toEqual(aborted);
    }
  });

  test('C-7 games without a clock have no such limit', () => {
    expect(dueAtMs(timedGame({ type: 'unlimited' }))).toBeNull();
    expect(expiresAt(timedGame({ type: 'unlimited' }), 1000 * DAY_MS)).toBe(false);
  });
});

describe('C-8 giving time', () => {
  const gives = (username: string) => asks(username, 'giveTime');
  test('C-8 adds 15 s to the opponent, any number of times', () => {
    const game = playLine(timedGame(clock(60)), 'e4 e5');
    expect(left(act(game, gives('alice'), 100))).toEqual([60_000, 75_000]);
    const often = [1, 2, 3, 4].reduce((state) => act(state, gives('bob'), 100), game);
    expect(left(often)).toEqual([120_000, 60_000]);
    // The turn continues: its elapsed time is still charged.
    expect(left(playSan(often, 'Nf3', 5000))).toEqual([115_000, 60_000]);
  });
  test('C-8 moves the flag', () => {
    const game = act(playLine(timedGame(clock(180)), 'e4 e5'), gives('bob'), 181_500);
    expect(expiresAt(game, 196_999)).toBe(false);
    expect(expiresAt(game, 197_000)).toBe(true);
  });
  test('C-8 is possible also before the clocks run', () => {
    expect(left(act(timedGame(clock(60)), gives('alice')))).toEqual([60_000, 75_000]);
  });
  test('C-8 is not possible in rated games, without a clock, or for spectators', () => {
    const rated = playLine(timedGame(clock(60), { rated: true }), 'e4 e5');
    expect(() => decide(rated, gives('alice'))).toThrow(refused('not_in_rated'));
    for (const time of [
      { type: 'unlimited' },
      { type: 'correspondence', daysPerMove: 1 },
    ] satisfies TimeControl[]) {
      expect(() => decide(timedGame(time), gives('alice'))).toThrow(refused('no_clock'));
    }
    expect(() => decide(timedGame(clock(60)), gives('carol'))).toThrow(refused('not_a_player'));
  });
  test('C-8 no clock exceeds a day', () => {
    const game = { ...timedGame(clock(60)), clocks: { whiteMs: DAY_MS - 1, blackMs: 1 } };
    const full = act(game, gives('bob'));
    expect(left(full)).toEqual([DAY_MS, 1]);
    expect(() => decide(full, gives('bob'))).toThrow(refused('clock_full'));
    expect(left(act(full, gives('alice')))).toEqual([DAY_MS, 15_001]);
  });
});

describe('C-9 correspondence', () => {
  test.each([1, 2, 3, 5, 7, 10, 14] as const)('C-9 %i days for each move', (daysPerMove) => {
    const start = timedGame({ type: 'correspondence', daysPerMove });
    const days = daysPerMove * DAY_MS;
    expect(expiresAt(start, days - 1)).toBe(false);
    expect(endingOf(act(start, expire, days))).toEqual({ reason: 'timeout', winner: 'black' });
    // Each move has the full number of days; there is no grace.
    const moved = playSan(start, 'e4', days - 1);
    expect(dueAtMs(moved)).toBe(2 * days - 1);
    expect(expiresAt(moved, 2 * days - 2)).toBe(false);
    expect(endingOf(act(moved, expire, 2 * days - 1))?.winner).toBe('white');
    expect(moved.clocks).toBeNull();
  });
  test('C-9 a move after the limit loses, one before it counts', () => {
    const start = timedGame({ type: 'correspondence', daysPerMove: 1 });
    expect(endingOf(playSan(start, 'e4', DAY_MS))?.reason).toBe('timeout');
    expect(playSan(start, 'e4', DAY_MS - 1).status).toBe('playing');
  });
  test('C-9 an unlimited game can be claimed after 21 days without a move', () => {
    const claims = { type: 'claimAbsence', username: 'alice', result: 'win' } as const;
    const game = playSan(timedGame({ type: 'unlimited' }), 'e4', 1000);
    const due = 1000 + 21 * DAY_MS;
    expect(() => decide(game, claims, due - 1)).toThrow(refused('no_claim'));
    expect(endingOf(act(game, claims, due))).toEqual({ reason: 'abandonment', winner: 'white' });
    expect(() => decide(game, { ...claims, username: 'bob' }, due)).toThrow(refused('no_claim'));
    expect(decide(game, expire, due).events).toEqual([]); // nothing ends it by itself
  });
});
