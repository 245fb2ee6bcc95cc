import { equalsIgnoreMoves } from 'chessops/chess';
import { makeFen } from 'chessops/fen';
import { parseSan } from 'chessops/san';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uciOf } from './castling.ts';
import {
  chess960Fen,
  fenOf,
  type GameRecord,
  isPromotion,
  legalDests,
  legalDrops,
  play,
  pocketRoles,
  promotionRoles,
  replay,
  startRecord,
  takeBack,
} from './index.ts';
import { fenOfPosition, keyOf } from './position.ts';
import { last, legalUcis, randomGames, type Start } from './random-games.testing.ts';
import { repetitionCount } from './repetition.ts';

const starts: readonly Start[] = [
  ['standard', undefined],
  ['standard', 'r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1'],
  ['standard', 'r3k2r/Pppp1ppp/1b3nbN/nP6/BBP1P3/q4N2/Pp1P2PP/R2Q1RK1 w kq - 0 1'],
  ['standard', '8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1'],
  ['chess960', chess960Fen(0)],
  ['chess960', chess960Fen(355)],
  ['chess960', 'r1k1r2q/p1ppp1pp/8/8/8/8/P1PPP1PP/R1K1R2Q w KQkq - 0 1'],
  ['crazyhouse', undefined],
  ['crazyhouse', 'r3k2r/pP3p1p/8/8/8/8/Pp3P1P/R3K2R[QNPqnp] w KQkq - 0 1'],
  ['kingOfTheHill', undefined],
  ['threeCheck', undefined],
  ['antichess', undefined],
  ['antichess', '8/P5k1/8/8/2n5/8/p5K1/8 w - - 0 1'],
  ['atomic', undefined],
  ['atomic', 'r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1'],
  ['horde', undefined],
  ['racingKings', undefined],
];

/** Few pieces and little room: positions repeat often, with castling rights, en passant, pockets and checks among them. */
const crowded: readonly Start[] = [
  ['standard', '8/8/8/8/8/1p1p1p2/1P1P1P2/k2K4 w - - 0 1'],
  ['standard', '4k2r/4p1p1/4P1P1/8/8/4p1p1/4P1P1/4K2R w Kk - 0 1'],
  ['standard', 'k7/p7/P7/6p1/6P1/5p1p/3p1P1P/3K4 b - - 0 1'],
  ['chess960', '5k1r/4p1p1/4P1P1/8/8/4p1p1/4P1P1/5K1R w Kk - 0 1'],
  ['threeCheck', '4k3/4p1p1/4P1P1/8/8/4p1p1/4P1P1/1R2K3 w - - 3+3 0 1'],
  ['horde', 'k7/p7/P7/8/8/8/8/RR6 w - - 0 1'],
  ['racingKings', '8/8/8/8/8/8/k6K/b6B w - - 0 1'],
  ['atomic', '4k2r/4p1p1/4P1P1/8/8/4p1p1/4P1P1/4K2R w Kk - 0 1'],
];

/** Captures and drops that undo each other, of pawns and promoted pieces as well. */
const crazy: readonly Start[] = [
  ['crazyhouse', 'k6r/7p/8/8/8/8/7P/K6R[] w - - 0 1'],
  ['crazyhouse', 'k7/8/8/8/8/8/8/KQ~5q~[] w - - 0 1'],
];

const same = (one: GameRecord, other: GameRecord): boolean =>
  equalsIgnoreMoves(one.position, other.position);

/** Compares the count after each move with a list of all the game's positions. @returns how often it was above 2 */
function compareCounts(way: readonly GameRecord[]): number {
  let repeated = 0;
  way.forEach((record, ply) => {
    const listed = way.slice(0, ply + 1).filter((past) => same(past, record)).length;
    if (listed > 2) repeated++;
    expect(repetitionCount(record)).toBe(listed);
  });
  return repeated;
}

describe('any game in any variant', () => {
  it('writes the same FEN as chessops', () => {
    fc.assert(
      fc.property(randomGames(starts, 60), (way) => {
        for (const { position } of way) {
          expect(fenOfPosition(position)).toBe(makeFen(position.toSetup()));
          expect(keyOf(position)).toBe(makeFen(position.toSetup(), { epd: true }));
        }
      }),
    );
  });

  it('G-1 has SAN that parses to the same move', () => {
    fc.assert(
      fc.property(randomGames(starts, 80), (way) => {
        way.slice(1).forEach((after, ply) => {
          const before = way[ply] ?? after;
          const played = after.moves[ply];
          const move = parseSan(before.position, played?.san ?? '');
          expect(move && uciOf(before.position, move, before.variant)).toBe(played?.uci);
        });
      }),
      { numRuns: 80 },
    );
  });

  it('G-1 is reproduced by its UCI moves', () => {
    fc.assert(
      fc.property(randomGames(starts, 80), (way) => {
        const game = last(way);
        const again = replay(game.initialFen, game.moves, game.variant);
        expect(fenOf(again)).toBe(fenOf(game));
        expect({ ...again, position: null }).toEqual({ ...game, position: null });
      }),
      { numRuns: 80 },
    );
  });

  it('G-1 has a FEN with the same legal moves', () => {
    fc.assert(
      fc.property(randomGames(starts, 60), (way) => {
        const game = last(way);
        const read = startRecord(fenOf(game), game.variant);
        expect(read.initialFen).toBe(fenOf(game));
        expect(legalUcis(read)).toEqual(legalUcis(game));
      }),
      { numRuns: 80 },
    );
  });

  it('G-1 gives the board exactly the legal moves', () => {
    fc.assert(
      fc.property(randomGames(starts, 60), (way) => {
        const game = last(way);
        const fen = fenOf(game);
        const offered = new Set<string>();
        for (const [from, dests] of legalDests(fen, game.variant)) {
          for (const to of dests) {
            const letters = promotionRoles(game.variant).map((role) =>
              role === 'knight' ? 'n' : role.charAt(0),
            );
            for (const letter of isPromotion(fen, from, to) ? letters : ['']) {
              offered.add(play(game, from + to + letter).moves.at(-1)?.uci ?? '');
            }
          }
        }
        for (const role of pocketRoles) {
          const letter = role === 'knight' ? 'N' : role.charAt(0).toUpperCase();
          for (const to of legalDrops(game, role)) offered.add(`${letter}@${to}`);
        }
        expect([...offered].sort()).toEqual(legalUcis(game).sort());
      }),
      { numRuns: 80 },
    );
  });

  it('G-1 leaves every earlier record unchanged', () => {
    fc.assert(
      fc.property(randomGames(starts, 24), (way) => {
        for (const record of way) {
          const before = structuredClone({ ...record });
          for (const uci of legalUcis(record)) play(record, uci);
          expect(structuredClone({ ...record })).toEqual(before);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('E-5 is the earlier game after takebacks', () => {
    fc.assert(
      fc.property(randomGames([...starts, ...crazy], 60), fc.nat({ max: 8 }), (way, plies) => {
        expect(takeBack(last(way), plies)).toEqual(way[Math.max(0, way.length - 1 - plies)]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['the other variants', crowded, 100],
    ['Crazyhouse', crazy, 60],
  ])('E-2 counts repetitions in %s as a list of all its positions does', (_name, from, numRuns) => {
    let repeated = 0;
    fc.assert(
      fc.property(randomGames(from, 60), (way) => {
        repeated += compareCounts(way);
      }),
      { numRuns },
    );
    expect(repeated).toBeGreaterThan(0);
  });
});
