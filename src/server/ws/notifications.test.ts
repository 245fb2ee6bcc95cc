import { expect, test } from 'vitest';
import { foldEvent } from '../../contract/game/fold.ts';
import type { EventBody, GameEvent } from '../../contract/game/index.ts';
import { plainSetup } from '../../contract/game/setup.ts';
import { startRecord } from '../../rules/index.ts';
import { newGame } from '../game/state.ts';
import { viewOf } from '../game/views.ts';
import { grouped, notificationsFor, roleOf } from './notifications.ts';

const { initialFen } = startRecord();
const game = newGame({ gameID: 1, gameName: 'g', createdAtMs: 0, initialFen, setup: plainSetup });
const seats: EventBody[] = [
  { type: 'seatTaken', color: 'white', username: 'ann' },
  { type: 'seatTaken', color: 'black', username: 'bob' },
];
const numbered = (bodies: readonly EventBody[], after = 0): GameEvent[] =>
  bodies.map((body, index) => ({ ...body, number: after + index + 1, atMs: 0 }));
const seated = numbered(seats).reduce(foldEvent, viewOf(game));

/** What is told of events in the game of ann and bob, a line each: who is told, and what. */
function told(...bodies: EventBody[]): string[] {
  let view = seated;
  return grouped(numbered(bodies, view.lastEvent)).flatMap((group) => {
    const before = view;
    view = group.reduce(foldEvent, before);
    const { load, toOthers, toAll } = notificationsFor(group, before, view);
    return [
      ...(load ? ['game'] : []),
      ...toOthers.map((text) => `others: ${text}`),
      ...toAll.map((text) => `all: ${text}`),
    ];
  });
}
const moved = (uci: string, san: string): EventBody => ({
  type: 'moved',
  color: 'white',
  ply: 1,
  uci,
  san,
  fen: '8/8/8/8/8/8/8/8 b - - 0 1',
});
const ended = (reason: string, winner: 'white' | 'black' | null = null) =>
  ({ type: 'ended', ending: { reason, winner } }) as EventBody;

test('W-9 offers are only said', () => {
  for (const type of ['drawOffered', 'takebackDeclined'] as const) {
    expect(told({ type, color: 'white' })).toEqual([expect.stringMatching(/^all: ann /)]);
  }
});

test('W-9 a takeback sends the game', () => {
  const fen = initialFen;
  expect(told(moved('e2e4', 'e4'), { type: 'takenBack', plies: 1, fen })).toEqual([
    'game',
    'others: ann played e4 (e2 to e4)',
    'game',
    'all: The last move was taken back',
  ]);
});

test.each([
  [ended('drawAgreement'), 'The game is a draw by agreement'],
  [ended('timeout', 'white'), 'bob ran out of time: ann wins'],
  [ended('timeout'), 'The game is a draw on time'],
  [ended('abandonment', 'black'), 'ann is away: bob wins'],
  [ended('aborted'), 'The game was aborted'],
])('W-9 an ending sends the game and is said: %j', (event, words) => {
  expect(told(event)).toEqual(['game', `all: ${words}`]);
});

test('W-4 a resignation is only said, also right after a move', () => {
  expect(told(moved('e2e4', 'e4'), ended('resignation', 'white'))).toEqual([
    'game',
    'others: ann played e4 (e2 to e4)',
    'all: bob resigned: ann wins',
  ]);
});

test('W-2 a move and the end that it is are told together', () => {
  expect(told(moved('e2e4', 'e4'), ended('fiftyMoves'))).toEqual([
    'game',
    'others: ann played e4 (e2 to e4)',
    'all: The game is a draw by the fifty-move rule',
  ]);
  expect(told(moved('N@f3', 'N@f3#'), ended('checkmate', 'white'))).toEqual([
    'game',
    'others: ann played N@f3#',
    'all: bob is checkmated: ann wins',
  ]);
});

test('W-3 who leaves both seats is said to leave once', () => {
  expect(told({ type: 'seatLeft', color: 'white' }, { type: 'seatLeft', color: 'black' })).toEqual([
    'all: ann left the game: white and black to be taken',
  ]);
});

test('W-9 both sitting down at once is one game and two lines', () => {
  const group = numbered(seats);
  expect(grouped(group)).toHaveLength(1);
  expect(notificationsFor(group, viewOf(game), seated)).toEqual({
    load: true,
    toOthers: [],
    toAll: ['ann plays white', 'bob plays black'],
  });
});

test('W-1 the role of a user', () => {
  expect(['ann', 'bob', 'eve'].map((name) => roleOf(seated, name))).toEqual([
    'white',
    'black',
    'an observer',
  ]);
  expect(roleOf({ ...seated, blackUsername: 'ann' }, 'ann')).toBe('white and black');
});
