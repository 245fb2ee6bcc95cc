import { expect, test } from 'vitest';
import type { GameSummary } from '../../contract/game/index.ts';
import { plainSetup } from '../../contract/game/setup.ts';
import { HOME_SHOWN, homeTopOf, seenFirst, topOf } from './lobby-top.ts';

const game = (gameID: number, whiteUsername: string | null = null): GameSummary => ({
  gameID,
  gameName: 'a game',
  setup: plainSetup,
  whiteUsername,
  blackUsername: null,
  whiteRating: null,
  blackRating: null,
  status: 'open',
  ply: 0,
  fen: '',
  lastMove: null,
  ending: null,
  changedAtMs: 0,
  dueAtMs: null,
});
const games = (length: number, whiteUsername?: string) =>
  Array.from({ length }, (_, index) => game(length - index, whiteUsername));
const ids = (list: readonly GameSummary[]) => list.map(({ gameID }) => gameID);

test('a page is drawn with the newest of each list, and knows how many there are', () => {
  const lobby = { open: games(5), moreOpen: true, playing: games(3), finished: games(9) };
  const { lobby: top, counts } = topOf(lobby, { open: 2, playing: 4, finished: 3 });
  expect(ids(top.open)).toEqual([5, 4]);
  expect(ids(top.playing)).toEqual([3, 2, 1]);
  expect(ids(top.finished)).toEqual([9, 8, 7]);
  expect(top.moreOpen).toBe(true);
  expect(counts).toEqual({ open: 5, playing: 3, finished: 9 });
});

test('what is drawn fills the largest screen: lower lists take what the open games leave', () => {
  const drawn = (open: number, playing: number) =>
    seenFirst({ open: games(open), moreOpen: false, playing: games(playing), finished: games(50) });
  expect(drawn(50, 50)).toEqual({ open: 15, playing: 3, finished: 3 });
  expect(drawn(11, 50)).toEqual({ open: 15, playing: 4, finished: 3 });
  expect(drawn(0, 50)).toEqual({ open: 15, playing: 6, finished: 9 });
  expect(drawn(2, 1)).toEqual({ open: 15, playing: 1, finished: 12 });
});

test('home is drawn with other people’s running games, as many as it shows', () => {
  const playing = [...games(4, 'ada'), ...games(20, 'bob')];
  const lobby = { open: games(9), moreOpen: false, playing, finished: games(9) };
  const top = homeTopOf(lobby, 'ada');
  expect(top.open).toHaveLength(HOME_SHOWN);
  expect(top.finished).toEqual([]);
  expect(ids(top.playing)).toEqual([20, 19, 18, 17, 16, 15]);
  expect(homeTopOf(lobby, null).playing[0]?.whiteUsername).toBe('ada');
});
