import { describe, expect, test } from 'vitest';
import { fenOf, play, startRecord } from '../rules/index.ts';
import { divisionOf, phaseAt } from './phases.ts';

const START = 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1';

/** The same board with the colours exchanged. */
const turned = (fen: string) => {
  const exchanged = [...(fen.split(' ')[0] ?? '')].map((one) =>
    one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase(),
  );
  return `${exchanged.join('').split('/').reverse().join('/')} w - - 0 1`;
};

/** Whether the position itself has left the opening, and is an endgame. */
const phaseOf = (fen: string) => {
  const division = divisionOf([START, fen], 'standard');
  if (!division) throw new Error('standard chess has phases');
  return phaseAt(division, 1);
};

describe('AN-16 the phase of a position, the same with colours exchanged', () => {
  test.each([
    ['opening', 'the start', START],
    ['opening', '11 pieces', 'rnbq1rk1/pppppppp/8/8/8/8/PPPPPPPP/RN1QKBNR w - - 0 1'],
    ['middlegame', '10 pieces', 'rnbq1rk1/pppppppp/8/8/8/8/PPPPPPPP/RN1QKB1R w - - 0 1'],
    ['middlegame', '7 pieces', '3qrrk1/ppp2ppp/2n5/8/8/8/PPP2PPP/R2QR1K1 w - - 0 1'],
    ['endgame', '6 pieces', '3qrrk1/ppp2ppp/8/8/8/8/PPP2PPP/R2QR1K1 w - - 0 1'],
    ['endgame', 'kings and pawns', '4k3/pppp4/8/8/8/8/4PPPP/4K3 w - - 0 1'],
    [
      'opening',
      '4 men on a first rank',
      'r2bk2r/ppqbbppp/2n1pn2/8/8/8/PPPPPPPP/RNBQKBNR w - - 0 1',
    ],
    [
      'middlegame',
      '3 men on a first rank',
      'r3k2r/ppqbbppp/2n1pn2/8/8/8/PPPPPPPP/RNBQKBNR w - - 0 1',
    ],
    [
      'opening',
      'mixedness 150 otherwise',
      '1n2kbr1/r2N1pp1/p4n1p/q1p4P/3pp1bR/1P1P2B1/P1P1PPP1/R2QKBN1 w Q - 2 16',
    ],
    [
      'middlegame',
      'mixedness 151 otherwise',
      '2bq1k1r/1pppb2p/4pp1n/4n1p1/2r2PP1/Pp1PP3/R1PNN2P/B2QKBR1 w - - 6 15',
    ],
    [
      'opening',
      'mixedness 150',
      '1n1qkbr1/r2N1pp1/p4n1p/2p4P/3pp1bR/1P1P2B1/P1P1PPP1/R2QKBN1 b Q - 1 15',
    ],
    [
      'middlegame',
      'mixedness 151',
      'r1bq1bnr/pp4p1/4kp2/3pp2p/1np1P3/2NP2PN/PPP1BP1P/R1BQKR2 w - - 0 11',
    ],
  ])('AN-16 %s: %s', (phase, _, fen) => {
    expect(phaseOf(fen)).toBe(phase);
    expect(phaseOf(turned(fen))).toBe(phase);
  });
});

describe('AN-16 the phases of a game', () => {
  const MIDDLEGAME = '3qrrk1/ppp2ppp/2n5/8/8/8/PPP2PPP/R2QR1K1 w - - 0 1';
  const ENDGAME = '4k3/pppp4/8/8/8/8/4PPPP/4K3 w - - 0 1';

  test('AN-16 begin at the first such position and don’t go back', () => {
    const fens = [START, START, MIDDLEGAME, START, ENDGAME, MIDDLEGAME];
    const division = divisionOf(fens, 'standard');
    expect(division).toEqual({ middlegamePly: 2, endgamePly: 4 });
    expect(division && fens.map((_, ply) => phaseAt(division, ply))).toEqual([
      'opening',
      'opening',
      'middlegame',
      'middlegame',
      'endgame',
      'endgame',
    ]);
  });

  test('AN-16 a game may end in its opening or its middlegame', () => {
    expect(divisionOf([START], 'standard')).toEqual({ middlegamePly: null, endgamePly: null });
    expect(divisionOf([START, MIDDLEGAME], 'standard')).toEqual({
      middlegamePly: 1,
      endgamePly: null,
    });
  });

  test('AN-16 a game from an endgame has no middlegame', () => {
    expect(divisionOf([ENDGAME, ENDGAME], 'standard')).toEqual({
      middlegamePly: null,
      endgamePly: 0,
    });
  });

  test('AN-16 a middlegame begins when a side has three men on its first rank', () => {
    const moves = ['e2e4', 'e7e5', 'g1f3', 'b8c6', 'f1c4', 'g8f6', 'e1g1', 'f8c5', 'b1c3', 'e8g8'];
    const developed = ['d2d3', 'd7d6', 'c1g5', 'c8g4', 'd1d2'];
    const fens = [START];
    [...moves, ...developed].reduce((record, uci) => {
      const next = play(record, uci);
      fens.push(fenOf(next));
      return next;
    }, startRecord());
    expect(divisionOf(fens, 'standard')).toEqual({ middlegamePly: 15, endgamePly: null });
  });

  test.each(['crazyhouse', 'antichess', 'atomic', 'horde', 'racingKings'] as const)(
    'AN-16 %s has no phases',
    (variant) => {
      expect(divisionOf([], variant)).toBeNull();
    },
  );
});
