'use client';

import { useRouter } from 'next/navigation';
import { useTRPCClient } from '../api/connection.ts';
import { useCall } from '../api/use-call.ts';
import { useGuest } from '../auth/use-guest.ts';

/** Accepts a game whose host waits, as a guest first if nobody is signed in, and goes to the board. */
export function useAccept(gameID: number, username: string | null) {
  const { game } = useTRPCClient();
  const router = useRouter();
  const enter = useGuest();
  const { isPending, error, call } = useCall(
    async (): Promise<void> => {
      if (username === null) await enter();
      await game.join.mutate({ gameID });
    },
    () => {
      router.push(`/game/${gameID}`);
      router.refresh();
    },
  );
  return { waiting: isPending, error, accept: () => call(undefined) };
}
