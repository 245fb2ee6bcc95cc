'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useResetConnection, useTRPC } from '../trpc.tsx';

/** Ends the session and shows the present page again as a visitor sees it. */
export function useSignOut(): () => void {
  const trpc = useTRPC();
  const router = useRouter();
  const resetConnection = useResetConnection();
  const logout = useMutation(
    trpc.auth.logout.mutationOptions({
      // Also after a refusal: the session was gone already, and the page should show it.
      onSettled: () => {
        resetConnection();
        router.refresh();
      },
    }),
  );
  return () => logout.mutate();
}
