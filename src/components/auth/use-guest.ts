'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useResetConnection, useTRPC } from '../trpc.tsx';

/** Signs a visitor in as a guest: to be awaited before whatever a guest may do. Rejects with the server's refusal. */
export function useGuest(): () => Promise<void> {
  const trpc = useTRPC();
  const router = useRouter();
  const resetConnection = useResetConnection();
  const { mutateAsync } = useMutation(trpc.auth.guest.mutationOptions());
  return async () => {
    await mutateAsync({ carrier: 'cookie' });
    resetConnection();
    router.refresh();
  };
}
