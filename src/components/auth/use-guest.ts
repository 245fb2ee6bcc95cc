'use client';

import { useRouter } from 'next/navigation';
import { resetConnection, useTRPCClient } from '../api/connection.ts';

/** Signs a visitor in as a guest: to be awaited before whatever a guest may do. Rejects with the server's refusal. */
export function useGuest(): () => Promise<void> {
  const { auth } = useTRPCClient();
  const router = useRouter();
  return async () => {
    await auth.guest.mutate({ tokenDelivery: 'cookie' });
    resetConnection();
    router.refresh();
  };
}
