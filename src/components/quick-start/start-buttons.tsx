'use client';

import { useState } from 'react';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { pageConnection } from '../api/connection.ts';
import { lazy } from '../hooks/lazy.tsx';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { Button } from '../ui/button.tsx';

const load = () => Promise.all([import('./start-dialogs.ts'), pageConnection().load()]);

/** Loaded when the first one opens. */
const ComputerDialog = lazy(async () => {
  const [{ ComputerDialog }] = await load();
  return ComputerDialog;
});
const FriendDialog = lazy(async () => {
  const [{ FriendDialog }] = await load();
  return FriendDialog;
});

export interface StartButtonsProps {
  /** Null for a visitor who is not signed in, who plays as a guest. */
  readonly username: string | null;
  readonly size?: 'normal' | 'large';
}

/** The buttons that open the dialogs for a game against the computer or a friend. */
export function StartButtons({ username, size = 'normal' }: StartButtonsProps) {
  const hydrated = useHydrated();
  const [open, setOpen] = useState<'computer' | 'friend' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button
        tone="primary"
        size={size}
        disabled={!hydrated}
        aria-haspopup="dialog"
        onClick={() => setOpen('computer')}
      >
        {lobbyText('quickStart.computer.title')}
      </Button>
      <Button
        size={size}
        disabled={!hydrated}
        aria-haspopup="dialog"
        onClick={() => setOpen('friend')}
      >
        {lobbyText('quickStart.friend.title')}
      </Button>
      {open === 'computer' && <ComputerDialog username={username} onClose={close} />}
      {open === 'friend' && <FriendDialog username={username} onClose={close} />}
    </>
  );
}
