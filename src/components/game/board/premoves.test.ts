import { describe, expect, test } from 'vitest';
import { aGame } from '../testing.ts';
import {
  noPremoves,
  plannedDrops,
  planOf,
  premoveDue,
  premoveReducer,
  premoveUci,
} from './premoves.ts';

const AFTER_E4 = 'rnbqkbnr/pppppppp/8/8/4P3/8/PPPP1PPP/RNBQKBNR b KQkq - 0 1';
const BLACK_ANSWERED = 'rnbqkbnr/pppp1ppp/8/4p3/4P3/8/PPPP1PPP/RNBQKBNR w KQkq - 0 2';
const BOARD = 'rnbqkbnr/pppppppp/8/8';

describe('G-6 premoves', () => {
  test('queue up in order, are sent from the front, and are all forgotten at once', () => {
    let queue = premoveReducer(noPremoves, { type: 'add', uci: 'g1f3' });
    queue = premoveReducer(queue, { type: 'add', uci: 'f1c4' });
    expect(queue).toEqual(['g1f3', 'f1c4']);
    expect(premoveReducer(queue, { type: 'sent' })).toEqual(['f1c4']);
    expect(premoveReducer(queue, { type: 'clear' })).toEqual([]);
  });

  test('wait for the opponent’s move; then one is sent, if it is legal', () => {
    const queue = ['g1f3', 'f1c4'];
    expect(premoveDue(queue, aGame({ fen: AFTER_E4 }), 'white')).toEqual({ type: 'wait' });
    const due = premoveDue(queue, aGame({ fen: BLACK_ANSWERED }), 'white');
    expect(due).toEqual({ type: 'send', uci: 'g1f3' });
    expect(premoveDue(noPremoves, aGame({ fen: BLACK_ANSWERED }), 'white').type).toBe('wait');
  });

  test('are all dropped when the first isn’t legal, or the game is over', () => {
    const queue = ['e4d5', 'f1c4'];
    expect(premoveDue(queue, aGame({ fen: BLACK_ANSWERED }), 'white').type).toBe('drop');
    const over = aGame({ fen: BLACK_ANSWERED, status: 'finished' });
    expect(premoveDue(['g1f3'], over, 'white').type).toBe('drop');
  });
});

describe('the board of a plan', () => {
  test('shows the moves made, with the planner to move', () => {
    const plan = planOf(AFTER_E4, 'white', ['g1f3', 'f1c4'], 'standard');
    expect(plan.fen).toBe(`${BOARD}/2B1P3/5N2/PPPP1PPP/RNBQK2R w - - 0 1`);
    expect(plan.squares).toEqual(['g1', 'f3', 'f1', 'c4']);
  });

  test('lets a piece go wherever its way of moving leads, from where the plan has put it', () => {
    const { dests } = planOf(AFTER_E4, 'white', ['g1f3'], 'standard');
    expect(dests.get('f3')).toEqual(expect.arrayContaining(['g5', 'e5', 'd4', 'h4', 'd2']));
    expect(dests.get('e4')).toEqual(expect.arrayContaining(['e5', 'd5', 'f5']));
    expect(dests.has('e7')).toBe(false);
  });

  test.each([
    ['e1g1', '5RK1'],
    ['e1h1', '5RK1'],
    ['e1c1', '2KR3R'],
  ])('castles by %s', (uci, rank) => {
    const fen = '4k3/8/8/8/8/8/8/R3K2R b KQ - 0 1';
    const expected = uci === 'e1c1' ? rank : `R4${rank.slice(1)}`;
    expect(planOf(fen, 'white', [uci], 'standard').fen.split(' ')[0]?.split('/')[7]).toBe(expected);
  });

  test('makes a queen of a pawn on its last rank', () => {
    const plan = planOf('4k3/1P6/8/8/8/8/8/4K3 b - - 0 1', 'white', noPremoves, 'standard');
    expect(premoveUci(plan, 'b7', 'b8')).toBe('b7b8q');
    expect(premoveUci(plan, 'e1', 'e2')).toBe('e1e2');
  });

  test('takes drops, on any square but those of own pieces', () => {
    const fen = '4k3/8/8/8/8/8/8/4K3[N] b - - 0 1';
    const plan = planOf(fen, 'white', ['N@f3'], 'crazyhouse');
    expect(plan.fen).toBe('4k3/8/8/8/8/5N2/8/4K3 w - - 0 1');
    expect(plannedDrops(plan, 'white', 'knight')).not.toContain('f3');
    expect(plannedDrops(plan, 'white', 'knight')).toContain('e8');
    expect(plannedDrops(plan, 'white', 'pawn')).not.toContain('a8');
  });
});
