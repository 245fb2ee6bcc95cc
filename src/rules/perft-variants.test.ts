import { describe, expect, it } from 'vitest';
import type { Variant } from '../contract/game/index.ts';
import { perft } from '../testing/games/perft.ts';
import { startRecord } from './index.ts';

/** Positions with their published counts for depths 1, 2, 3 …, from the tests of chessops, python-chess, shakmaty and Ethereal. */
const positions: readonly (readonly [Variant, string, string | undefined, readonly number[]])[] = [
  [
    'chess960',
    'Ethereal 0',
    'bqnb1rkr/pp3ppp/3ppn2/2p5/5P2/P2P4/NPP1P1PP/BQ1BNRKR w HFhf - 2 9',
    [21, 528, 12189],
  ],
  [
    'chess960',
    'Ethereal 2',
    'b1q1rrkb/pppppppp/3nn3/8/P7/1PPP4/4PPPP/BQNNRKRB w GE - 1 9',
    [20, 479, 10471],
  ],
  [
    'chess960',
    'Ethereal 3',
    'qbbnnrkr/2pp2pp/p7/1p2pp2/8/P3PP2/1PPP1KPP/QBBNNR1R w hf - 0 9',
    [22, 593, 13440],
  ],
  [
    'chess960',
    'Ethereal 25',
    'nqnrb1kr/2pp1ppp/1p1bp3/p1B5/5P2/3N4/PPPPP1PP/NQ1R1BKR w HDhd - 0 9',
    [30, 672, 19307],
  ],
  [
    'chess960',
    'X-FEN 0',
    'r1k1r2q/p1ppp1pp/8/8/8/8/P1PPP1PP/R1K1R2Q w KQkq - 0 1',
    [23, 522, 12333, 285754],
  ],
  ['chess960', 'X-FEN 2', '8/8/8/4B2b/6nN/8/5P2/2R1K2k w Q - 0 1', [34, 318, 9002]],
  ['chess960', 'X-FEN 3', '2r5/8/8/8/8/8/6PP/k2KR3 w K - 0 1', [17, 242, 3931, 57700]],
  ['chess960', 'X-FEN 4', '4r3/3k4/8/8/8/8/6PP/qR1K1R2 w KQ - 0 1', [19, 628, 12858]],
  [
    'chess960',
    'a rook in the way',
    '4rrk1/pbbp2p1/1ppnp3/3n1pqp/3N1PQP/1PPNP3/PBBP2P1/4RRK1 w Ff - 0 1',
    [42, 1743, 71908],
  ],
  [
    'kingOfTheHill',
    'near the hill',
    '8/5k2/1pp2p2/8/3P1PP1/P3K3/1P6/8 b - - 0 1',
    [10, 120, 1000, 12460],
  ],
  [
    'threeCheck',
    'Kiwipete',
    'r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 1+1 0 1',
    [48, 2039, 97848],
  ],
  ['threeCheck', 'castling', 'r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 1+1 0 1', [26, 562, 13410]],
  ['crazyhouse', 'every drop', '2k5/8/8/8/8/8/8/4K3[QRBNPqrbnp] w - - 0 1', [301, 75353]],
  ['crazyhouse', 'drops', '2k5/8/8/8/8/8/8/4K3[Qn] w - - 0 1', [67, 3083, 88634]],
  [
    'crazyhouse',
    'middlegame',
    'r1bqk2r/pppp1ppp/2n1p3/4P3/1b1Pn3/2NB1N2/PPP2PPP/R1BQK2R[] b KQkq - 0 1',
    [42, 1347, 58057],
  ],
  ['crazyhouse', 'promoted', '4k3/1Q~6/8/8/4b3/8/Kpp5/8[] b - - 0 1', [20, 360, 5445]],
  ['antichess', 'initial', undefined, [20, 400, 8067, 153299]],
  ['antichess', 'a-pawn against b-pawn', '8/1p6/8/8/8/8/P7/8 w - - 0 1', [2, 4, 4, 3]],
  ['antichess', 'a-pawn against c-pawn', '8/2p5/8/8/8/8/P7/8 w - - 0 1', [2, 4, 4, 4]],
  ['atomic', 'initial', undefined, [20, 400, 8902]],
  [
    'atomic',
    'programfox 1',
    'rn2kb1r/1pp1p2p/p2q1pp1/3P4/2P3b1/4PN2/PP3PPP/R2QKB1R b KQkq - 0 1',
    [40, 1238, 45237],
  ],
  [
    'atomic',
    'programfox 2',
    'rn1qkb1r/p5pp/2p5/3p4/N3P3/5P2/PPP4P/R1BQK3 w Qkq - 0 1',
    [28, 833, 23353],
  ],
  ['atomic', 'Chess960 castling 1', '8/8/8/8/8/8/2k5/rR4KR w KQ - 0 1', [18, 180, 4364, 61401]],
  ['atomic', 'Chess960 castling 2', 'r3k1rR/5K2/8/8/8/8/8/8 b kq - 0 1', [25, 282, 6753]],
  ['atomic', 'Chess960 castling 3', 'Rr2k1rR/3K4/3p4/8/8/8/7P/8 w kq - 0 1', [21, 465, 10631]],
  [
    'atomic',
    'an explosion near the king',
    'rnbqk2r/pp1p2pp/2p3Nn/5p2/1b2P1PP/8/PPP2P2/R1BQKB1R w KQkq - 0 1',
    [5, 132, 4973],
  ],
  ['horde', 'initial', undefined, [8, 128, 1274, 23310]],
  [
    'horde',
    'open flank',
    '4k3/pp4q1/3P2p1/8/P3PP2/PPP2r2/PPP5/PPPP4 b - - 0 1',
    [30, 241, 6633, 56539],
  ],
  [
    'horde',
    'en passant',
    'k7/5p2/4p2P/3p2P1/2p2P2/1p2P2P/p2P2P1/2P2P2 w - - 0 1',
    [13, 172, 2205, 33781],
  ],
  ['racingKings', 'initial', undefined, [21, 421, 11264]],
  ['racingKings', 'an occupied goal', '4brn1/2K2k2/8/8/8/8/8/8 w - - 0 1', [6, 33, 178]],
];

describe('perft of the variants', () => {
  it.each(positions)(
    'G-1 %s, %s, counts as published',
    (variant, _name, fen, published) => {
      const record = startRecord(fen, variant);
      expect(published.map((_, index) => perft(record, index + 1))).toEqual(published);
    },
    60_000,
  );
});
