'use client';

import Link from 'next/link';
import type { GameSetup } from '../../contract/setup.ts';
import { buttonClass } from '../ui/button.tsx';
import { AcceptButton } from './accept-button.tsx';

/** What somebody who is not signed in can do with a game that waits for an opponent. */
export function VisitorActions({ game }: { game: { gameID: number; setup: GameSetup } }) {
  return (
    <div className="flex flex-wrap gap-2">
      <AcceptButton game={game} username={null} />
      {!game.setup.rated && (
        <Link href={`/login?next=/game/${game.gameID}`} className={buttonClass('plain', 'small')}>
          Sign in to play
        </Link>
      )}
    </div>
  );
}
