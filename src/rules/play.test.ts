import { describe, expect, it } from 'vitest';
import { RookeryError } from '../contract/errors/index.ts';
import { fenOf, type GameRecord, play, replay, startRecord } from './index.ts';
import { gameFrom, lastSan } from './notation.testing.ts';

const ROOKS = 'r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1';

/** The text of the error for an illegal move. */
function apiErrorOf(record: GameRecord, uci: string): string {
  try {
    play(record, uci);
  } catch (error) {
    if (error instanceof RookeryError && error.code === 'illegal_move' && error.field === 'uci') {
      return error.message;
    }
    throw error;
  }
  throw new Error(`${uci} was accepted`);
}

describe('castling', () => {
  it.each([
    ['e1g1', 'e1h1', 'O-O', 'r3k2r/8/8/8/8/8/8/R4RK1 b kq - 1 1'],
    ['e1c1', 'e1a1', 'O-O-O', 'r3k2r/8/8/8/8/8/8/2KR3R b kq - 1 1'],
  ])('%s and %s are the same move, stored as the king’s', (king, rook, san, fen) => {
    for (const uci of [king, rook]) {
      const record = play(startRecord(ROOKS), uci);
      expect(record.moves).toEqual([{ uci: king, san }]);
      expect(fenOf(record)).toBe(fen);
    }
  });

  it('works for Black as well', () => {
    const record = gameFrom(ROOKS, 'O-O-O O-O');
    expect(record.moves.map(({ uci }) => uci)).toEqual(['e1c1', 'e8g8']);
    expect(fenOf(record)).toBe('r4rk1/8/8/8/8/8/8/2KR3R w - - 2 2');
  });

  it.each([
    ['through an attacked square', '4kr2/8/8/8/8/8/8/R3K2R w KQ - 0 1', 'e1g1'],
    ['onto an attacked square', '4k1r1/8/8/8/8/8/8/R3K2R w KQ - 0 1', 'e1h1'],
    ['out of check', '4r1k1/8/8/8/8/8/8/R3K2R w KQ - 0 1', 'e1c1'],
    ['over a piece', '4k3/8/8/8/8/8/8/RN2K2R w KQ - 0 1', 'e1c1'],
    ['without the right', '4k3/8/8/8/8/8/8/R3K2R w K - 0 1', 'e1a1'],
  ])('%s is illegal', (_reason, fen, uci) => {
    expect(apiErrorOf(startRecord(fen), uci)).toMatch(
      /^White can’t castle that way: king and rook/,
    );
  });

  it('is allowed when only the queen’s rook or b1 is attacked', () => {
    expect(lastSan(gameFrom('1r2k3/8/8/8/8/8/8/R3K2R w KQ - 0 1', 'O-O-O'))).toBe('O-O-O');
  });

  it('is not a king “taking” another own piece', () => {
    const fen = '4k3/8/8/8/8/8/4P2P/4K2R w K - 0 1';
    expect(apiErrorOf(startRecord(fen), 'e1h2')).toBe(
      'the king on e1 can’t go to h2; it can go to d1, f1, g1, d2, f2',
    );
  });

  it('is distinguished from king’s moves in Chess960', () => {
    const fen = '1k6/8/8/8/8/8/8/1KR5 w K - 0 1';
    expect(fenOf(play(startRecord(fen), 'b1c1'))).toBe('1k6/8/8/8/8/8/8/5RK1 b - - 1 1');
    expect(apiErrorOf(startRecord(fen), 'b1d1')).toContain('can’t castle that way');
  });
});

describe('en passant', () => {
  it('captures the pawn that stepped twice', () => {
    const record = gameFrom(undefined, 'e4 a6 e5 d5 exd6');
    expect(record.moves.at(-1)).toEqual({ uci: 'e5d6', san: 'exd6' });
    expect(fenOf(record)).toBe('rnbqkbnr/1pp1pppp/p2P4/8/8/8/PPPP1PPP/RNBQKBNR b KQkq - 0 3');
  });

  it('is gone after another move', () => {
    const record = gameFrom(undefined, 'e4 a6 e5 d5 Nf3 Nf6');
    expect(apiErrorOf(record, 'e5d6')).toBe('the pawn on e5 can’t go to d6; it can go to e6, f6');
  });

  it('is illegal for a pawn pinned along the rank, and absent from the FEN', () => {
    const record = gameFrom('7k/3p4/8/K3P2r/8/8/8/8 b - - 0 1', 'd5');
    expect(fenOf(record)).toBe('7k/8/8/K2pP2r/8/8/8/8 w - - 0 2');
    expect(apiErrorOf(record, 'e5d6')).toBe(
      'the pawn on e5 can’t go to d6: White’s king would be in check; it can go to e6',
    );
  });

  it('is in the FEN where it is legal, and only there', () => {
    expect(fenOf(gameFrom(undefined, 'e4'))).toContain(' b KQkq - 0 1');
    expect(fenOf(gameFrom(undefined, 'e4 a6 e5 d5'))).toContain(' w KQkq d6 0 3');
  });

  it('captures no own piece when a FEN names an occupied square', () => {
    const record = startRecord('4k3/8/4N3/3Pp3/8/8/8/4K3 w - e6 0 1');
    expect(apiErrorOf(record, 'd5e6')).toContain('can’t go to e6');
  });
});

