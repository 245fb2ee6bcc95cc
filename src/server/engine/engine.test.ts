import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { engineGame, startRecord } from '../../rules/index.ts';
import { Engine, type EngineParts, isUnsearchable } from './engine.ts';
import { locateEngine } from './locate.ts';

// Engines start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const { initialFen } = startRecord();
const start = { variant: 'standard', initialFen, moves: [] } as const;
const levels = [1, 2, 3, 4, 5, 6, 7, 8];

const engines: Engine[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.close();
});

function engineWith(parts: Partial<EngineParts> = {}): Engine {
  return new Engine({ located: locateEngine('bundled'), warn: () => {}, ...parts });
}

/** Creates an engine that stops after the test. */
function engineFor(parts: Partial<EngineParts> = {}): Engine {
  const engine = engineWith(parts);
  engines.push(engine);
  return engine;
}

/** Waits until a search is running. @returns the pid of the engine */
async function searching(engine: Engine): Promise<number> {
  for (;;) {
    const { pid, searching } = engine.process ?? {};
    if (searching && pid !== undefined) return pid;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** An engine with these options that plays the first allowed move, or always the same one. */
const SCRIPT = `
  const [, options, move] = process.argv;
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    if (line === 'uci') console.log(options + '\\nuciok');
    if (line === 'isready') console.log('readyok');
    if (line.startsWith('go ')) console.log('bestmove ' + (move ?? line.split('searchmoves ')[1].split(' ')[0]));
  });`;

/** An engine whose first process never finishes a search; later ones finish at once. */
const HANGING = `
  const { existsSync, writeFileSync } = require('node:fs');
  const [, mark] = process.argv;
  const hangs = !existsSync(mark);
  if (mark) writeFileSync(mark, '');
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    if (line === 'uci') console.log('uciok');
    if (line === 'isready') console.log('readyok');
    if (line.startsWith('go ') && !hangs) console.log('bestmove e7e5');
  });`;

describe('the engine', () => {
  const own = engineWith();
  afterAll(() => own.close());

  it('finds a mate in one at level 8', async () => {
    const fen = '6k1/5ppp/8/8/8/8/8/R3K2R w KQ - 0 1';
    expect(await own.bestMove({ variant: 'standard', initialFen: fen, moves: [], level: 8 })).toBe(
      'a1a8',
    );
  });

  it('plays a legal move at every level from odd positions', async () => {
    const odd = [
      'k7/8/8/8/8/8/8/K7 w - - 149 9999',
      '3rk3/8/8/4n3/7b/3n1n2/8/4K3 w - - 0 1',
      '8/P6k/8/8/8/8/p6K/8 b - - 0 1',
      'k7/8/3nnnnn/3nnnnn/8/8/8/K7 w - - 0 1',
      '7k/8/8/3pP3/8/8/8/K7 w - d6 0 2',
    ];
    for (const level of levels) {
      const fen = odd[level % odd.length] ?? initialFen;
      const request = { ...start, initialFen: fen, level, remainingMs: 2000 };
      const move = await own.bestMove(request);
      expect(engineGame(fen, []).legal, `level ${level}`).toContain(move);
    }
  });

  it('castles in Chess960, and reads both sides’ castling', async () => {
    const variant = 'chess960';
    // Castling mates, by the rook on f1.
    const fen = '5k2/4p1p1/2B1P1PN/8/8/8/7P/6KR w H - 0 1';
    expect(await own.bestMove({ variant, initialFen: fen, moves: [], level: 8 })).toBe('g1h1');
    const both = '1r3kr1/5pp1/8/8/8/8/5PP1/1R3KR1 w GBgb - 0 1';
    const moves = [{ uci: 'f1g1' }, { uci: 'f8g8' }];
    const answer = await own.bestMove({ variant, initialFen: both, moves, level: 2 });
    expect(engineGame(both, moves, variant).legal).toContain(answer);
  });

  it('evaluates a position for the side to move', async () => {
    const worth = (turn: 'w' | 'b') =>
      own.evaluate({ ...start, initialFen: `6k1/5ppp/8/8/8/8/Q4PPP/6K1 ${turn} - - 0 1` });
    expect(await worth('w')).toBeGreaterThan(300);
    expect(await worth('b')).toBeLessThan(-300);
  });

  it('starts at the first search, and stops when idle', async () => {
    const own = engineFor({ idleMs: 1 });
    expect(own.process).toBeNull();
    await own.bestMove({ ...start, level: 1 });
    await vi.waitUntil(() => own.process === null, { timeout: 60_000 });
    expect(await own.bestMove({ ...start, level: 1 })).toMatch(/^[a-h]/);
  });
});

describe('an engine that fails', () => {
  const afterE4 = { ...start, moves: [{ uci: 'e2e4' }], level: 8 };
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rookery-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function hangingEngine(parts: Partial<EngineParts>): Engine {
    const args = ['-e', HANGING, path.join(folder, 'mark')];
    return engineFor({ located: { command: { file: process.execPath, args } }, ...parts });
  }

  it('is restarted when it is killed during a search, and the search is answered', async () => {
    const warnings: unknown[] = [];
    const own = hangingEngine({ warn: (_message, cause) => warnings.push(cause) });
    const answer = own.bestMove(afterE4);
    const first = await searching(own);
    process.kill(first, 'SIGKILL');
    expect(await answer).toBe('e7e5');
    expect(String(warnings[0])).toMatch(/it ended \(SIGKILL\)/);
    expect(own.process?.pid).not.toBe(first);
    expect(await own.availability()).toMatchObject({ available: true });
  });

  it('is restarted when it hangs', async () => {
    const warnings: unknown[] = [];
    const own = hangingEngine({ patienceMs: 100, warn: (_, cause) => warnings.push(cause) });
    const answer = own.bestMove(afterE4);
    const first = await searching(own);
    expect(await answer).toBe('e7e5');
    expect(String(warnings[0])).toMatch(/no answer in/);
    expect(own.process?.pid).not.toBe(first);
  });

  it('fails with an error and logs a warning when it cannot be started', async () => {
    const own = engineFor({ located: { command: { file: '/nowhere/engine', args: [] } } });
    for (const _ of [1, 2]) {
      await expect(own.bestMove({ ...start, level: 1 })).rejects.toMatchObject({
        code: 'no_engine',
      });
    }
    expect(await own.availability()).toMatchObject({ available: false, reason: /keeps failing/ });
  });

  it('rejects a program that does not speak UCI', async () => {
    const says = String.raw`console.log("uciok\nreadyok\nbestmove hello")`;
    const args = ['-e', `process.stdin.on("data", () => ${says})`];
    const own = engineFor({ located: { command: { file: process.execPath, args } } });
    await expect(own.bestMove({ ...start, level: 1 })).rejects.toMatchObject({
      code: 'no_engine',
    });
  });
});

describe('the queue', () => {
  it('rejects searches when it is full, and answers the queued ones', async () => {
    const own = engineFor({ maxWaiting: 2 });
    const ask = () => own.bestMove({ ...start, level: 1 });
    const asked = [ask(), ask(), ask()];
    expect(await own.availability()).toMatchObject({ available: false, reason: /busy/ });
    await expect(ask()).rejects.toMatchObject({
      code: 'too_many_requests',
      retryAfterSeconds: 5,
    });
    expect(await Promise.all(asked)).toHaveLength(3);
    expect(await own.availability()).toMatchObject({ available: true });
  });

  it('fails when the server closes', async () => {
    // Without the marker file no search ends.
    const args = ['-e', HANGING, ''];
    const own = engineFor({ located: { command: { file: process.execPath, args } } });
    const asked = [1, 2].map(() => own.bestMove({ ...start, level: 8 }));
    await searching(own);
    own.close();
    const ends = await Promise.allSettled(asked);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(own.process).toBeNull();
  });
});

describe('a custom engine', () => {
  function engineThat(options: string, ...move: string[]): Engine {
    const args = ['-e', SCRIPT, options, ...move];
    return engineFor({ located: { command: { file: process.execPath, args } } });
  }

  it('is asked for its variants', async () => {
    const list = 'option name UCI_Variant type combo default chess var chess var atomic';
    const own = engineThat(list);
    expect(await own.availability()).toEqual({ available: true, variants: ['standard', 'atomic'] });
    const request = { ...start, variant: 'atomic', level: 1 } as const;
    expect(engineGame(initialFen, [], 'atomic').legal).toContain(await own.bestMove(request));
  });

  it('rejects an unsupported variant, and still plays others', async () => {
    const own = engineThat('id name Plain');
    await expect(own.bestMove({ ...start, variant: 'horde', level: 1 })).rejects.toMatchObject({
      code: 'variant_unavailable',
    });
    const { pid } = own.process ?? {};
    expect(await own.bestMove({ ...start, level: 1 })).toMatch(/^[a-h]/);
    expect(own.process?.pid).toBe(pid);
  });

  it('castles by moving the king two squares when it does not support Chess960', async () => {
    const own = engineThat('id name Plain', 'e1g1');
    const fen = '4k3/8/8/8/8/8/8/4K2R w K - 0 1';
    expect(await own.bestMove({ ...start, initialFen: fen, level: 8 })).toBe('e1g1');
  });

  it('that plays an illegal move fails as for an unsearchable position', async () => {
    const own = engineThat('id name Plain', 'e2e5');
    const error = await own.bestMove({ ...start, level: 8 }).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'no_engine' });
    expect(isUnsearchable(error)).toBe(true);
  });
});

describe('without an engine', () => {
  it.each([
    ['off', 'off'],
    ['/nowhere/stockfish', 'none'],
  ])('ENGINE=%s says why', async (setting, reason) => {
    const own = engineFor({ located: locateEngine(setting) });
    expect(await own.availability()).toMatchObject({
      available: false,
      reason,
    });
    await expect(own.bestMove({ ...start, level: 1 })).rejects.toMatchObject({
      code: 'no_engine',
    });
  });

  it('a custom engine is run directly, a script by Node', () => {
    expect(locateEngine(process.execPath)).toEqual({
      command: { file: process.execPath, args: [] },
    });
    expect(locateEngine('scripts/help.mjs')).toMatchObject({
      command: { file: process.execPath },
    });
  });
});
