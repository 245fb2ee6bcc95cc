import { describe, expect, it } from 'vitest';
import { engineGame } from '../index.ts';

const ucis = (line: string) => line.split(' ').map((uci) => ({ uci }));

describe('engineGame', () => {
  it('writes castling as the king onto its rook, in whichever form it was played', () => {
    const fen = 'r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1';
    for (const line of ['e1g1 e8c8', 'e1h1 e8a8']) {
      expect(engineGame(fen, ucis(line)).moves).toEqual(['e1h1', 'e8a8']);
    }
  });

  it('keeps Chess960 castling where king and rook may change places', () => {
    const fen = '1r3kr1/5pp1/8/8/8/8/5PP1/1R3KR1 w GBgb - 0 1';
    const { legal, moves } = engineGame(fen, ucis('f1g1'));
    expect(moves).toEqual(['f1g1']);
    expect(legal).toContain('f8g8');
    expect(legal).toContain('f8b8');
  });

  it('lists every legal move once, promotions by piece', () => {
    const { legal } = engineGame('8/P6k/8/8/8/8/8/K7 w - - 0 1', []);
    expect([...legal].sort()).toEqual('a1a2 a1b1 a1b2 a7a8b a7a8n a7a8q a7a8r'.split(' '));
  });

  it('writes castling as the king’s two squares for engines without Chess960', () => {
    const fen = 'r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1';
    const { moves, legal } = engineGame(fen, ucis('e1h1'), 'standard', 'twoSquares');
    expect(moves).toEqual(['e1g1']);
    expect(legal).toContain('e8c8');
  });

  it('lists drops, and the king that a pawn may become in Antichess', () => {
    const house = engineGame('6k1/8/8/8/8/8/8/6K1[Pn] w - - 0 1', ucis('P@e4'), 'crazyhouse');
    expect(house.moves).toEqual(['P@e4']);
    expect(house.legal).toContain('N@f3');
    expect(engineGame('8/P7/8/8/8/8/8/7n w - - 0 1', [], 'antichess').legal).toContain('a7a8k');
  });

  it('rejects impossible moves', () => {
    expect(() => engineGame('8/P6k/8/8/8/8/8/K7 w - - 0 1', ucis('a1c3'))).toThrow(
      'can’t go to c3',
    );
  });
});
