'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useGuest } from '../auth/use-guest.ts';
import { errorOf, useTRPC } from '../trpc.tsx';

/** Accepts a game whose host waits, as a guest first if nobody is signed in, and goes to the board. */
export function useAccept(gameID: number, username: string | null) {
  const trpc = useTRPC();
  const router = useRouter();
  const enter = useGuest();
  const join = useMutation(trpc.game.join.mutationOptions());
  const [waiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function run(): Promise<void> {
    setWaiting(true);
    setRefusal(null);
    try {
      if (username === null) await enter();
      await join.mutateAsync({ gameID });
      router.push(`/game/${gameID}`);
      router.refresh();
    } catch (error) {
      setRefusal(errorOf(error).message);
    } finally {
      setWaiting(false);
    }
  }

  return { waiting, refusal, accept: () => void run() };
}
