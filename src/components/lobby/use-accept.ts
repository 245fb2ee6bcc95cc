'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { errorOf, useTRPCClient } from '../api/connection.ts';
import { useGuest } from '../auth/use-guest.ts';

/** Accepts a game whose host waits, as a guest first if nobody is signed in, and goes to the board. */
export function useAccept(gameID: number, username: string | null) {
  const { game } = useTRPCClient();
  const router = useRouter();
  const enter = useGuest();
  const [waiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function run(): Promise<void> {
    setWaiting(true);
    setRefusal(null);
    try {
      if (username === null) await enter();
      await game.join.mutate({ gameID });
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
