'use client';

import { useState } from 'react';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { pageConnection } from '../api/connection.ts';
import { lazy } from '../hooks/lazy.tsx';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { useMyGames } from '../my-games/my-games-context.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageLink } from '../ui/page-link.tsx';

/** Loaded when it first opens. */
const CreateDialog = lazy(async () => {
  const [{ CreateDialog }] = await Promise.all([
    import('./create/create-dialog.tsx'),
    pageConnection().load(),
  ]);
  return CreateDialog;
});

export interface CreateGameProps {
  /** Null for a visitor, whom the button leads to the sign-in page and back to the lobby. */
  readonly username: string | null;
  readonly size?: 'normal' | 'large';
}

/** The button that opens the dialog to create a game. */
export function CreateGame({ username, size = 'normal' }: CreateGameProps) {
  const [open, setOpen] = useState(false);
  const hydrated = useHydrated();
  const { guest } = useMyGames();
  if (username === null) {
    return (
      <PageLink href="/login?next=/lobby" className={buttonClass('plain', size)}>
        {lobbyText('join.signIn')}
      </PageLink>
    );
  }
  return (
    <>
      <Button size={size} disabled={!hydrated} onClick={() => setOpen(true)}>
        <Icon className="size-[1.15em]">
          <path d="M5 12h14M12 5v14" />
        </Icon>
        {lobbyText('createGame')}
      </Button>
      {open && <CreateDialog username={username} guest={guest} onClose={() => setOpen(false)} />}
    </>
  );
}
