import { parsePgn, startingPosition } from 'chessops/pgn';
import { describe, expect, test } from 'vitest';
import type { GameView, Variant } from '../../contract/game/index.ts';
import { plainSetup } from '../../contract/game/setup.ts';
import type { TimeControl } from '../../contract/game/time.ts';
import { gameFrom, playSan } from '../notation.testing.ts';
import { initialFenOf } from '../variants.ts';
import { pgnOf } from './pgn.ts';

/** A game of ann and bob after these moves in SAN. */
function aGame(line: string, changes: Partial<GameView> = {}, fen?: string): GameView {
  const { initialFen, moves } = playSan(gameFrom(fen), line);
  return {
    gameID: 7,
    gameName: 'An evening',
    setup: plainSetup,
    whiteUsername: 'ann',
    blackUsername: 'bob',
    whiteRating: null,
    blackRating: null,
    status: 'playing',
    createdAtMs: Date.UTC(2026, 1, 3, 4, 5, 6),
    lastEvent: 9,
    initialFen,
    fen: initialFen,
    moves: [...moves],
    clocks: null,
    turnBeganAtMs: null,
    drawOffer: null,
    takebackOffer: null,
    rematchOffer: null,
    rematchID: null,
    ending: null,
    ratings: null,
    ...changes,
  };
}
const timed = (timeControl: TimeControl) => ({ setup: { ...plainSetup, timeControl } });
const blitz: TimeControl = { type: 'clock', limitMs: 180_000, incrementMs: 2000 };

/** The text below the tags, in one line. */
const movetext = (pgn: string): string => (pgn.split('\n\n')[1] ?? '').trim().replaceAll('\n', ' ');

describe('a game in PGN', () => {
  test('PG-1 names the opening if it is given', () => {
    const opening = { eco: 'A00', name: "Barnes Opening: Fool's Mate Line" };
    expect(pgnOf(aGame('f3 e5 g4'), { opening })).toContain(
      `[ECO "A00"]\n[Opening "Barnes Opening: Fool's Mate Line"]\n\n1. f3 e5 2. g4`,
    );
    expect(pgnOf(aGame('f3 e5 g4'))).not.toContain('[ECO');
  });

  test('has the seven tags in their order, then the optional ones', () => {
    const game = aGame('f3 e5 g4 Qh4#', {
      ...timed(blitz),
      whiteRating: { rating: 1512, provisional: true },
      blackRating: { rating: 1730, provisional: false },
      ending: { reason: 'checkmate', winner: 'black' },
    });
    expect(pgnOf(game, { site: 'http://localhost/game/7' })).toBe(`[Event "An evening"]
[Site "http://localhost/game/7"]
[Date "2026.02.03"]
[Round "-"]
[White "ann"]
[Black "bob"]
[Result "0-1"]
[UTCDate "2026.02.03"]
[UTCTime "04:05:06"]
[WhiteElo "1512"]
[BlackElo "1730"]
[TimeControl "180+2"]
[Termination "normal"]

1. f3 e5 2. g4 Qh4# 0-1
`);
  });

  test('writes the clocks after the moves, and Black’s number after a comment', () => {
    const game = aGame('e4 e5 Nf3', timed(blitz));
    const clocksMs = [180_000, 3_723_999, null];
    expect(movetext(pgnOf(game, { clocksMs }))).toBe(
      '1. e4 { [%clk 0:03:00] } 1... e5 { [%clk 1:02:03] } 2. Nf3 *',
    );
  });

  test('G-1 from another position it names the FEN, and numbers the moves from there', () => {
    const fen = '4k3/8/8/8/8/8/4P3/4K3 b - - 3 12';
    const pgn = pgnOf(aGame('Kd7 e4 Kd6', {}, fen));
    expect(pgn).toContain(`[SetUp "1"]\n[FEN "${fen}"]`);
    expect(movetext(pgn)).toBe('12... Kd7 13. e4 Kd6 *');
  });

  test.each([
    ['standard', false],
    ['chess960', true],
    ['threeCheck', false],
  ] as const)('G-1 %s: has a FEN tag unless the name implies the start', (variant, hasFen) => {
    const setup = { ...plainSetup, variant };
    const pgn = pgnOf(aGame('', { setup, initialFen: initialFenOf(variant) }));
    expect(pgn.includes('[FEN ')).toBe(hasFen);
    expect(pgn.includes('[Variant ')).toBe(variant !== 'standard');
  });

  test.each([
    [{ reason: 'timeout', winner: 'white' }, '1-0', 'time forfeit'],
    [{ reason: 'abandonment', winner: null }, '1/2-1/2', 'abandoned'],
    [{ reason: 'resignation', winner: 'black' }, '0-1', 'normal'],
    [{ reason: 'aborted', winner: null }, '*', 'abandoned'],
    [null, '*', 'unterminated'],
  ] as const)('the ending %j is %s, %s', (ending, result, termination) => {
    const pgn = pgnOf(aGame('e4', { ending }));
    expect(pgn).toContain(`[Result "${result}"]`);
    expect(pgn).toContain(`[Termination "${termination}"]`);
    expect(movetext(pgn)).toBe(`1. e4 ${result}`);
  });

  test('C-1 each time control has its own notation', () => {
    const tag = (time: TimeControl) => /\[TimeControl "(.*)"\]/.exec(pgnOf(aGame('', timed(time))));
    expect(tag({ type: 'unlimited' })?.[1]).toBe('-');
    expect(tag({ type: 'correspondence', daysPerMove: 3 })?.[1]).toBe('1/259200');
    expect(tag(blitz)?.[1]).toBe('180+2');
  });

  test('a name can’t escape its tag', () => {
    const pgn = pgnOf(aGame('', { gameName: 'a "b" \\ c' }));
    expect(parsePgn(pgn)[0]?.headers.get('Event')).toBe('a "b" \\ c');
  });

  test('no line reaches 80 characters, and chessops parses the whole', () => {
    const line = Array.from({ length: 30 }, () => 'Nf3 Nf6 Ng1 Ng8').join(' ');
    const game = aGame(line, timed(blitz));
    const pgn = pgnOf(game, { clocksMs: game.moves.map((_, ply) => 180_000 - ply * 1000) });
    for (const part of movetext(pgn) === '' ? [] : pgn.split('\n')) {
      expect(part.length).toBeLessThan(80);
    }
    const [read] = parsePgn(pgn);
    expect([...(read?.moves.mainline() ?? [])].map(({ san }) => san)).toEqual(line.split(' '));
  });

  test.each(['crazyhouse', 'racingKings', 'horde', 'chess960'] as const)(
    'G-1 chessops reads the start of %s as we do',
    (variant: Variant) => {
      const setup = { ...plainSetup, variant };
      const pgn = pgnOf(aGame('', { setup, initialFen: initialFenOf(variant) }));
      const headers = parsePgn(pgn)[0]?.headers ?? new Map<string, string>();
      expect(startingPosition(headers).unwrap().toSetup().board.occupied.size()).toBeGreaterThan(0);
    },
  );
});
