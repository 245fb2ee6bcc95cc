import { policyOf } from '../../contract/game/policy.ts';
import type { GameSetup } from '../../contract/game/setup.ts';
import { DAY_MS, type Speed, speedOf } from '../../contract/game/time.ts';
import { clockOf, clockRuns, type GameState, type PlayingGame, plyOf, turnOf } from './state.ts';

/** How long each side may take for its first move in a game from the lobby, in milliseconds (C-7). */
const FIRST_MOVE_MS: Readonly<Record<Speed, number>> = {
  ultraBullet: 15_000,
  bullet: 20_000,
  blitz: 25_000,
  rapid: 30_000,
  classical: 35_000,
  correspondence: Number.POSITIVE_INFINITY,
};

/** The same where the players may not be waiting at the board: challenges, links, the computer (C-7). */
const LATER_FIRST_MOVE_MS = 60_000;

/** The longest grace between the clock's end and the flag, in milliseconds (C-6). */
const MOST_GRACE_MS = 2000;

/** When the server ends the game unless something happens, ms since 1970; null: never. */
export function dueAtMs(state: GameState): number | null {
  if (state.status !== 'playing') return null;
  const { timeControl } = state.setup;
  return timeControl.type === 'clock' && clockRuns(state)
    ? flagAtMs(state)
    : firstDueAtMs(state.setup, state.turnBeganAtMs);
}

/** The same for a game that starts at `beganAtMs`: when its first move is due (C-7, C-9). */
export function firstDueAtMs(
  setup: Pick<GameSetup, 'timeControl' | 'source'>,
  beganAtMs: number,
): number | null {
  const { timeControl } = setup;
  if (timeControl.type === 'unlimited') return null;
  if (timeControl.type === 'correspondence') return beganAtMs + timeControl.daysPerMove * DAY_MS;
  const quick = policyOf(setup).quickFirstMove;
  return beganAtMs + (quick ? FIRST_MOVE_MS[speedOf(timeControl)] : LATER_FIRST_MOVE_MS);
}

/** When the mover's flag falls (C-6). */
function flagAtMs(state: PlayingGame): number {
  const turn = turnOf(state);
  const leftMs = state.clocks ? clockOf(state.clocks, turn) : 0;
  return state.turnBeganAtMs + leftMs + Math.min(state.quotas[turn], MOST_GRACE_MS);
}

/** Whether a due game is aborted, because its first moves are missing, or lost on time. */
export const isBeforeStart = (state: PlayingGame): boolean =>
  state.setup.timeControl.type === 'clock' && plyOf(state) < 2;
