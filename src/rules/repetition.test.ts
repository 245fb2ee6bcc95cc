import { describe, expect, it } from 'vitest';
import { automaticEnding, type GameRecord, startRecord } from './index.ts';
import { gameFrom, playSan } from './notation.testing.ts';
import { repetitionCount } from './repetition.ts';

const KNIGHTS = ' Nf3 Nf6 Ng1 Ng8';
const fivefold = { reason: 'fivefoldRepetition', winner: null };

/** How often the position after each of these lines has occurred; each line continues the one before. */
function counts(record: GameRecord, ...lines: readonly string[]): number[] {
  let game = record;
  return lines.map((line) => {
    game = playSan(game, line);
    return repetitionCount(game);
  });
}

describe('E-1 fivefold repetition', () => {
  it('E-1 fivefold repetition ends the game as a draw', () => {
    expect(automaticEnding(gameFrom(undefined, KNIGHTS.repeat(4)))).toEqual(fivefold);
  });

  it('E-1 four occurrences, and one ply before the fifth, don’t', () => {
    expect(automaticEnding(gameFrom(undefined, KNIGHTS.repeat(3)))).toBeNull();
    const before = gameFrom(undefined, `${KNIGHTS.repeat(3)} Nf3 Nf6 Ng1`);
    expect(automaticEnding(before)).toBeNull();
    expect(repetitionCount(before)).toBe(4);
  });

  it('E-1 the five need not be consecutive', () => {
    const game = gameFrom(undefined, `${KNIGHTS} Nc3 Nc6 Nb1 Nb8${KNIGHTS} Nf3 Nc6 Ng1 Nb8`);
    expect(automaticEnding(game)).toEqual(fivefold);
  });
});

describe('E-2 repetition', () => {
  it('E-2 counts the start position and each return to it', () => {
    expect(repetitionCount(startRecord())).toBe(1);
    expect(counts(startRecord(), 'Nf3 Nf6', 'Ng1 Ng8', 'Nf3', 'Nf6 Ng1 Ng8')).toEqual([1, 2, 2, 3]);
  });

  it('E-2 knights that swapped squares make the same position', () => {
    const start = startRecord('4k3/8/8/8/8/8/8/1N2K1N1 w - - 0 1');
    const swapped = playSan(start, 'Nd2 Kd8 Ne2 Ke8 Nf3 Kd8 Nc3 Ke8 Ng1 Kd8 Nb1 Ke8');
    expect(repetitionCount(swapped)).toBe(2);
  });

  it('E-2 the same board with the other side to move differs', () => {
    const start = startRecord('7k/8/8/8/8/8/8/KR6 w - - 0 1');
    const tempoLost = 'Rb2 Kh7 Rb3 Kh8 Rb1';
    expect(counts(start, tempoLost, 'Kh7 Ka2 Kh8 Ka1', 'Kh7 Rb2 Kh8 Rb3 Kh7')).toEqual([1, 2, 1]);
  });

  it('E-2 with a castling right lost the position differs', () => {
    const start = startRecord('r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1');
    const rook = 'Rb1 Rb8 Ra1 Ra8';
    expect(counts(start, rook, rook, rook)).toEqual([1, 2, 3]);
    expect(counts(start, 'Kf1 Kf8 Ke1 Ke8', 'Kf1 Kf8 Ke1 Ke8')).toEqual([1, 2]);
  });

  it('E-2 with an en passant capture lost the position differs', () => {
    const start = startRecord('4k3/3p4/8/4P3/8/8/8/4K3 b - - 0 1');
    expect(counts(start, 'd5', 'Kd1 Kd8 Ke1 Ke8', 'Kd1 Kd8 Ke1 Ke8')).toEqual([1, 1, 2]);
  });

  it('E-2 an en passant capture that a pin forbids makes no difference', () => {
    const pinned = startRecord('7k/3p4/8/K3P2r/8/8/8/8 b - - 0 1');
    expect(counts(pinned, 'd5', 'Ka4 Kh7 Ka5 Kh8', 'Ka4 Kh7 Ka5 Kh8')).toEqual([1, 2, 3]);
  });

  it('E-2 a double step with no pawn beside it makes no difference either', () => {
    expect(counts(startRecord(), 'e4', 'Nf6 Nf3 Ng8 Ng1', 'Nf6 Nf3 Ng8 Ng1')).toEqual([1, 2, 3]);
  });

  it('E-2 an en passant capture possible in the initial FEN counts as well', () => {
    const start = startRecord('4k3/8/8/3pP3/8/8/8/4K3 w - d6 0 2');
    expect(counts(start, 'Kd1 Kd8 Ke1 Ke8', 'Kd1 Kd8 Ke1 Ke8')).toEqual([1, 2]);
  });

  it('E-2 positions before a capture or a pawn move don’t recur', () => {
    expect(counts(startRecord(), KNIGHTS, 'a3 a6', KNIGHTS)).toEqual([2, 1, 2]);
  });
});

