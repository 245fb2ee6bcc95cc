import { describe, expect, it } from 'vitest';
import type { Variant } from '../contract/game/index.ts';
import { fenOf, startRecord } from './index.ts';
import { initialFenOf } from './variants.ts';

describe('a start from FEN', () => {
  it('is the usual position when none is given', () => {
    expect(fenOf(startRecord())).toBe('rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1');
  });

  it('is written in full, without impossible rights', () => {
    expect(startRecord(' 4k3/8/8/8/8/8/8/4K2R w KQkq e6 ').initialFen).toBe(
      '4k3/8/8/8/8/8/8/4K2R w K - 0 1',
    );
  });

  it.each([
    ['', 'the board must be eight ranks'],
    ['hello', 'the board must be eight ranks'],
    ['8/8/8/8/8/8/8 w - - 0 1', 'the board must be eight ranks'],
    ['4k3/8/8/8/8/8/8/4K3 x - - 0 1', 'the side to move must be "w" or "b"'],
    ['4k3/8/8/8/8/8/8/4K3 w X - 0 1', 'the castling rights must be'],
    ['4k3/8/8/8/8/8/8/4K3 w - e 0 1', 'the en passant square must be'],
    ['4k3/8/8/8/8/8/8/4K3 w - - x 1', 'the halfmove clock must be'],
    ['4k3/8/8/8/8/8/8/4K3 w - - 0 x', 'the move number must be'],
    ['4k3/8/8/8/8/8/8/4K3[Qq] w - - 0 1', 'of standard chess'],
    ['4k3/8/8/8/8/8/8/4K3 w - - 3+3 0 1', 'of standard chess'],
    ['4k3/8/8/8/8/8/8/4K3 w - - 0 1 1', 'of standard chess'],
    ['8/8/8/8/8/8/8/8 w - - 0 1', 'the board is empty'],
    ['8/8/8/8/8/8/8/4K3 w - - 0 1', 'each side must have exactly one king'],
    ['4k3/8/8/8/8/8/8/3KK3 w - - 0 1', 'each side must have exactly one king'],
    ['4k3/8/8/8/8/8/8/4R1K1 w - - 0 1', 'the side that is not to move must not be in check'],
    ['4k2P/8/8/8/8/8/8/4K3 w - - 0 1', 'no pawn may stand on the first or the last rank'],
  ])('%j is rejected: %s', (fen, detail) => {
    expect(() => startRecord(fen)).toThrow(
      expect.objectContaining({
        code: 'bad_request',
        field: 'fen',
        message: expect.stringContaining(detail),
      }),
    );
  });
});

const variants: readonly (readonly [Variant, string])[] = [
  ['standard', 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1'],
  ['chess960', 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1'],
  ['crazyhouse', 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR[] w KQkq - 0 1'],
  ['kingOfTheHill', 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1'],
  ['threeCheck', 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 3+3 0 1'],
  ['antichess', 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w - - 0 1'],
  ['atomic', 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1'],
  ['horde', 'rnbqkbnr/pppppppp/8/1PP2PP1/PPPPPPPP/PPPPPPPP/PPPPPPPP/PPPPPPPP w kq - 0 1'],
  ['racingKings', '8/8/8/8/8/8/krbnNBRK/qrbnNBRQ w - - 0 1'],
];

describe('a start in a variant', () => {
  it.each(variants)('G-1 of %s is %s when none is given', (variant, fen) => {
    expect(initialFenOf(variant)).toBe(fen);
    expect(startRecord(undefined, variant)).toMatchObject({ variant, initialFen: fen, moves: [] });
    expect(startRecord(fen, variant).initialFen).toBe(fen);
  });

  it.each([
    ['crazyhouse', '4k3/8/8/8/8/8/8/4K3/QRp w - -', '4k3/8/8/8/8/8/8/4K3[RQp] w - - 0 1'],
    ['crazyhouse', '4k3/8/8/8/8/8/8/4K3 w - -', '4k3/8/8/8/8/8/8/4K3[] w - - 0 1'],
    ['crazyhouse', '4k3/8/8/8/8/8/8/Q~3K3[] w - -', '4k3/8/8/8/8/8/8/Q~3K3[] w - - 0 1'],
    ['standard', '4k3/8/8/8/8/8/8/Q~3K3 w - -', '4k3/8/8/8/8/8/8/Q3K3 w - - 0 1'],
    ['threeCheck', '4k3/8/8/8/8/8/8/4K3 w - - 0 1', '4k3/8/8/8/8/8/8/4K3 w - - 3+3 0 1'],
    ['threeCheck', '4k3/8/8/8/8/8/8/4K3 w - - 0 1 +1+2', '4k3/8/8/8/8/8/8/4K3 w - - 2+1 0 1'],
    ['antichess', '8/8/8/8/8/8/8/QK2kk2 w - -', '8/8/8/8/8/8/8/QK2kk2 w - - 0 1'],
    ['chess960', '1k2r3/8/8/8/8/8/8/RK2R2R w EAe -', '1k2r3/8/8/8/8/8/8/RK2R2R w EQk - 0 1'],
  ] as const)('G-1 of %s from %s is spelled %s', (variant, fen, spelled) => {
    expect(startRecord(fen, variant).initialFen).toBe(spelled);
    expect(startRecord(spelled, variant).initialFen).toBe(spelled);
  });

  it.each([
    ['crazyhouse', '4k3/8/8/8/8/8/8/4K3[Qx] w - - 0 1', 'the pockets must be pieces in brackets'],
    ['crazyhouse', '4k3/8/8/8/8/8/8/4K3[K] w - - 0 1', 'no pocket may hold one'],
    [
      'crazyhouse',
      `rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR[${'N'.repeat(33)}] w - - 0 1`,
      'hold 64 pieces at most',
    ],
    ['threeCheck', '4k3/8/8/8/8/8/8/4K3 w - - 4+3 0 1', 'two numbers from 0 to 3 like "3+3"'],
    ['threeCheck', '4k3/8/8/8/8/8/8/4K3[] w - - 3+3 0 1', 'a position of Three-check'],
    ['chess960', '4k3/8/8/8/8/8/8/4K3 w X - 0 1', 'the files of the rooks like "HAha"'],
    ['antichess', '8/8/8/8/8/8/8/8 w - - 0 1', 'put pieces of either side on it'],
    ['antichess', '8/8/8/8/8/8/8/P6k w - - 0 1', 'no pawn may stand on the first or the last rank'],
    ['atomic', '8/8/8/8/8/8/8/4K3 w - - 0 1', 'the side that is not to move must have one'],
    ['horde', '8/8/8/8/8/8/8/PPPP4 w - - 0 1', 'there must be exactly one king'],
    ['horde', '4k2P/8/8/8/8/8/8/PPPP4 w - - 0 1', 'only the horde’s on its first'],
    ['racingKings', '8/8/8/8/8/8/k6K/4P3 w - - 0 1', 'there are no pawns in Racing Kings'],
    ['racingKings', '8/8/8/8/8/8/k6K/R7 b - - 0 1', 'nobody may be in check'],
    ['kingOfTheHill', '8/8/8/8/8/8/8/4K3 w - - 0 1', 'each side must have exactly one king'],
    ['horde', 'rnbqkbnr/8/8/8/8/8/8/PPPPPPPP[] w - - 0 1', 'a position of Horde'],
  ] as const)('G-1 %s rejects %s: %s', (variant, fen, detail) => {
    expect(() => startRecord(fen, variant)).toThrow(
      expect.objectContaining({
        code: 'bad_request',
        field: 'fen',
        message: expect.stringContaining(detail),
      }),
    );
  });
});
