import type { TimeControl } from '../../../contract/game/time.ts';

/** A kind of game that many look for. */
export interface QuickPool {
  /** Names it in addresses, and on its button where it has a clock. */
  readonly label: string;
  readonly timeControl: TimeControl;
  /** Takes the room of two. */
  readonly wide?: boolean;
}

const clock = (minutes: number, seconds: number): QuickPool => ({
  label: `${minutes}+${seconds}`,
  timeControl: { type: 'clock', limitMs: minutes * 60_000, incrementMs: seconds * 1000 },
});

/** The usual times, quickest first. */
export const quickPools: readonly QuickPool[] = [
  clock(1, 0),
  clock(2, 1),
  clock(3, 0),
  clock(3, 2),
  clock(5, 0),
  clock(5, 3),
  clock(10, 0),
  clock(10, 5),
  clock(15, 10),
  clock(30, 20),
  { label: '2 days', timeControl: { type: 'correspondence', daysPerMove: 2 }, wide: true },
];

/** The pool that the address of a page asks for, if it does. */
export const poolIn = (search: string): QuickPool | undefined => {
  const label = new URLSearchParams(search).get('seek');
  return quickPools.find((pool) => pool.label === label);
};
