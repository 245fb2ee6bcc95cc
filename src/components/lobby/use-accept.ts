'use client';

import { useRouter } from 'next/navigation';
import { useTRPCClient } from '../api/connection.ts';
import { useCall } from '../api/use-call.ts';
import { useGuest } from '../auth/use-guest.ts';

/** Accepts an open game and goes to its board. A visitor becomes a guest first. */
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
