import type { TimeControl } from '../../contract/game/time.ts';
import { lobbyText } from '../../generated/texts/lobby.ts';

const clock = (minutes: number, seconds: number): TimeControl => ({
  type: 'clock',
  limitMs: minutes * 60_000,
  incrementMs: seconds * 1000,
});

/** The time controls of the quick-start dialogs, by the name that the browser remembers. */
export const startTimes = {
  none: { type: 'unlimited' },
  '3+2': clock(3, 2),
  '5+3': clock(5, 3),
  '10+0': clock(10, 0),
  '15+10': clock(15, 10),
} as const satisfies Record<string, TimeControl>;

export type StartTime = keyof typeof startTimes;

export const isStartTime = (value: unknown): value is StartTime =>
  typeof value === 'string' && Object.hasOwn(startTimes, value);

export const startTimeOptions = () =>
  Object.keys(startTimes)
    .filter(isStartTime)
    .map((value) => ({ value, label: value === 'none' ? lobbyText('quickStart.noClock') : value }));

export type StartColor = 'white' | 'random' | 'black';

export const isStartColor = (value: unknown): value is StartColor =>
  value === 'white' || value === 'random' || value === 'black';
