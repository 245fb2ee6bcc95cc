import { describe, expect, test } from 'vitest';
import {
  act,
  aliceAndBob,
  decide,
  moveBy,
  playLine,
  seatedGame,
  uciOf,
} from '../../../testing/games/decided-game.ts';
import type { GameState } from '../state.ts';

const endingOf = (state: GameState) => (state.status === 'finished' ? state.ending : null);
const move = (username: string, ply: number, uci: string) =>
  ({ type: 'move', username, ply, uci }) as const;
const refused = (code: string) => expect.objectContaining({ name: 'RookeryError', code });

describe('E-1 a game ends by itself', () => {
  const endings = [
    ['checkmate', 'f3 e5 g4 Qh4#', undefined, 'black'],
    ['checkmate', 'e4 e5 Bc4 Nc6 Qh5 Nf6 Qxf7#', undefined, 'white'],
    ['stalemate', 'Qg6', '7k/8/8/8/8/8/1K6/6Q1 w - - 0 1', null],
    ['insufficientMaterial', 'Kxe3', '8/8/8/4k3/8/4n3/4K3/2B5 w - - 0 1', null],
    ['fiftyMoves', 'Ra2', '7k/8/8/8/8/8/1K6/R7 w - - 99 80', null],
  ] as const;
  test.each(endings)('E-1 %s: %s', (reason, line, fen, winner) => {
    const game = playLine(seatedGame(aliceAndBob, fen), line);
    expect(endingOf(game)).toEqual({ reason, winner });
  });

  test('E-1 fivefold repetition', () => {
    const back = 'Nf3 Nf6 Ng1 Ng8';
    const fourTimes = playLine(seatedGame(), [back, back, back].join(' '));
    expect(endingOf(fourTimes)).toBeNull();
    expect(endingOf(playLine(fourTimes, back))).toEqual({
      reason: 'fivefoldRepetition',
      winner: null,
    });
  });

  test('E-1 the ending is decided with the move, as a second event', () => {
    const game = playLine(seatedGame(), 'f3 e5 g4');
    const { events } = decide(game, moveBy(game, 'd8h4'));
    expect(events).toEqual([
      expect.objectContaining({ type: 'moved', color: 'black', ply: 4, san: 'Qh4#' }),
      { type: 'ended', ending: { reason: 'checkmate', winner: 'black' } },
    ]);
  });
});

describe('a move is rejected', () => {
  const afterE4 = playLine(seatedGame(), 'e4');

  test('from a user who does not play', () => {
    expect(() => decide(afterE4, move('carol', 1, 'e7e5'))).toThrow(refused('not_a_player'));
  });
  test('R-REG-2 from a user whose name differs in case: sessions carry the name as registered', () => {
    expect(() => decide(afterE4, move('Bob', 1, 'e7e5'))).toThrow(refused('not_a_player'));
  });
  test('out of turn', () => {
    expect(() => decide(afterE4, move('alice', 1, 'd2d4'))).toThrow(refused('not_your_turn'));
  });
  test.each([0, 2, -1, 0.5, 1e9])('T-2 as the answer to ply %s, when 1 has been played', (ply) => {
    expect(() => decide(afterE4, move('bob', ply, 'e7e5'))).toThrow(refused('stale_ply'));
  });
  test.each(['e7e4', 'e2e4', 'e8g8', 'e7e5q', '', 'O-O', 'e7e8'])('when %j is illegal', (uci) => {
    expect(() => decide(afterE4, move('bob', 1, uci))).toThrow(refused('illegal_move'));
  });
});

