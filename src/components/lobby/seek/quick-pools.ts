import type { TimeControl } from '../../../contract/game/time.ts';

/** A usual time control, in which players are paired. */
export interface QuickPool {
  /** Its name in URLs, and on its button if it has a clock. */
  readonly label: string;
  readonly timeControl: TimeControl;
  /** Its button is as wide as two. */
  readonly wide?: boolean;
}

const clock = (minutes: number, seconds: number): QuickPool => ({
  label: `${minutes}+${seconds}`,
  timeControl: { type: 'clock', limitMs: minutes * 60_000, incrementMs: seconds * 1000 },
});

/** The usual time controls, fastest first. */
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

/** The pool named in a page's query string. */
export const poolIn = (search: string): QuickPool | undefined => {
  const label = new URLSearchParams(search).get('seek');
  return quickPools.find((pool) => pool.label === label);
};
