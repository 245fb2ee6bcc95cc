import { expect, test } from 'vitest';
import type { EventBody, GameEvent } from '../../../contract/game/index.ts';
import { moveClocks } from './move-clocks.ts';

const clocks = (whiteMs: number, blackMs: number) => ({ clocks: { whiteMs, blackMs } });
const moved = (ply: number, left: object = {}): EventBody => ({
  type: 'moved',
  color: ply % 2 === 1 ? 'white' : 'black',
  ply,
  uci: 'e2e4',
  san: 'e4',
  fen: '',
  ...left,
});
const events = (...bodies: EventBody[]): GameEvent[] =>
  bodies.map((body, index) => ({ ...body, number: index + 1, atMs: 0 }));

test('each ply has what its mover had left, whatever else happened', () => {
  const given: EventBody = { type: 'timeGiven', color: 'black', ...clocks(9, 24) };
  const all = events(
    moved(1, clocks(9, 9)),
    given,
    moved(2, clocks(9, 23)),
    moved(3, clocks(8, 23)),
  );
  expect(moveClocks(all)).toEqual([9, 23, 8]);
});

test('E-5 a move taken back takes its clock with it', () => {
  const back: EventBody = { type: 'takenBack', plies: 2, fen: '', ...clocks(8, 23) };
  const all = events(moved(1, clocks(9, 9)), moved(2, clocks(9, 8)), back, moved(1, clocks(7, 8)));
  expect(moveClocks(all)).toEqual([7]);
});

test('without a clock nothing is known', () => {
  expect(moveClocks(events(moved(1), moved(2)))).toEqual([null, null]);
});
