'use client';

import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import type { GameRequest } from '../../contract/game/setup.ts';
import { useTRPCClient } from '../api/connection.ts';
import { useCall } from '../api/use-call.ts';
import { useGuest } from '../auth/use-guest.ts';

/**
 * Creates a game and goes to its board. A visitor becomes a guest first.
 * @param username null for a visitor
 */
export function useStartGame(username: string | null) {
  const client = useTRPCClient();
  const router = useRouter();
  const enter = useGuest();
  /** Whether the visitor is a guest already: a retry after an error must not create another one. */
  const entered = useRef(false);
  const { isPending, isDone, error, call } = useCall(
    async (setup: Partial<GameRequest>) => {
      if (username === null && !entered.current) {
        // No refresh before the game exists, so that the dialog stays and can show an error.
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
