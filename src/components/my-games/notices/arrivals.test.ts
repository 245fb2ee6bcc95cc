import { describe, expect, test } from 'vitest';
import type { GameSummary } from '../../../contract/game/index.ts';
import { plainSetup } from '../../../contract/game/setup.ts';
import type { MyGamesUpdate } from '../../../contract/lobby/my-games.ts';
import { arrivalOf, type Place } from './arrivals.ts';
import { isBusy } from './is-busy.ts';

const blitz = { type: 'clock', limitMs: 180_000, incrementMs: 2000 } as const;
const days = { type: 'correspondence', daysPerMove: 3 } as const;

/** A game of ada's against bob. */
const aGame = (gameID: number, changes: Partial<GameSummary> = {}): GameSummary => ({
  gameID,
  gameName: 'a game',
  setup: { ...plainSetup, source: 'pairing', timeControl: blitz },
  whiteUsername: 'ada',
  blackUsername: 'bob',
  whiteRating: null,
  blackRating: null,
  status: 'playing',
  ply: 0,
  fen: '',
  lastMove: null,
  ending: null,
  changedAtMs: 0,
  dueAtMs: null,
  ...changes,
});
const slow = { ...plainSetup, timeControl: days };
const challenge = aGame(7, {
  status: 'open',
  whiteUsername: null,
  blackUsername: null,
  setup: {
    ...plainSetup,
    source: 'challenge',
    timeControl: blitz,
    host: { username: 'bob', color: 'random', rating: null },
    invited: 'ada',
  },
});
const changed = (game: GameSummary, began = false): MyGamesUpdate => ({
  type: 'changed',
  game,
  began,
});
const snapshot = (...games: GameSummary[]): MyGamesUpdate => ({ type: 'snapshot', games });
const inLobby: Place = { username: 'ada', path: '/lobby', visible: true };
const atBoard: Place = { ...inLobby, path: '/game/1' };

describe('a game that begins', () => {
  test('takes its player to the board, with a sound', () => {
    expect(arrivalOf(changed(aGame(2), true), [], inLobby, false)).toMatchObject({
      begun: { gameID: 2 },
      goes: true,
      notice: null,
      sound: 'begin',
    });
  });
  test('takes nobody from their running game with a clock', () => {
    const begun = arrivalOf(changed(aGame(2), true), [aGame(1)], atBoard, false);
    expect(begun).toMatchObject({ begun: { gameID: 2 }, goes: false });
    expect(begun.notice).toMatchObject({ gameID: 2, link: true });
    // From one over days, or one that is over, it does.
    const over = [aGame(1, { status: 'finished' })];
    for (const games of [over, [], [aGame(1, { setup: slow })]]) {
      expect(arrivalOf(changed(aGame(2), true), games, atBoard, false).goes).toBe(true);
    }
  });
  test('is only told where the page can’t be seen, and at its own board only heard', () => {
    const hidden = { ...inLobby, visible: false };
    const unseen = arrivalOf(changed(aGame(2), true), [], hidden, false);
    expect(unseen).toMatchObject({ begun: { gameID: 2 }, goes: false, sound: 'begin' });
    expect(unseen.notice).not.toBeNull();
    const waiting = arrivalOf(changed(aGame(1), true), [], atBoard, false);
    expect(waiting).toEqual({ begun: null, goes: false, notice: null, sound: 'begin' });
  });
  test('over days is told, in silence', () => {
    const begun = arrivalOf(changed(aGame(2, { setup: slow }), true), [], inLobby, false);
    expect(begun).toMatchObject({ begun: null, goes: false, sound: null });
    expect(begun.notice).toMatchObject({ gameID: 2 });
  });
  test('while the connection was away is known by what was played before', () => {
    const waiting = aGame(2, { status: 'open' });
    expect(arrivalOf(snapshot(aGame(2)), [waiting], inLobby, false)).toMatchObject({
      begun: { gameID: 2 },
      goes: true,
      sound: 'begin',
    });
    const nothing = { begun: null, goes: false, notice: null, sound: null };
    expect(arrivalOf(snapshot(aGame(2)), [aGame(2)], inLobby, false)).toEqual(nothing);
    const later = snapshot(aGame(3, { setup: slow }));
    expect(arrivalOf(later, [], inLobby, false)).toEqual(nothing);
  });
});

describe('a challenge', () => {
  test('is heard when it comes, not when it is there already', () => {
    expect(arrivalOf(changed(challenge), [], inLobby, false).sound).toBe('challenge');
    expect(arrivalOf(snapshot(challenge), [], inLobby, false).sound).toBe('challenge');
    expect(arrivalOf(changed(challenge), [challenge], inLobby, false).sound).toBeNull();
    expect(arrivalOf(snapshot(challenge), [], inLobby, true).sound).toBeNull();
    expect(
      arrivalOf(changed(challenge), [], { ...inLobby, username: 'bob' }, false).sound,
    ).toBeNull();
  });
});

test('busy is who has a running game with a clock before them', () => {
  expect(isBusy([aGame(1)], '/game/1')).toBe(true);
  expect(isBusy([aGame(1)], '/lobby')).toBe(false);
  expect(isBusy([aGame(1, { status: 'finished' }), aGame(2)], '/game/1')).toBe(false);
  expect(isBusy([aGame(1, { setup: slow })], '/game/1')).toBe(false);
});
