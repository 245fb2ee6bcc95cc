import { beforeEach, describe, expect, test } from 'vitest';
import type { Presence } from '../../contract/game.ts';
import { createLocalBus } from './bus.ts';
import { PresenceBoard } from './presence.ts';

const seats = { whiteUsername: 'alice', blackUsername: 'bob' };
let board: PresenceBoard;
let told: Presence[];
beforeEach(() => {
  const bus = createLocalBus();
  told = [];
  bus.subscribe('presence:1', (presence) => told.push(presence));
  board = new PresenceBoard(bus, () => seats);
});
const enter = (viewer: string | null) => board.enter(1, viewer);

describe('who is connected', () => {
  test('G-4 players are shown at their seats, everyone else as spectators', () => {
    enter('alice');
    enter('carol');
    const leave = enter(null);
    enter('bob');
    leave();
    expect(told).toEqual([
      { white: true, black: false, spectators: 0 },
      { white: true, black: false, spectators: 1 },
      { white: true, black: false, spectators: 2 },
      { white: true, black: true, spectators: 2 },
      { white: true, black: true, spectators: 1 },
    ]);
  });

  test('G-4 a user counts once however many windows are open, and until the last is closed', () => {
    const leaves = [enter('alice'), enter('alice'), enter('carol'), enter('carol')];
    expect(told.at(-1)).toEqual({ white: true, black: false, spectators: 1 });
    leaves[0]?.();
    leaves[2]?.();
    expect(told.at(-1)).toEqual({ white: true, black: false, spectators: 1 });
    leaves[1]?.();
    leaves[3]?.();
    expect(told.at(-1)).toEqual({ white: false, black: false, spectators: 0 });
  });

  test('G-4 people who are not signed in count one by one', () => {
    enter(null);
    enter(null);
    expect(board.of(1, seats)).toEqual({ white: false, black: false, spectators: 2 });
  });

  test('R-JOIN-3 who holds both seats is at both, and is no spectator', () => {
    enter('alice');
    const both = { whiteUsername: 'alice', blackUsername: 'alice' };
    expect(board.of(1, both)).toEqual({ white: true, black: true, spectators: 0 });
  });

  test('W-6 one game’s visitors are none of another’s', () => {
    enter('alice');
    expect(board.of(2, seats)).toEqual({ white: false, black: false, spectators: 0 });
  });
});
