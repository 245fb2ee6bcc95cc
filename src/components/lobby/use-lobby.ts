'use client';

import { useSubscription } from '@trpc/tanstack-react-query';
import { useState } from 'react';
import { foldLobby } from '../../contract/fold.ts';
import type { Lobby, OpenWanted } from '../../contract/game.ts';
import { useTRPC } from '../trpc.tsx';

/** The lobby, kept live from what the server drew first, with those open games that are wanted. */
export function useLobby(initial: Lobby, wanted?: OpenWanted): Lobby {
  const trpc = useTRPC();
  const [lobby, setLobby] = useState(initial);
  useSubscription(
    trpc.lobby.watch.subscriptionOptions(wanted, {
      onData(update) {
        setLobby((known) => (update.type === 'snapshot' ? update.lobby : foldLobby(known, update)));
      },
    }),
  );
  return lobby;
}
