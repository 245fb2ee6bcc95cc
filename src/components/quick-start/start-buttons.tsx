'use client';

import { useState } from 'react';
import { pageConnection } from '../api/connection.ts';
import { lazy } from '../hooks/lazy.tsx';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { Button } from '../ui/button.tsx';

/** The dialogs' code is fetched when the first one opens. */
const load = async () => {
  const [dialogs] = await Promise.all([import('./start-dialogs.ts'), pageConnection().load()]);
  return dialogs;
};
const ComputerDialog = lazy(async () => (await load()).ComputerDialog);
const FriendDialog = lazy(async () => (await load()).FriendDialog);

export interface StartButtonsProps {
  /** Null for somebody not signed in, who plays as a guest. */
  readonly username: string | null;
  readonly size?: 'normal' | 'large';
}

/** A game against the computer or a friend, each two presses away. */
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
        Play the computer
      </Button>
      <Button
        size={size}
        disabled={!hydrated}
        aria-haspopup="dialog"
        onClick={() => setOpen('friend')}
      >
        Play a friend
      </Button>
      {open === 'computer' && <ComputerDialog username={username} onClose={close} />}
      {open === 'friend' && <FriendDialog username={username} onClose={close} />}
    </>
  );
}
