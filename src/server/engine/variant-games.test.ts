import { afterAll, describe, expect, test, vi } from 'vitest';
import { COMPUTER_VARIANTS } from '../../contract/game/computer.ts';
import type { Variant } from '../../contract/game/index.ts';
import { automaticEnding, chess960Fen, engineGame, play, startRecord } from '../../rules/index.ts';
import { Engine } from './engine.ts';
import { locateEngine } from './locate.ts';
import { UciProcess } from './uci-process.ts';

// Engines start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const engine = new Engine({ located: locateEngine('bundled'), warn: () => {} });
afterAll(() => engine.close());

/** Each level plays once. */
const PLIES = 8;

/** The engine's move at level 8. */
const bestMove = (variant: Variant, initialFen: string) =>
  engine.bestMove({ variant, initialFen, moves: [], level: 8 });

describe('the bundled engine', () => {
  test.each(COMPUTER_VARIANTS)('plays by our rules: %s', async (variant) => {
    const fen = variant === 'chess960' ? chess960Fen(0) : undefined;
    let record = startRecord(fen, variant);
    const { initialFen } = record;
    while (record.moves.length < PLIES && !automaticEnding(record)) {
      const { moves } = record;
      // What isn't legal throws.
      const level = 1 + moves.length;
      const uci = await engine.bestMove({ variant, initialFen, moves, level });
      record = play(record, uci);
    }
    expect(record.moves.length).toBeGreaterThan(4);
  });

  test.each([
    ['crazyhouse', 'a drop mates', '6k1/5ppp/8/8/8/8/5PPP/6K1[R] w - - 0 1', /^R@[abcde]8$/],
    ['threeCheck', 'the last check wins', '4k3/8/8/8/8/8/8/K2R4 w - - 1+3 0 3', /^d1[de][18]$/],
    ['antichess', 'only a king escapes', '1r6/P7/8/8/8/8/8/8 w - - 0 1', /^a7b8[qrbnk]$/],
    ['atomic', 'the king is blown up', '3qk3/8/8/8/8/8/8/K2Q4 w - - 0 1', /^d1d8$/],
    ['kingOfTheHill', 'the hill is reached', '7k/8/8/8/8/3K4/8/q7 w - - 0 1', /^d3[de]4$/],
    ['racingKings', 'the last rank is reached', '8/1K5k/8/8/8/8/8/8 b - - 0 1', /^h7[gh]8$/],
    ['horde', 'the horde is taken whole', 'k7/8/8/8/8/8/8/qP6 b - - 0 1', /^a1b1$/],
    ['chess960', 'castling mates', '5k2/4p1p1/2B1P1PN/8/8/8/8/6KR w H - 0 1', /^g1h1$/],
  ] as const)('knows the rules of %s: %s', async (variant, _what, fen, move) => {
    const uci = await bestMove(variant, fen);
    expect(uci).toMatch(move);
    play(startRecord(fen, variant), uci);
  });

  test('promotes to a king in Antichess', async () => {
    const located = locateEngine('bundled');
    if ('missing' in located) throw new Error(located.missing);
    const process = await UciProcess.start(located.command, 60_000);
    const game = engineGame('8/P7/8/8/8/8/8/7n w - - 0 1', [], 'antichess');
    const limits = { depth: 3, nodes: 1000, movetimeMs: 1000 };
    const only = ['a7a8k'];
    expect(game.legal).toContain('a7a8k');
    const { uci } = await process.search({ variant: 'antichess', game, limits, only }, 60_000);
    expect(uci).toBe('a7a8k');
    process.kill();
  });
});
