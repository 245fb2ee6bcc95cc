import Link from 'next/link';
import type { GameSetup } from '../../contract/setup.ts';
import { poolOf, seekPath } from '../lobby/quick-pools.ts';
import { buttonClass } from '../ui/button.tsx';

/** After a game of quick pairing: the way to the next one of its kind. */
export function NewOpponent({ setup }: { readonly setup: GameSetup }) {
  const pool = setup.source === 'pairing' ? poolOf(setup.timeControl) : undefined;
  if (!pool) return null;
  return (
    <Link href={seekPath(pool)} className={buttonClass('plain', 'small')}>
      New opponent
    </Link>
  );
}
