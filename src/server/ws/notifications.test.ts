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

/** The messages about events in the game of ann and bob, one per line: receivers and text. */
function sentFor(...bodies: EventBody[]): string[] {
  let view = seated;
  return grouped(numbered(bodies, view.lastEvent)).flatMap((group) => {
    view = group.reduce(foldEvent, view);
    const { load, toOthers, toAll } = notificationsFor(group, view);
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

const e4 = moved('e2e4', 'e4');
const e4Sent = ['game', 'others: ann played e4 (e2 to e4)'];

/** Every kind of event, and all messages about it. */
const sent: { readonly [K in EventBody['type']]: readonly [rule: string, EventBody, string[]] } = {
  seatTaken: ['W-10', { type: 'seatTaken', color: 'white', username: 'ann' }, []],
  seatLeft: ['W-10', { type: 'seatLeft', color: 'white' }, []],
  renamed: ['W-10', { type: 'renamed', color: 'white', username: 'eve' }, []],
  rematchOffered: ['W-10', { type: 'rematchOffered', color: 'white' }, []],
  rematchDeclined: ['W-10', { type: 'rematchDeclined', color: 'white' }, []],
  rematchCancelled: ['W-10', { type: 'rematchCancelled', color: 'white' }, []],
  rematched: ['W-10', { type: 'rematched', gameID: 2 }, []],
  moved: ['W-2', e4, e4Sent],
  takenBack: [
    'W-9',
    { type: 'takenBack', plies: 2, fen: initialFen },
    ['game', 'all: Two moves were taken back'],
  ],
  drawOffered: ['W-9', { type: 'drawOffered', color: 'white' }, ['all: ann offers a draw']],
  drawDeclined: ['W-9', { type: 'drawDeclined', color: 'black' }, ['all: bob declines the draw']],
  takebackOffered: [
    'W-9',
    { type: 'takebackOffered', color: 'white' },
    ['all: ann proposes a takeback'],
  ],
  takebackDeclined: [
    'W-9',
    { type: 'takebackDeclined', color: 'black' },
    ['all: bob declines the takeback'],
  ],
  takebackCancelled: [
    'W-9',
    { type: 'takebackCancelled', color: 'white' },
    ['all: ann cancels the takeback'],
  ],
  timeGiven: [
    'W-9',
    { type: 'timeGiven', color: 'black', clocks: { whiteMs: 1, blackMs: 2 } },
    ['all: bob was given 15 seconds'],
  ],
  ended: ['W-4', ended('resignation', 'black'), ['all: ann resigned: bob wins']],
};

test.each(Object.values(sent))('%s all that is sent about %j', (_rule, event, messages) => {
  expect(sentFor(event)).toEqual(messages);
});

test('W-9 a move and its takeback are sent one after the other', () => {
  expect(sentFor(e4, { type: 'takenBack', plies: 1, fen: initialFen })).toEqual([
    ...e4Sent,
    'game',
    'all: The last move was taken back',
  ]);
});

test.each([
  [ended('drawAgreement'), 'The game is a draw by agreement'],
  [ended('threefoldRepetition'), 'The game is a draw by threefold repetition'],
  [ended('timeout', 'white'), 'bob ran out of time: ann wins'],
  [ended('timeout'), 'The game is a draw on time'],
  [ended('abandonment', 'black'), 'ann is away: bob wins'],
  [ended('aborted'), 'The game was aborted'],
  [ended('declined'), 'The challenge was declined'],
])('W-4 W-9 an ending without a move is one notification to everyone: %j', (event, text) => {
  expect(sentFor(event)).toEqual([`all: ${text}`]);
});

test('W-4 a resignation is one notification, also right after a move', () => {
  expect(sentFor(moved('e2e4', 'e4'), ended('resignation', 'white'))).toEqual([
    'game',
    'others: ann played e4 (e2 to e4)',
    'all: bob resigned: ann wins',
  ]);
});

test('W-2 a move and the ending that it causes are sent together', () => {
  expect(sentFor(moved('e2e4', 'e4'), ended('fiftyMoves'))).toEqual([
    'game',
    'others: ann played e4 (e2 to e4)',
    'all: The game is a draw by the fifty-move rule',
  ]);
  expect(sentFor(moved('N@f3', 'N@f3#'), ended('checkmate', 'white'))).toEqual([
    'game',
    'others: ann played N@f3#',
    'all: bob is checkmated: ann wins',
  ]);
});

test('W-10 seats taken or left send nothing', () => {
  expect(
    sentFor({ type: 'seatLeft', color: 'white' }, { type: 'seatLeft', color: 'black' }),
  ).toEqual([]);
});

test('W-1 the role of a user', () => {
  expect(['ann', 'bob', 'eve'].map((name) => roleOf(seated, name))).toEqual([
    'white',
    'black',
    'an observer',
  ]);
  expect(roleOf({ ...seated, blackUsername: 'ann' }, 'ann')).toBe('white and black');
});
