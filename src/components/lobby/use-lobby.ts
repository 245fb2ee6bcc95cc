'use client';

import { useEffect, useState } from 'react';
import type { Lobby, OpenGamesFilter } from '../../contract/game/index.ts';
import { foldLobby } from '../../contract/lobby/lobby-fold.ts';
import { useTRPCClient } from '../api/connection.ts';

export interface LiveLobby {
  readonly lobby: Lobby;
  /** False while it is what the server rendered, which may be the top of the lists only. */
  readonly isWhole: boolean;
}

/** The live lobby: it begins with what the server rendered. @param filter of the open games */
export function useLobby(initial: Lobby, filter?: OpenGamesFilter): LiveLobby {
  const client = useTRPCClient();
  const [live, setLive] = useState<LiveLobby>({ lobby: initial, isWhole: false });
  // As text, so that an equal filter doesn't start another subscription.
  const filterJson = JSON.stringify(filter);
  useEffect(() => {
    const input: OpenGamesFilter | undefined =
      filterJson === undefined ? undefined : JSON.parse(filterJson);
    const subscription = client.lobby.watch.subscribe(input, {
      onData(update) {
        setLive((known) =>
          update.type === 'snapshot'
            ? { lobby: update.lobby, isWhole: true }
            : { ...known, lobby: foldLobby(known.lobby, update) },
        );
      },
    });
    return () => subscription.unsubscribe();
  }, [client, filterJson]);
  return live;
}
