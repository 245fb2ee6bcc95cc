import { describe, expect, it } from 'vitest';
import { fenOf, startRecord } from './index.ts';

describe('a start from FEN', () => {
  it('is the usual position when none is given', () => {
    expect(fenOf(startRecord())).toBe('rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1');
  });

  it('is spelled out in full, without rights that can’t be', () => {
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
  ])('%j is refused: %s', (fen, detail) => {
    expect(() => startRecord(fen)).toThrow(
      expect.objectContaining({
        code: 'bad_request',
        field: 'fen',
        detail: expect.stringContaining(detail),
      }),
    );
  });
});
