import { beforeEach, describe, expect, test } from 'vitest';
import type { Presence } from '../../../contract/game/index.ts';
import { DAY_MS } from '../../../contract/game/time.ts';
import { playLine, seatedGame } from '../../../testing/games/decided-game.ts';
import { createLocalBus } from '../bus/bus.ts';
import { PresenceBoard } from './presence.ts';

const game = seatedGame();
let board: PresenceBoard;
let told: Presence[];
let nowMs = 0;
beforeEach(() => {
  const bus = createLocalBus();
  told = [];
  nowMs = 0;
  bus.subscribe('presence:1', (presence) => told.push(presence));
  board = new PresenceBoard({ bus, games: { known: () => game }, now: () => nowMs });
});
const enter = (viewer: string | null) => board.enter(1, viewer);

describe('who is connected', () => {
  test('G-4 players are shown at their seats, everyone else as spectators', () => {
    enter('alice');
    enter('carol');
    const leave = enter(null);
    enter('bob');
    leave(true);
    expect(told).toMatchObject([
      { white: true, black: false, spectators: 0 },
      { white: true, black: false, spectators: 1 },
      { white: true, black: false, spectators: 2 },
      { white: true, black: true, spectators: 2 },
      { white: true, black: true, spectators: 1 },
    ]);
  });

  test('G-4 a user counts once however many windows are open, and until the last is closed', () => {
    const leaves = [enter('alice'), enter('alice'), enter('carol'), enter('carol')];
    expect(told.at(-1)).toMatchObject({ white: true, black: false, spectators: 1 });
    leaves[0]?.(true);
    leaves[2]?.(true);
    expect(told.at(-1)).toMatchObject({ white: true, black: false, spectators: 1 });
    leaves[1]?.(true);
    leaves[3]?.(true);
    expect(told.at(-1)).toMatchObject({ white: false, black: false, spectators: 0 });
  });

  test('G-4 people who are not signed in count one by one', () => {
    enter(null);
    enter(null);
    expect(board.of(game)).toMatchObject({ white: false, black: false, spectators: 2 });
  });

  test('R-JOIN-3 who holds both seats is at both, and is no spectator', () => {
    enter('alice');
    const both = seatedGame({ white: 'alice', black: 'alice' });
    expect(board.of(both)).toMatchObject({ white: true, black: true, spectators: 0 });
  });

  test('C-9 without a clock who has to move is told as absent once the game can be claimed, there or not', () => {
    enter('bob');
    nowMs = 21 * DAY_MS - 1;
    expect(board.of(game).absent).toBeNull();
    nowMs = 21 * DAY_MS;
    const white = { color: 'white', claimableAtMs: 21 * DAY_MS };
    expect(board.of(game).absent).toEqual(white);
    enter('alice');
    expect(board.of(game).absent).toEqual(white);
    const moved = playLine(game, 'e4', nowMs);
    expect(board.of(moved).absent).toBeNull();
  });

  test('W-6 one game’s visitors are none of another’s', () => {
    enter('alice');
    expect(board.of({ ...game, gameID: 2 })).toMatchObject({
      white: false,
      black: false,
      spectators: 0,
    });
  });

  test('G-4 a large crowd is told now and then, and of the players at once', () => {
    for (let n = 0; n < 2500; n++) enter(null);
    const atOnce = told.length;
    expect(atOnce).toBe(50);
    board.flush();
    expect(told.slice(atOnce)).toMatchObject([{ spectators: 2500 }]);
    const leave = enter(null);
    // Telling so many is put off for two flushes more.
    board.flush();
    board.flush();
    expect(told).toHaveLength(atOnce + 1);
    board.flush();
    expect(told.at(-1)).toMatchObject({ white: false, spectators: 2501 });
    leave(true);
    enter('alice');
    expect(told.at(-1)).toMatchObject({ white: true, spectators: 2500 });
    const all = told.length;
    for (let n = 0; n < 9; n++) board.flush();
    expect(told).toHaveLength(all);
  });
});
