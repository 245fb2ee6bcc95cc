import { DAY_MS, timeRuns, turnOf } from '../../../contract/game/chess-time.ts';
import type { Color, GameView } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';

/** The parts of a game that its clocks depend on. */
export type Timed = Pick<
  GameView,
  'setup' | 'fen' | 'moves' | 'status' | 'clocks' | 'turnBeganAtMs'
>;

/** Below this a clock shows tenths, ms. */
const TENTHS_MS = 10_000;
const SECOND_MS = 1000;

/** Whether this side's clock runs (C-3). */
export const runs = ({ setup, fen, moves, status, turnBeganAtMs }: Timed, color: Color): boolean =>
  status === 'playing' &&
  turnBeganAtMs !== null &&
  turnOf(fen) === color &&
  timeRuns(setup.timeControl, moves.length);

/**
 * A side's remaining time, ms; null without a clock, and in a correspondence game for the side that is not to move.
 * @param nowMs by the server's clock; null while it is unknown, which gives the time at the beginning of the turn
 */
export function remainingMs(game: Timed, color: Color, nowMs: number | null): number | null {
  const { clocks, turnBeganAtMs, setup } = game;
  const running = runs(game, color);
  const spentMs =
    running && nowMs !== null && turnBeganAtMs !== null ? Math.max(0, nowMs - turnBeganAtMs) : 0;
  if (setup.timeControl.type === 'correspondence') {
    return running ? Math.max(0, setup.timeControl.daysPerMove * DAY_MS - spentMs) : null;
  }
  if (clocks === null) return null;
  const atFirst = color === 'white' ? clocks.whiteMs : clocks.blackMs;
  return Math.max(0, atFirst - spentMs);
}

/** A clock's figures: `1:02:03`, `3:00`, `0:09.9`; whole seconds are rounded up, tenths down. */
export function clockFace(ms: number): string {
  if (ms < TENTHS_MS) {
    const tenths = Math.floor(ms / 100);
    return `0:0${Math.floor(tenths / 10)}.${tenths % 10}`;
  }
  const total = Math.ceil(ms / SECOND_MS);
  const two = (value: number) => `${value}`.padStart(2, '0');
  const [hours, minutes, seconds] = [
    Math.floor(total / 3600),
    Math.floor(total / 60) % 60,
    total % 60,
  ];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** Remaining time as text: `2 days 4 h left`, `4 h 10 min left`, `3 min left`, `40 s left`. */
export function leftText(ms: number): string {
  const seconds = Math.ceil(ms / SECOND_MS);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return gameText('clock.daysLeft', { days, hours: hours % 24 });
  if (hours > 0) return gameText('clock.hoursLeft', { hours, minutes: minutes % 60 });
  return minutes > 0
    ? gameText('clock.minutesLeft', { minutes })
    : gameText('clock.secondsLeft', { seconds });
}

/** How long until the figures for `ms` of remaining time change, ms. */
export function nextChangeInMs(ms: number): number {
  if (ms <= 0) return Number.POSITIVE_INFINITY;
  return ms <= TENTHS_MS ? Math.floor(ms % 100) + 1 : ms % SECOND_MS || SECOND_MS;
}

/** Below this a clock is urgent, ms: an eighth of the limit, but 10 s at least and a minute at most. */
export function urgentBelowMs({ setup: { timeControl } }: Timed): number {
  if (timeControl.type !== 'clock') return 0;
  return Math.min(60_000, Math.max(TENTHS_MS, timeControl.limitMs / 8));
}
