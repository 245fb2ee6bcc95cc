import { describe, expect, test } from 'vitest';
import { readMove } from './read-move.ts';

const START = 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1';
/** The b-pawn and the bishop can both take on c3; the other b-pawn promotes, straight on or by taking. */
const RICH = 'r3k2r/1P4pp/8/8/8/2p5/1P1B1PPP/RN2K1NR w KQkq - 0 1';
const TWO_KNIGHTS = '4k3/8/8/8/8/5N2/8/1N2K3 w - - 0 1';

const move = (uci: string) => ({ type: 'move', uci });

describe('a typed move', () => {
  test.each([
    ['e4', 'e2e4'],
    ['e2e4', 'e2e4'],
    ['E2E4', 'e2e4'],
    ['Nf3', 'g1f3'],
    ['nf3', 'g1f3'],
    ['Nf3!', 'g1f3'],
    [' Nc3 ', 'b1c3'],
  ])('%s from the start is %s', (typed, uci) => {
    expect(readMove(START, typed)).toEqual(move(uci));
  });

  test.each([
    ['bxc3', 'b2c3'],
    ['bc3', 'b2c3'],
    ['Bxc3', 'd2c3'],
    ['Bc3', 'd2c3'],
    ['b8=Q', 'b7b8q'],
    ['b8N', 'b7b8n'],
    ['bxa8=R+', 'b7a8r'],
    ['b7a8r', 'b7a8r'],
  ])('%s in a rich position is %s', (typed, uci) => {
    expect(readMove(RICH, typed)).toEqual(move(uci));
  });

  test.each(['O-O', '0-0', 'o-o', 'e1g1', 'OO'])('%s castles', (typed) => {
    expect(readMove('4k3/8/8/8/8/8/8/4K2R w K - 0 1', typed)).toEqual(move('e1g1'));
  });

  test.each(['b8', 'b7b8'])('%s asks for the new piece', (typed) => {
    expect(readMove(RICH, typed)).toEqual({ type: 'promotion', from: 'b7', to: 'b8' });
  });

  test('that two pieces could make is ambiguous, and names both', () => {
    expect(readMove(TWO_KNIGHTS, 'Nd2')).toEqual({
      type: 'ambiguous',
      options: expect.arrayContaining(['Nbd2', 'Nfd2']),
    });
    expect(readMove(TWO_KNIGHTS, 'Nbd2')).toEqual(move('b1d2'));
  });

  test.each(['', 'e5', 'Qh5', 'hello', 'e2e5'])('“%s” is unknown at the start', (typed) => {
    expect(readMove(START, typed)).toEqual({ type: 'unknown' });
  });
});
