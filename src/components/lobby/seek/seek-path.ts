import type { TimeControl } from '../../../contract/game/time.ts';
import { type QuickPool, quickPools } from './quick-pools.ts';

const keyOf = ({ timeControl }: Pick<QuickPool, 'timeControl'>): string =>
  Object.values(timeControl).join(' ');

/** The pool of a time control; undefined if it is none of the usual ones. */
export const poolOf = (timeControl: TimeControl): QuickPool | undefined =>
  quickPools.find((pool) => keyOf(pool) === keyOf({ timeControl }));

/** The path of the page that seeks in this pool at once. */
export const seekPath = (pool: QuickPool): string =>
  `/lobby?${new URLSearchParams({ seek: pool.label })}`;
