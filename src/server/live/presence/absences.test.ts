import { expect, test } from 'vitest';
import { seatedGame } from '../../../testing/games/decided-game.ts';
import type { GameState } from '../../game/state.ts';
import { createLocalBus } from '../bus/bus.ts';
import { Absences } from './absences.ts';
import { PresenceBoard } from './presence.ts';

test('E-6 a player who leaves a game that is not in memory is away from then, not from the process start', () => {
  const bus = createLocalBus();
  const game = seatedGame();
  const time = { nowMs: 0 };
  let known: GameState | null = game;
  const board = new PresenceBoard({
    bus,
    games: { known: () => known },
    now: () => time.nowMs,
  });
  const leave = board.enter(game.gameID, 'alice');
  known = null;
  time.nowMs = 60_000;
  leave(false);
  known = game;
  expect(board.absences(game).white).toEqual({ sinceMs: 60_000, left: false });
  bus.publish('sessions', { type: 'cleared' });
  expect(board.absences(game).white?.sinceMs).toBe(0);
});

test('E-6 a player whose departure is forgotten never counts as away for longer than they are', () => {
  let nowMs = 0;
  const absences = new Absences(() => nowMs);
  for (let gameID = 1; gameID <= 10_010; gameID++) {
    nowMs = gameID;
    absences.departed(gameID, 'alice', true);
  }
  expect(absences.of(10_010, 'alice')).toEqual({ sinceMs: 10_010, left: true });
  expect(absences.of(5, 'alice').sinceMs).toBe(10);
  expect(absences.of(11, 'alice')).toEqual({ sinceMs: 11, left: true });
});
