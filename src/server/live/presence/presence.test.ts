import { beforeEach, describe, expect, test } from 'vitest';
import type { Presence } from '../../../contract/game/index.ts';
import { DAY_MS } from '../../../contract/game/time.ts';
import { playLine, seatedGame } from '../../../testing/games/decided-game.ts';
import { createLocalBus } from '../bus/bus.ts';
import { PresenceBoard } from './presence.ts';

const game = seatedGame();
let board: PresenceBoard;
let published: Presence[];
let nowMs = 0;
beforeEach(() => {
  const bus = createLocalBus();
  published = [];
  nowMs = 0;
  bus.subscribe('presence:1', (presence) => published.push(presence));
  board = new PresenceBoard({ bus, games: { known: () => game }, now: () => nowMs });
});
const enter = (viewer: string | null) => board.enter(1, viewer);

describe('presence', () => {
  test('G-4 players are shown at their seats, everyone else as spectators', () => {
    enter('alice');
    enter('carol');
    const leave = enter(null);
    enter('bob');
    leave(true);
    expect(published).toMatchObject([
      { white: true, black: false, spectators: 0 },
      { white: true, black: false, spectators: 1 },
      { white: true, black: false, spectators: 2 },
      { white: true, black: true, spectators: 2 },
      { white: true, black: true, spectators: 1 },
    ]);
  });

  test('G-4 a user with several windows counts once, until the last is closed', () => {
    const leaves = [enter('alice'), enter('alice'), enter('carol'), enter('carol')];
    expect(published.at(-1)).toMatchObject({ white: true, black: false, spectators: 1 });
    leaves[0]?.(true);
    leaves[2]?.(true);
    expect(published.at(-1)).toMatchObject({ white: true, black: false, spectators: 1 });
    leaves[1]?.(true);
    leaves[3]?.(true);
    expect(published.at(-1)).toMatchObject({ white: false, black: false, spectators: 0 });
  });

  test('G-4 anonymous viewers count separately', () => {
    enter(null);
    enter(null);
    expect(board.of(game)).toMatchObject({ white: false, black: false, spectators: 2 });
  });

  test('R-JOIN-3 a player on both seats is present at both, and no spectator', () => {
    enter('alice');
    const both = seatedGame({ white: 'alice', black: 'alice' });
    expect(board.of(both)).toMatchObject({ white: true, black: true, spectators: 0 });
  });

  test('C-9 without a clock, the player to move is absent once the game can be claimed, connected or not', () => {
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

  test('W-6 viewers of one game do not count in another', () => {
    enter('alice');
    expect(board.of({ ...game, gameID: 2 })).toMatchObject({
      white: false,
      black: false,
      spectators: 0,
    });
  });

  test('G-4 changes in a large crowd are published at intervals, those of players immediately', () => {
    for (let n = 0; n < 2500; n++) enter(null);
    const atOnce = published.length;
    expect(atOnce).toBe(50);
    board.flush();
    expect(published.slice(atOnce)).toMatchObject([{ spectators: 2500 }]);
    const leave = enter(null);
    // A crowd of this size waits for two more flushes.
    board.flush();
    board.flush();
    expect(published).toHaveLength(atOnce + 1);
    board.flush();
    expect(published.at(-1)).toMatchObject({ white: false, spectators: 2501 });
    leave(true);
    enter('alice');
    expect(published.at(-1)).toMatchObject({ white: true, spectators: 2500 });
    const all = published.length;
    for (let n = 0; n < 9; n++) board.flush();
    expect(published).toHaveLength(all);
  });
});
