'use client';

import type { GameSetup } from '../../contract/game/setup.ts';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { ErrorMessage } from '../ui/error-message.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { useAccept } from './use-accept.ts';

export interface AcceptButtonProps {
  readonly game: { readonly gameID: number; readonly setup: GameSetup };
  /** The reader; null for a visitor, who plays as a guest, or signs in for a rated game. */
  readonly username: string | null;
  readonly size?: 'small' | 'normal';
}

/** Accepts an open game; shows the error below. */
export function AcceptButton({ game, username, size = 'small' }: AcceptButtonProps) {
  const { gameID, setup } = game;
  const { waiting, error, accept } = useAccept(gameID, username);
  const hydrated = useHydrated();
  const signIn = `/login?next=/game/${gameID}`;
  if (username === null && setup.rated) {
    return (
      <PageLink href={signIn} className={buttonClass('plain', size)}>
        {lobbyText('join.signIn')}
      </PageLink>
    );
  }
  return (
    <div className="flex flex-col items-start gap-1">
      <Button
        tone="primary"
        size={size}
        disabled={!hydrated}
        waiting={waiting}
        onClick={accept}
        aria-label={
          setup.host
            ? lobbyText(username === null ? 'join.asGuestAgainst' : 'join.against', {
                host: setup.host.username,
              })
            : undefined
        }
      >
        {lobbyText(username === null ? 'join.asGuest' : 'join.play')}
      </Button>
      <ErrorMessage text={error} />
    </div>
  );
}
