'use client';

import { useSubscription } from '@trpc/tanstack-react-query';
import { useState } from 'react';
import { foldLobby } from '../../contract/fold.ts';
import type { Lobby } from '../../contract/game.ts';
import { useTRPC } from '../trpc.tsx';

/** The lobby, kept live from what the server drew first. */
export function useLobby(initial: Lobby): Lobby {
  const trpc = useTRPC();
  const [lobby, setLobby] = useState(initial);
  useSubscription(
    trpc.lobby.watch.subscriptionOptions(undefined, {
      onData(update) {
        setLobby((known) =>
          update.type === 'snapshot' ? update.lobby : foldLobby(known, update.games),
        );
      },
    }),
  );
  return lobby;
}