describe('promotion', () => {
  const fen = 'k7/4P3/8/8/8/8/8/4K3 w - - 0 1';

  it.each([
    ['e7e8q', 'e8=Q+', 'k3Q3/8/8/8/8/8/8/4K3 b - - 0 1'],
    ['e7e8r', 'e8=R+', 'k3R3/8/8/8/8/8/8/4K3 b - - 0 1'],
    ['e7e8b', 'e8=B', 'k3B3/8/8/8/8/8/8/4K3 b - - 0 1'],
    ['e7e8n', 'e8=N', 'k3N3/8/8/8/8/8/8/4K3 b - - 0 1'],
  ])('%s is %s', (uci, san, after) => {
    const record = play(startRecord(fen), uci);
    expect(record.moves).toEqual([{ uci, san }]);
    expect(fenOf(record)).toBe(after);
  });

  it('without a letter is illegal, and with king or pawn', () => {
    expect(apiErrorOf(startRecord(fen), 'e7e8')).toBe(
      'a pawn that reaches the last rank becomes another piece: write "e7e8q", "e7e8r", "e7e8b" or "e7e8n"',
    );
    expect(apiErrorOf(startRecord(fen), 'e7e8k')).toMatch(/^"e7e8k" is not a move; write /);
    expect(apiErrorOf(startRecord(fen), 'e7e8p')).toMatch(/^"e7e8p" is not a move; write /);
  });

  it('of anything but a pawn on the last rank is illegal', () => {
    expect(apiErrorOf(startRecord(), 'e2e4q')).toBe(
      'only a pawn that reaches the last rank becomes another piece; write "e2e4"',
    );
    expect(apiErrorOf(startRecord(fen), 'e1e2q')).toContain('write "e1e2"');
  });
});

describe('the error for an illegal move says what would be right', () => {
  it.each([
    ['', '"" is not a move; write '],
    ['e4', '"e4" is not a move; write '],
    ['0000', '"0000" is not a move; write '],
    ['e2e9', '"e2e9" is not a move; write '],
    ['e2e4 and more', '"e2e4 and m…" is not a move; write '],
    ['e4e5', 'there is no piece on e4; name the square of a piece of White'],
    ['e7e5', 'the pawn on e7 is Black’s, and it is White’s move'],
    ['g1g3', 'the knight on g1 can’t go to g3; it can go to f3, h3'],
    ['a1a3', 'the rook on a1 can’t go to a3; it has no legal move'],
  ])('%j: %s', (uci, text) => {
    expect(apiErrorOf(startRecord(), uci)).toContain(text);
  });

  it('names the check, and the pin', () => {
    const checked = startRecord('4k3/8/8/8/8/8/4r3/R3K3 w - - 0 1');
    expect(apiErrorOf(checked, 'a1a8')).toBe(
      'the rook on a1 can’t go to a8: White’s king would still be in check; it has no legal move',
    );
    const pinned = startRecord('4r1k1/8/8/8/8/8/4N3/4K3 w - - 0 1');
    expect(apiErrorOf(pinned, 'e2c3')).toContain(
      ': White’s king would be in check; it has no legal',
    );
  });
});

describe('replay', () => {
  it('reproduces the game from its moves', () => {
    const record = gameFrom(undefined, 'e4 e5 Nf3 Nc6 Bb5 Nf6 O-O Nxe4');
    const again = replay(record.initialFen, record.moves);
    expect(again).toEqual(record);
  });

  it('stops at the first move that is illegal', () => {
    expect(() => replay(startRecord().initialFen, [{ uci: 'e2e4' }, { uci: 'e2e4' }])).toThrow(
      'there is no piece on e2',
    );
  });
});
