'use client';

import type { GameSetup } from '../../contract/game/setup.ts';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { buttonClass } from '../ui/button.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { AcceptButton } from './accept-button.tsx';

/** A visitor's actions on an open game. */
export function VisitorActions({ game }: { game: { gameID: number; setup: GameSetup } }) {
  return (
    <div className="flex flex-wrap gap-2">
      <AcceptButton game={game} username={null} />
      {!game.setup.rated && (
        <PageLink
          href={`/login?next=/game/${game.gameID}`}
          className={buttonClass('plain', 'small')}
        >
          {lobbyText('join.signIn')}
        </PageLink>
      )}
    </div>
  );
}