describe('E-2 repetition in the variants', () => {
  it('E-2 a check given in Three-check makes a different position', () => {
    const start = startRecord('4k3/8/8/8/8/8/8/R3K3 w - - 3+3 0 1', 'threeCheck');
    expect(counts(start, 'Ra8+ Ke7 Ra1 Ke8', 'Ra2 Ke7 Ra1 Ke8')).toEqual([1, 2]);
  });

  it('E-2 in Crazyhouse a position recurs after captures and drops', () => {
    const start = startRecord('6kr/8/8/8/8/8/8/K6R[] w - - 0 1', 'crazyhouse');
    const round = 'Rxh8+ Kxh8 R@h1+ Kg8 Ka2 R@h8 Kb1 Kf8 Ka1 Kg8';
    expect(counts(start, round, round)).toEqual([2, 3]);
  });

  it('E-2 in Crazyhouse a promoted knight is a different piece', () => {
    const swap = 'Nd2 Kd8 Ne2 Ke8 Nf3 Kd8 Nc3 Ke8 Ng1 Kd8 Nb1 Ke8';
    const alike = startRecord('4k3/8/8/8/8/8/8/1N2K1N1[] w - - 0 1', 'crazyhouse');
    const promoted = startRecord('4k3/8/8/8/8/8/8/1N2K1N~1[] w - - 0 1', 'crazyhouse');
    expect(counts(alike, swap)).toEqual([2]);
    expect(counts(promoted, swap, swap)).toEqual([1, 2]);
  });

  it('E-2 in Crazyhouse positions before a lost castling right don’t recur', () => {
    const start = startRecord('4k2r/8/8/8/8/8/8/4K2R[] w Kk - 0 1', 'crazyhouse');
    expect(counts(start, 'Kf1 Kf8 Ke1 Ke8', 'Kf1 Kf8 Ke1 Ke8')).toEqual([1, 2]);
  });

  it('E-2 in other variants positions repeat as in standard chess', () => {
    const starts = [
      ['chess960', 'k7/8/8/8/8/8/8/KR6 w - - 0 1'],
      ['antichess', 'k7/8/8/8/8/8/8/KR6 w - - 0 1'],
      ['atomic', 'k7/7p/8/8/8/8/8/KR6 w - - 0 1'],
      ['horde', 'k7/8/8/8/8/8/8/1R6 w - - 0 1'],
      ['racingKings', '8/k7/8/8/8/8/8/K6R w - - 0 1'],
    ] as const;
    for (const [variant, fen] of starts) {
      const line = variant === 'racingKings' ? 'Rh2 Kb7 Rh1 Ka7' : 'Rb2 Ka7 Rb1 Ka8';
      expect(counts(startRecord(fen, variant), line, line)).toEqual([2, 3]);
    }
  });
});
