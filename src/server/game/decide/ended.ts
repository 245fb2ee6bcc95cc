import type { Color, EndReason, EventBody } from '../../../contract/game/index.ts';
import { clockOf, clockRuns, type GameState, turnOf, withClock } from '../state.ts';
import type { Moment } from './command.ts';

/** The clocks now: the elapsed time of the turn is charged. */
export function clocksNow(state: GameState, { nowMs }: Moment): GameState['clocks'] {
  const { clocks } = state;
  if (state.status !== 'playing' || clocks === null || !clockRuns(state)) return clocks;
  const turn = turnOf(state);
  const passedMs = Math.max(0, nowMs - state.turnBeganAtMs);
  return withClock(clocks, turn, Math.max(0, clockOf(clocks, turn) - passedMs));
}

/** Ends the game now. */
export function ended(
  state: GameState,
  reason: EndReason,
  winner: Color | null,
  moment: Moment,
): EventBody {
  const clocks = clocksNow(state, moment);
  return { type: 'ended', ending: { reason, winner }, ...(clocks && { clocks }) };
}
