import { parseSan } from 'chessops/san';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uciOf } from './castling.ts';
import {
  automaticEnding,
  fenOf,
  type GameRecord,
  play,
  repetitionCount,
  replay,
  startRecord,
} from './index.ts';
import { legalMoves } from './legality.ts';

const starts = [
  'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1',
  'r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1',
  'r3k2r/Pppp1ppp/1b3nbN/nP6/BBP1P3/q4N2/Pp1P2PP/R2Q1RK1 w kq - 0 1',
  '8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1',
] as const;

/** Few pieces and little room: positions come back often, with castling rights and en passant among them. */
const crowded = [
  '8/8/8/8/8/1p1p1p2/1P1P1P2/k2K4 w - - 0 1',
  '4k2r/4p1p1/4P1P1/8/8/4p1p1/4P1P1/4K2R w Kk - 0 1',
  'k7/p7/P7/6p1/6P1/5p1p/3p1P1P/3K4 b - - 0 1',
] as const;

/** A legal move, in UCI; every second choice takes the mover's last move back where that is possible. */
function choose(record: GameRecord, choice: number): string | undefined {
  const moves = [...legalMoves(record.position, record.position.ctx())].map((move) =>
    uciOf(record.position, move),
  );
  const own = record.moves.at(-2)?.uci ?? '';
  const back = own.slice(2, 4) + own.slice(0, 2);
  return choice % 2 === 0 && moves.includes(back) ? back : moves[choice % moves.length];
}

/** A game of legal moves from one of `fens`: every record on its way, until it ends by itself. */
const games = (fens: readonly string[], maxLength: number) =>
  fc
    .tuple(
      fc.constantFrom(...fens),
      fc.array(fc.nat({ max: 9_999 }), { minLength: maxLength / 2, maxLength }),
    )
    .map(([fen, choices]) => {
      const way = [startRecord(fen)];
      for (const choice of choices) {
        const record = way[way.length - 1];
        if (!record || automaticEnding(record)) break;
        const uci = choose(record, choice);
        if (!uci) break;
        way.push(play(record, uci));
      }
      return way;
    });

const last = (way: readonly GameRecord[]): GameRecord => way[way.length - 1] ?? startRecord();
const epdOf = (record: GameRecord): string => fenOf(record).split(' ').slice(0, 4).join(' ');

describe('any game', () => {
  it('has SAN that reads back as the same move', () => {
    fc.assert(
      fc.property(games(starts, 80), (way) => {
        way.slice(1).forEach((after, ply) => {
          const before = way[ply] ?? after;
          const played = after.moves[ply];
          const move = parseSan(before.position, played?.san ?? '');
          expect(move && uciOf(before.position, move)).toBe(played?.uci);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is the same when replayed from its UCI', () => {
    fc.assert(
      fc.property(games(starts, 80), (way) => {
        const game = last(way);
        const again = replay(game.initialFen, game.moves);
        expect(fenOf(again)).toBe(fenOf(game));
        expect(again.moves).toEqual(game.moves);
        expect(again.reversiblePlies).toBe(game.reversiblePlies);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves every record before as it was', () => {
    fc.assert(
      fc.property(games(starts, 40), (way) => {
        for (const record of way) {
          const before = structuredClone({ ...record });
          for (const move of legalMoves(record.position, record.position.ctx())) {
            play(record, uciOf(record.position, move));
          }
          expect(structuredClone({ ...record })).toEqual(before);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('E-2 counts repetitions as a list of all its positions does', () => {
    let repeated = 0;
    fc.assert(
      fc.property(games(crowded, 60), (way) => {
        way.forEach((record, ply) => {
          const epd = epdOf(record);
          const listed = way.slice(0, ply + 1).filter((past) => epdOf(past) === epd).length;
          if (listed > 2) repeated++;
          expect(repetitionCount(record)).toBe(listed);
        });
      }),
      { numRuns: 60 },
    );
    expect(repeated).toBeGreaterThan(0);
  });
});
