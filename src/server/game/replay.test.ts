import { Chess } from 'chessops/chess';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { plainSetup } from '../../contract/game/setup.ts';
import { fenOf, startRecord, takeBack } from '../../rules/index.ts';
import { gameFrom } from '../../rules/notation.testing.ts';
import type { StoredEvent, StoredGame } from '../data-access/db/records.ts';
import { eventsAfter, replayGame } from './replay.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A stored game of knight moves to and fro, and of takebacks: a number is how many plies were taken back then. */
function stored(steps: readonly ('move' | number)[]): StoredGame {
  const events: StoredEvent[] = (['white', 'black'] as const).map((color, index) => ({
    number: index + 1,
    atMs: 0,
    body: { type: 'seatTaken', color, username: color },
  }));
  let ply = 0;
  for (const step of steps) {
    const taken = step === 'move' ? 0 : Math.min(step, ply);
    ply += step === 'move' ? 1 : -taken;
    const { uci = '', san = '' } = knights.moves[ply - 1] ?? {};
    const body: StoredEvent['body'] =
      step === 'move'
        ? { type: 'moved', ply, uci, san }
        : { type: 'takenBack', plies: taken, fen: fenAt(ply) };
    if (step === 'move' || taken > 0) events.push({ number: events.length + 1, atMs: 0, body });
  }
  return {
    gameID: 1,
    gameName: 'test',
    createdAtMs: 0,
    initialFen: startRecord().initialFen,
    setup: plainSetup,
    names: { white: null, black: null },
    events,
    downtimes: [],
  };
}

const PLIES = 400;
const knights = gameFrom(undefined, 'Nf3 Nf6 Ng1 Ng8 '.repeat(PLIES / 4).trim());
const fenAt = (ply: number): string => fens[ply] ?? '';
const fens = Array.from({ length: PLIES + 1 }, (_, ply) => fenOf(takeBack(knights, PLIES - ply)));

const moves = (count: number) => Array.from({ length: count }, () => 'move' as const);

describe('E-5 a stored game with takebacks', () => {
  test('E-5 replays each move once, however many were taken back', () => {
    const game = stored([
      ...moves(300),
      ...Array.from({ length: 200 }, () => [1, 'move'] as const).flat(),
    ]);
    const clones = vi.spyOn(Chess.prototype, 'clone');
    replayGame(stored(moves(400)));
    const perMove = clones.mock.calls.length / 400;
    clones.mockClear();
    const state = replayGame(game);
    expect(state.record.moves).toHaveLength(300);
    expect(clones.mock.calls.length).toBeLessThanOrEqual(500 * perMove);
    clones.mockClear();
    expect(eventsAfter(game, 0)).toHaveLength(2 + 300 + 400);
    expect(clones.mock.calls.length).toBeLessThanOrEqual(500 * perMove);
    clones.mockClear();
    expect(eventsAfter(game, 702)).toEqual([]);
    expect(clones).not.toHaveBeenCalled();
  });

  test('E-5 replays few moves again, also when all are taken back ply by ply', () => {
    const clones = vi.spyOn(Chess.prototype, 'clone');
    replayGame(stored(moves(400)));
    const once = clones.mock.calls.length;
    clones.mockClear();
    const state = replayGame(stored([...moves(400), ...Array.from({ length: 400 }, () => 1)]));
    expect(state.record.moves).toEqual([]);
    expect(clones.mock.calls.length).toBeLessThanOrEqual(4 * once);
  });

  test('E-5 equals a new game of the remaining moves, whatever was taken back', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 150 }).map(moves) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 230 }).map((plies) => [plies]) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let ply = 0;
        const fitting = steps.flat().filter((one) => {
          if (one === 'move' && ply === PLIES) return false;
          ply = one === 'move' ? ply + 1 : Math.max(0, ply - one);
          return true;
        });
        const state = replayGame(stored(fitting));
        expect(state.record).toEqual(takeBack(knights, PLIES - ply));
        expect(state.fen).toBe(fenAt(ply));
      }),
      { numRuns: 30 },
    );
  });
});
