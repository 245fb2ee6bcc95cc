'use client';

import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import type { GameRequest } from '../../contract/game/setup.ts';
import { useTRPCClient } from '../api/connection.ts';
import { useCall } from '../api/use-call.ts';
import { useGuest } from '../auth/use-guest.ts';

/**
 * Starts a game at once and goes to its board. Somebody who is not signed in plays as a guest.
 * @param username null for somebody not signed in
 */
export function useStartGame(username: string | null) {
  const client = useTRPCClient();
  const router = useRouter();
  const enter = useGuest();
  /** A second try after a refusal plays as the same guest. */
  const entered = useRef(false);
  const { isPending, isDone, error, call } = useCall(
    async (setup: Partial<GameRequest>) => {
      if (username === null && !entered.current) {
        // The page stays as it is until the game is there, so that a refusal can be shown.
        await enter({ refresh: false });
        entered.current = true;
      }
      return client.game.create.mutate({ setup });
    },
    ({ gameID }) => {
      router.push(`/game/${gameID}`);
      router.refresh();
    },
  );
  return { waiting: isPending || isDone, error, start: call };
}
