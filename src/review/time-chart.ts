import { initialClocks, timeRuns } from '../contract/game/chess-time.ts';
import type { Color, EventBody } from '../contract/game/index.ts';
import type { Clocks, TimeControl } from '../contract/game/time.ts';

/** The part of a game's history that the time chart needs: its moves, and what else changed the clocks. */
type ClockEvent = Extract<EventBody, { type: 'moved' | 'takenBack' | 'timeGiven' }>;

/**
 * The time that each move took, in milliseconds, from the clocks stored with it: what its player had left when the turn
 * began, and the increment, less what was left after it. Moves taken back don't count.
 * @param events the game's history, oldest first; events of other types are passed over
 * @returns by ply; null where no clock ran: for each side's first move (C-3), and without a clock
 */
export function thinkingTimes(
  events: readonly EventBody[],
  timeControl: TimeControl,
): (number | null)[] {
  let clocks = initialClocks(timeControl);
  let times: (number | null)[] = [];
  for (const event of events.filter(isClockEvent)) {
    if (event.type === 'moved') {
      const spent = spentMs(clocks, event, timeControl);
      times.push(timeRuns(timeControl, times.length) ? spent : null);
    } else if (event.type === 'takenBack') {
      times = times.slice(0, Math.max(0, times.length - event.plies));
    }
    clocks = event.clocks ?? clocks;
  }
  return times;
}

const isClockEvent = (event: EventBody): event is ClockEvent =>
  event.type === 'moved' || event.type === 'takenBack' || event.type === 'timeGiven';

function spentMs(
  before: Clocks | null,
  { color, clocks: after }: Extract<ClockEvent, { type: 'moved' }>,
  timeControl: TimeControl,
): number | null {
  if (!before || !after || timeControl.type !== 'clock') return null;
  const spent = leftMs(before, color) + timeControl.incrementMs - leftMs(after, color);
  return Math.max(0, spent);
}

const leftMs = (clocks: Clocks, side: Color): number =>
  side === 'white' ? clocks.whiteMs : clocks.blackMs;

/** Longer thoughts are no higher: 20 minutes, in centiseconds. */
const HIGHEST_CS = 120_000;

/** The height of a thought in the chart, from 0, so that short ones remain visible beside long ones (AN-13). */
export function thoughtHeight(ms: number): number {
  const cs = Math.min(ms / 10, HIGHEST_CS);
  return Math.log(0.005 * cs + 3) ** 2 - Math.log(3) ** 2;
}

/**
 * The ply of the longest thought of both sides (the first is 1), the first of several (AN-13).
 * @returns null when no move took any time
 */
export function longestThoughtPly(times: readonly (number | null)[]): number | null {
  const longest = Math.max(0, ...times.map((ms) => ms ?? 0));
  return longest === 0 ? null : times.indexOf(longest) + 1;
}
