import { describe, expect, it } from 'vitest';
import { perft } from '../testing/games/perft.ts';
import { startRecord } from './index.ts';

/** The six positions of the chess programming wiki with their published counts for depths 1, 2, 3 and 4. */
const positions = [
  ['initial', undefined, [20, 400, 8902, 197281]],
  [
    'Kiwipete',
    'r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1',
    [48, 2039, 97862, 4085603],
  ],
  ['position 3', '8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1', [14, 191, 2812, 43238]],
  [
    'position 4',
    'r3k2r/Pppp1ppp/1b3nbN/nP6/BBP1P3/q4N2/Pp1P2PP/R2Q1RK1 w kq - 0 1',
    [6, 264, 9467, 422333],
  ],
  [
    'position 5',
    'rnbq1k1r/pp1Pbppp/2p5/8/2B5/8/PPP1NnPP/RNBQK2R w KQ - 1 8',
    [44, 1486, 62379, 2103487],
  ],
  [
    'position 6',
    'r4rk1/1pp1qppp/p1np1n2/2b1p1B1/2B1P1b1/P1NP1N2/1PP1QPPP/R4RK1 w - - 0 10',
    [46, 2079, 89890, 3894594],
  ],
] as const;

describe('perft', () => {
  it.each(positions)(
    '%s counts as published to depth 4',
    (_name, fen, published) => {
      const record = startRecord(fen);
      expect([1, 2, 3, 4].map((depth) => perft(record, depth))).toEqual(published);
    },
    60_000,
  );
});