describe('T-2 a repeated move', () => {
  const game = playLine(seatedGame(), 'e4 e5 Nf3 Nc6 Bb5');
  const line = ['e2e4', 'e7e5', 'g1f3', 'b8c6', 'f1b5'];

  test.each(line.map((uci, ply) => [ply, uci] as const))(
    'T-2 is no event when its player repeats it, also long after: ply %i, %s',
    (ply, uci) => {
      const username = ply % 2 ? 'bob' : 'alice';
      expect(decide(game, move(username, ply, uci)).events).toEqual([]);
    },
  );
  test('T-2 is rejected from the other player', () => {
    expect(() => decide(game, move('bob', 4, 'f1b5'))).toThrow(refused('stale_ply'));
    expect(() => decide(game, move('alice', 1, 'e7e5'))).toThrow(refused('stale_ply'));
  });
  test('T-2 is rejected when it is another move for the same ply', () => {
    expect(() => decide(game, move('alice', 4, 'f1c4'))).toThrow(refused('stale_ply'));
  });
  test('T-2 causes no event when castling is named in its other form', () => {
    const castled = playLine(game, 'a6 O-O');
    for (const uci of ['e1g1', 'e1h1']) {
      expect(decide(castled, move('alice', 6, uci)).events).toEqual([]);
    }
    for (const uci of ['e1f1', 'e1c1', 'e1a1', 'e1g1q', 'f1h1']) {
      expect(() => decide(castled, move('alice', 6, uci))).toThrow(refused('stale_ply'));
    }
  });
  test('T-2 causes no event also after the end of the game', () => {
    const resigned = act(game, { type: 'resign', username: 'bob' });
    expect(decide(resigned, move('alice', 4, 'f1b5')).events).toEqual([]);
    const mated = playLine(seatedGame(), 'f3 e5 g4 Qh4#');
    expect(decide(mated, move('bob', 3, 'd8h4')).events).toEqual([]);
  });
  test('T-2 counts plies from the initial position', () => {
    const blackToMove = playLine(
      seatedGame(aliceAndBob, '4k3/8/8/8/8/8/4P3/4K3 b - - 0 1'),
      'Kd7 e4 Kc6',
    );
    expect(decide(blackToMove, move('bob', 0, 'e8d7')).events).toEqual([]);
    expect(decide(blackToMove, move('alice', 1, 'e2e4')).events).toEqual([]);
    expect(() => decide(blackToMove, move('alice', 0, 'e8d7'))).toThrow(refused('stale_ply'));
  });
});

describe('seats', () => {
  test('R-JOIN-3 the holder of both seats moves for both sides', () => {
    const game = playLine(seatedGame({ white: 'alice', black: 'alice' }), 'e4 e5 Nf3');
    expect(game.record.moves).toHaveLength(3);
    expect(decide(game, move('alice', 1, 'e7e5')).events).toEqual([]);
  });
  test('R-JOIN-3 the holder of both seats resigns for the side to move', () => {
    const game = playLine(seatedGame({ white: 'alice', black: 'alice' }), 'e4');
    expect(endingOf(act(game, { type: 'resign', username: 'alice' }))).toEqual({
      reason: 'resignation',
      winner: 'white',
    });
  });
  test('W-7 White may move while the black seat is empty, and then waits', () => {
    const game = act(seatedGame({ white: 'alice', black: null }), move('alice', 0, 'e2e4'));
    expect(game.status).toBe('open');
    expect(() => decide(game, move('alice', 1, 'e7e5'))).toThrow(refused('not_your_turn'));
  });
  test('W-7 Black waits while the white seat is empty', () => {
    const game = seatedGame({ white: null, black: 'bob' });
    expect(() => decide(game, move('bob', 0, 'e2e4'))).toThrow(refused('not_your_turn'));
  });
  test('W-7 a game without players has no mover', () => {
    const game = seatedGame({ white: null, black: null });
    expect(() => decide(game, move('', 0, 'e2e4'))).toThrow(refused('not_a_player'));
  });
});

test('decide is pure: it repeats its answer and leaves the game unchanged', () => {
  const game = playLine(seatedGame(), 'e4 e5');
  const before = structuredClone({ ...game });
  const [uci = ''] = uciOf(game, 'Nf3');
  expect(decide(game, moveBy(game, uci))).toEqual(decide(game, moveBy(game, uci)));
  expect(structuredClone({ ...game })).toEqual(before);
});
