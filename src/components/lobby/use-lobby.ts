'use client';

import { useSubscription } from '@trpc/tanstack-react-query';
import { useState } from 'react';
import { foldLobby } from '../../contract/fold.ts';
import type { Lobby, OpenWanted } from '../../contract/game.ts';
import { useTRPC } from '../trpc.tsx';

export interface LiveLobby {
  readonly lobby: Lobby;
  /** False while it is what the server drew the page with, which may be the top of it only. */
  readonly isWhole: boolean;
}

/** The lobby, kept live from what the server drew first, with those open games that are wanted. */
export function useLobby(initial: Lobby, wanted?: OpenWanted): LiveLobby {
  const trpc = useTRPC();
  const [live, setLive] = useState<LiveLobby>({ lobby: initial, isWhole: false });
  useSubscription(
    trpc.lobby.watch.subscriptionOptions(wanted, {
      onData(update) {
        setLive((known) =>
          update.type === 'snapshot'
            ? { lobby: update.lobby, isWhole: true }
            : { ...known, lobby: foldLobby(known.lobby, update) },
        );
      },
    }),
  );
  return live;
}
